-- What people said of the use of their data, each word as it was recorded. The wording is the notice's, the same for many.
create table consent_text (digest bytea primary key, body text not null);

create table consent (
  id        text primary key,
  person    uuid not null,
  word      text not null,
  purpose   text not null,
  party     text not null,
  at        timestamptz not null,
  channel   text not null,
  notice    text not null,
  text      bytea not null references consent_text,
  recorder  text not null,
  recorded  timestamptz not null,
  entry     bigint not null,
  place     bigint generated always as identity
);
create index consent_person on consent (person, place);

-- What counts of it: the last word of each person for each purpose, and for each recipient that was named ('' is everybody).
create table consent_stand (
  person  uuid not null,
  purpose text not null,
  party   text not null,
  yes     boolean not null,
  at      timestamptz not null,
  primary key (person, purpose, party)
);

-- The same as sets of records, in pieces of 65,536 numbers, so that a release asks for them at once.
create table consent_set (
  purpose text not null,
  party   text not null,
  piece   integer not null,
  yes     bytea not null,
  no      bytea not null,
  primary key (purpose, party, piece)
);

create index if not exists record_person on record (person);
