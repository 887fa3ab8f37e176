-- What Tidemark keeps. Nothing personal stands here in plain text: records are sealed, search tokens are keyed.

create table setting (name text primary key, value text not null);

create table wrapped_key (use text primary key, bytes bytea not null);

-- The ledger. Tiles on disk are a projection of this table.
create table ledger_entry (
  index bigint primary key,
  body  bytea not null
);

-- People in custody: destroying the salt destroys the person's keys.
create table person (
  key  uuid primary key,
  salt bytea not null
);

create table record (
  id      integer primary key,
  key     uuid not null unique,
  person  uuid not null references person,
  version uuid not null
);

create table record_version (
  record     integer not null,
  entry      bigint not null,
  version    uuid not null,
  box        bytea not null,
  commitment bytea not null,
  offers     bytea not null,
  primary key (record, entry)
);

create table locator (token bigint not null, record integer not null);
create index locator_token on locator (token);

-- The chain.
create table party (
  id     text primary key,
  kind   text not null,
  parent text,
  name   text not null,
  place  serial not null
);

create table actor (
  id         text primary key,
  party      text not null,
  duties     text[] not null,
  public_key bytea,
  sealed_key bytea,
  place      serial not null
);

create table standing_grant (
  id        text primary key,
  party     text not null,
  purpose   text not null,
  columns   text[] not null,
  forms     text[] not null,
  people    integer not null,
  until     date not null,
  approvers text[] not null,
  approved  text[] not null,
  state     text not null,
  place     serial not null
);

create table chain_file (entry bigint primary key, body text not null);

create table policy (
  entry  bigint primary key,
  digest bytea not null,
  body   text not null
);

create table request (
  id          text primary key,
  actor       text not null,
  party       text not null,
  purpose     text not null,
  columns     text[] not null,
  people      integer not null,
  records     bytea not null,
  policy      bytea not null,
  rule_grade  text not null,
  rule_people integer not null,
  rule_quorum integer not null,
  rule_duties text[] not null,
  approved_by text[] not null,
  state       text not null,
  decide_by   timestamptz not null,
  use_by      timestamptz not null
);

-- Disclosures and who was given whom.
create table disclosure (
  number  integer generated always as identity primary key,
  id      text not null unique,
  party   text not null,
  purpose text not null,
  forms   text[] not null,
  records bytea not null,
  people  integer not null,
  honey   integer not null,
  as_of   bigint not null,
  entry   bigint not null,
  target  text not null,
  writer  text not null,
  state   text not null,
  release bigint,
  file    bytea
);
create index disclosure_open on disclosure (number) where state in ('opened', 'recorded');

create table holding (record integer not null, disclosure integer not null);
create index holding_record on holding (record);

create table honey_locator (token bigint not null, disclosure integer not null);
create index honey_locator_token on honey_locator (token);

-- Inquiries.
create table inquiry (
  case_id  text not null,
  attempt  integer not null,
  material bytea not null,
  entry    bigint not null,
  concluded bigint,
  file     bytea,
  primary key (case_id, attempt)
);
create index inquiry_material on inquiry (material);
