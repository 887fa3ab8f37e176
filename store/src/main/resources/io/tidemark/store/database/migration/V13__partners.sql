-- Which certificates let a partner's own system in. The home's own authority, its key sealed under a key of the home.
create table partner_ca (
  number      integer primary key check (number = 1),
  certificate bytea not null,
  sealed_key  bytea not null,
  entry       bigint not null
);

-- Single certificates, by SHA-256: those that the authority issued, and pinned ones of others.
create table partner_certificate (
  fingerprint bytea primary key,
  party       text not null,
  serial      text not null,
  own         boolean not null,
  starts      timestamptz not null,
  ends        timestamptz not null,
  entry       bigint not null
);
create index partner_certificate_party on partner_certificate (party, entry);
create unique index partner_certificate_serial on partner_certificate (serial) where own;

-- Outside authorities, each trusted for one party.
create table partner_trust (
  fingerprint bytea primary key,
  party       text not null,
  certificate bytea not null,
  ends        timestamptz not null,
  entry       bigint not null
);

create table certificate_revocation (
  fingerprint bytea primary key,
  at          timestamptz not null,
  entry       bigint not null
);

create table partner_suspension (
  party text primary key,
  since timestamptz not null,
  entry bigint not null
);

-- What is watched: when a partner's system was last let in (to the half minute), and what was refused to it.
create table partner_use (
  party text primary key,
  used  timestamptz not null
);

create table partner_refusal (
  party text not null,
  rule  text not null,
  at    timestamptz not null,
  entry bigint not null
);
create index partner_refusal_at on partner_refusal (party, at);
