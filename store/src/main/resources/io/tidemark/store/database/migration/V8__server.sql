-- What the server keeps. No token stands here, only its SHA-256; no password, only its Argon2id hash; the secret of the
-- one-time codes and kept answers are sealed under a key of the home, a signing key under its person's password or token.
create table invitation (
  token  bytea primary key,
  person text not null unique,
  until  timestamptz not null,
  entry  bigint not null
);

create table account (
  person      text primary key,
  password    text not null,
  code_secret bytea not null,
  step        bigint not null,
  public_key  bytea not null,
  sealed_key  bytea not null,
  entry       bigint not null
);

create table session (
  token      bytea primary key,
  person     text not null,
  sealed_key bytea not null,
  used       timestamptz not null,
  until      timestamptz not null,
  entry      bigint not null
);
create index session_person on session (person);

-- Sign-ins that failed one after the other, by a keyed digest of the name that was typed, whether anybody has it or not.
create table failure_series (
  name     bytea primary key,
  failures integer not null,
  locked   timestamptz not null,
  last     timestamptz not null
);

-- Writes and what was answered, so that the same write is done once.
create table kept_answer (
  caller text not null,
  key    text not null,
  body   bytea not null,
  answer bytea,
  begun  timestamptz not null,
  primary key (caller, key)
);
create index kept_answer_begun on kept_answer (begun);

-- Requests are listed newest first.
alter table request add column place bigint generated always as identity;
create unique index request_place on request (place);
create index request_actor on request (actor, place);
