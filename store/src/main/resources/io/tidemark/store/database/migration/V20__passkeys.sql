-- Passkeys of people who have an account: what the authenticator said of each when it was registered, its id and public
-- key among it. Nothing in it is secret.
create table passkey (
  credential bytea primary key,
  person     text not null,
  name       text not null,
  attested   bytea not null,
  counter    bigint not null,
  backup     boolean not null,
  registered timestamptz not null,
  used       timestamptz,
  entry      bigint not null unique
);
create index passkey_person on passkey (person);

-- Challenges that a passkey is to sign, by a SHA-256 of what only their asker has: each counts once, soon.
create table passkey_challenge (
  holder    bytea primary key,
  challenge bytea not null,
  until     timestamptz not null
);

-- When the session's person last showed once more who it is, until that is used.
alter table session add column proven timestamptz;
