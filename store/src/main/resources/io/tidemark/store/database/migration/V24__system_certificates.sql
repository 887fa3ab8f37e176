-- Certificates with which other systems sign in, by SHA-256. What is revoked stands in certificate_revocation, for ever.
create table system_certificate (
  fingerprint bytea primary key,
  system      text not null,
  serial      text not null,
  starts      timestamptz not null,
  ends        timestamptz not null,
  entry       bigint not null
);
create index system_certificate_system on system_certificate (system, entry);

-- A session that a certificate began counts only for whoever shows that certificate.
alter table session add column certificate bytea;
