-- The numbers from which parties call, sealed.
create table alias_own_caller (
  party text not null,
  token bigint not null,
  box   bytea not null,
  added bigint not null,
  primary key (party, token)
);
create index alias_own_caller_token on alias_own_caller (token);

-- Calls to alias numbers. id: a keyed digest of what the telephone protocol calls it. begun: the binding that it was
-- held against, where it was any. caller: a search token; nothing where it was withheld. entry: where it stands in the
-- ledger; nothing for background, which stands nowhere else.
create table alias_call (
  id     uuid primary key,
  at     timestamptz not null,
  number integer not null,
  begun  bigint,
  caller bigint,
  heard  text not null,
  did    text not null,
  why    text,
  nonce  bytea,
  entry  bigint
);
create index alias_call_at on alias_call (at);
create index alias_call_number on alias_call (number);
create index alias_call_caller on alias_call (caller, number) where heard in ('OTHER', 'BACKGROUND');

-- Who called numbers that are not its own, since when its lines are counted.
create table alias_caller (
  token bigint primary key,
  box   bytea not null,
  since timestamptz not null,
  last  timestamptz not null,
  calls bigint not null
);
create index alias_caller_since on alias_caller (since);

-- How many lines of a batch a caller rang since then, each once.
create table alias_rung (
  caller bigint not null references alias_caller on delete cascade,
  batch  integer not null,
  rung   integer not null,
  primary key (caller, batch)
);

-- The parties whose lines a caller rang: how many, the logarithms of the factors, how much they ever spoke for the
-- party's list, the entry of the last sighting, and the entry that named the party.
create table alias_suspect (
  caller  bigint not null references alias_caller on delete cascade,
  party   text not null,
  lines   integer not null,
  logs    double precision[] not null,
  highest double precision not null,
  last    bigint not null,
  named   bigint,
  primary key (caller, party)
);
create index alias_suspect_highest on alias_suspect (highest) where named is null;
