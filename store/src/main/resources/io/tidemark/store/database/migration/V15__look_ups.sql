-- Who looked when, by a key that the asker gave (its SHA-256): the same look-up is recorded once.
create table look_up (
  id     text primary key,
  person text not null,
  key    bytea not null,
  task   text not null,
  at     timestamptz not null,
  entry  bigint not null,
  unique (person, key)
);

-- Whom a look-up showed: found by the record, so that a person can be told who looked.
create table looked_at (
  record  integer not null,
  look_up text not null,
  primary key (record, look_up)
);
create index looked_at_look_up on looked_at (look_up);

-- How often somebody looked in the running hour and the running 24 hours, and how many of the running hour showed nobody.
-- Limits, not truth: a crash may lose the last second of it.
create table look_up_pace (
  person  text primary key,
  hour    timestamptz not null,
  in_hour integer not null,
  misses  integer not null,
  day     timestamptz not null,
  in_day  integer not null,
  locked  timestamptz
) with (fillfactor = 50);
