-- Whoever is erased is found by person; a record that names somebody else by now is found by whom it named before.
create index record_person on record (person);
create table former_person (person uuid not null, record integer not null, primary key (person, record));
create index claim_record on claim (record);

-- No sample of these stays in the planner's statistics.
alter table person alter column key set statistics 0;
alter table person alter column salt set statistics 0;
alter table record alter column key set statistics 0;
alter table record_version alter column version set statistics 0;
alter table record_version alter column box set statistics 0;
alter table record_version alter column commitment set statistics 0;

-- How often people were erased.
create table erasure (entry bigint primary key, people integer not null);

-- Numbers of records that were erased; none is given again.
create table erased_record (id integer primary key);

-- How disclosures committed to them: nonce and commitment, which say nothing without the salts.
create table erased_leaf (
  disclosure integer not null,
  record     integer not null,
  leaf       bytea not null,
  primary key (disclosure, record)
);

-- Keyed tokens by which those who were erased are known again, and the day.
create table suppressed (token uuid primary key, day date not null);

-- What the law makes us keep of them, sealed, until it goes by itself; found by keyed tokens of its own.
create table archive (id uuid primary key, box bytea not null, until timestamptz not null);
create table archive_token (token uuid not null, archive uuid not null references archive on delete cascade, primary key (token, archive));
create index archive_token_archive on archive_token (archive);
create index archive_until on archive (until);
