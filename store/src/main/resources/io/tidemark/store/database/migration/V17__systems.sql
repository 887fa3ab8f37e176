-- The secrets of other systems: 256 random bits, of which only the SHA-256 stands here.
create table client_secret (
  system text primary key,
  secret bytea not null,
  entry  bigint not null
);

-- Systems decide nothing, so their sessions have no signing key.
alter table session alter column sealed_key drop not null;
