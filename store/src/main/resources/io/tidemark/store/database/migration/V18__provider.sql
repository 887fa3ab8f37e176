-- What the insurer's OpenID Connect provider calls a person.
create table provider_subject (
  person  text primary key,
  issuer  text not null,
  subject text not null,
  entry   bigint not null,
  unique (issuer, subject)
);

-- Sign-ins at the provider that have begun, by the SHA-256 of their state: each ends once, soon. What belongs to one is
-- sealed under what only its browser holds.
create table begun_sign_in (
  state  bytea primary key,
  sealed bytea not null,
  until  timestamptz not null
);
