-- What was corrected at a person's word: who, when, why. The versions of before stay, sealed, in record_version.
create table correction (
  record  integer not null,
  field   text not null,
  entry   bigint not null,
  actor   text not null,
  at      timestamptz not null,
  why     text not null,
  -- Keyed tokens of all that the record said of the field: a deposit that says one of them again changes nothing.
  earlier uuid[] not null,
  -- The entry with which it ended: a later correction, or a deposit of something that the record never said.
  ended   bigint,
  primary key (record, field, entry)
);
create unique index correction_standing on correction (record, field) where ended is null;

-- What a person asked for and was refused, and why, in both languages.
create table right_refused (
  entry  bigint not null,
  person uuid not null,
  asked  text not null,
  rule   text not null,
  zh     text not null,
  en     text not null,
  actor  text not null,
  at     timestamptz not null,
  primary key (entry, person)
);
create index right_refused_person on right_refused (person);

-- No sample of these stays in the planner's statistics.
alter table correction alter column why set statistics 0;
alter table correction alter column earlier set statistics 0;
alter table right_refused alter column person set statistics 0;

-- How often anything was corrected; grows, also where a person was erased since.
create table corrections (number integer primary key check (number = 1), count bigint not null);
insert into corrections values (1, 0);

-- Histories are folded by the index of entries.
create index consent_entry on consent using brin (entry);
