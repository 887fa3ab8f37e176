-- Notices to those who hold a copy, each to one party about one person. The box says of the party's copies which rows
-- are meant; it goes when the party acknowledges, when the person is erased, or when its time is over.
create table notice (
  place           bigint generated always as identity primary key,
  id              text not null unique,
  party           text not null,
  cause           text not null,
  purpose         text not null,
  person          uuid,
  since           timestamptz not null,
  opened          timestamptz not null,
  due             timestamptz not null,
  until           timestamptz not null,
  entry           bigint not null,
  box             bytea,
  told            timestamptz,
  way             text,
  document        bytea,
  acknowledged    timestamptz,
  acknowledged_by text,
  acknowledgement bigint
);
create index notice_waiting on notice (party, place) where acknowledged is null and box is not null;
create index notice_person on notice (person) where person is not null;
create index notice_entry on notice (entry);
create index notice_until on notice (until) where box is not null;

-- Where a party's own system takes notices, sealed, since an address may hold a secret. While one node sends to a party,
-- next lies in the future; so it does for a while after a failure.
create table webhook (
  party    text primary key,
  host     text not null,
  url      bytea not null,
  entry    bigint not null,
  sending  boolean not null default false,
  failures integer not null default 0,
  next     timestamptz not null,
  problem  text
);
