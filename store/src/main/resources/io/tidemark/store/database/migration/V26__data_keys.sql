-- Data keys by epoch, each wrapped under the home's key DATA. The newest seals; older ones are there while a rotation lasts.
create table data_key (
  epoch integer primary key,
  bytes bytea not null,
  drawn timestamptz not null default now()
);

-- Which of them sealed a box.
alter table record_version add column epoch integer not null default 1;
alter table record_version alter column epoch drop default;

-- The rotation that has begun and not ended, and the last version of a record that it has sealed anew.
create table data_rotation (
  number integer primary key check (number = 1),
  epoch  integer not null,
  total  bigint not null,
  done   bigint not null,
  record integer not null,
  entry  bigint not null
);

-- When the master key last wrapped it.
alter table wrapped_key add column wrapped timestamptz not null default now();
