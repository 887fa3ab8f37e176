-- Each person's history: a chain whose head stands in a sparse Merkle map. What counts is what has a number in
-- history_root; rows of a greater root are those of a folding that was cut off.

-- Whom an inquiry opens. Inquiries of before did not say, and stand in nobody's history.
alter table inquiry add column records bytea;

-- What was opened and not shown stays: the person's history tells of it.
alter table looked_at add column shown boolean not null default true;

create table history_root (
  number  bigint primary key,
  people  bigint not null,
  root    bytea not null,
  entries bigint not null,
  entry   bigint not null unique
);

-- Heads in the order of the map, the latest and those on their way. An erased person's head stays.
create table history_head (
  map_key bytea not null,
  root    bigint not null,
  person  uuid,
  events  bigint not null,
  link    bytea not null,
  primary key (map_key, root)
);
create index history_head_person on history_head (person, root);

-- The map's nodes at depth 16 and 8; a proof computes the rest from the heads below.
create table history_node (
  depth  smallint not null,
  prefix integer not null,
  root   bigint not null,
  hash   bytea not null,
  leaves bigint not null,
  primary key (depth, prefix, root)
);

-- Which ledger entries each root added to a person's chain.
create table history_event (
  person  uuid not null,
  root    bigint not null,
  entries bigint[] not null,
  primary key (person, root)
);

-- Owners' files that were made.
create table owner_export (entry bigint primary key, person uuid not null);

-- Entries are folded by their index.
create index disclosure_entry on disclosure (entry);
create index look_up_entry on look_up (entry);
create index record_version_entry on record_version using brin (entry);
