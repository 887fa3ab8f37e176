-- How far erasing what is past its time has come; each number is one way through all records.
create table retention_run (
  number   integer primary key,
  begun    timestamptz not null,
  entry    bigint not null,
  place    integer not null,
  seen     bigint not null,
  total    bigint not null,
  ended    boolean not null
);

-- Whether what an erasure deleted has left the database's files too.
alter table erasure add column shredded boolean not null default true;
alter table erasure alter column shredded set default false;
