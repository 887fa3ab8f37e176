-- Alias numbers: the operator's own telephone numbers that stand for people in the copies of one party, sealed. Some of
-- each batch are held back for ever; kept says how many.
create table alias_number (
  id    integer generated always as identity primary key,
  token bigint not null unique,
  box   bytea not null,
  kind  text not null,
  line  text not null,
  held  boolean not null,
  kept  integer not null
);

-- Numbers that can be bound, in the order in which they are given.
create table alias_free (turn bigint generated always as identity primary key, number integer not null unique);

-- Whose numbers they are: a party and what it uses them for.
create table alias_holder (
  id      integer generated always as identity primary key,
  party   text not null,
  purpose text not null,
  unique (party, purpose)
);

-- A number stands for a person (nobody, where it is a honey customer's or the person was erased) from the entry begun
-- on, until its last day or the entry ended. After that it rests until a day, and rests is empty again when it is free.
create table alias_binding (
  number integer not null,
  holder integer not null,
  person uuid,
  begun  bigint not null,
  until  date not null,
  ended  bigint,
  rests  date
);
-- No number stands for two at once, and nobody has two numbers with one holder at once.
create unique index alias_binding_number on alias_binding (number, coalesce(ended, -1));
create unique index alias_binding_person on alias_binding (person, holder, coalesce(ended, -1)) where person is not null;
create index alias_binding_until on alias_binding (until) where ended is null;
create index alias_binding_rests on alias_binding (rests) where rests is not null;
alter table alias_binding alter column person set statistics 0;

-- Which number stands in which row of a copy, so that the copy can be made again: in pieces of 65,536 rows, in the order
-- of the records; piece -1 is its honey customers, in the order of their draws.
create table alias_copy (
  disclosure integer not null,
  piece      integer not null,
  numbers    integer[] not null,
  primary key (disclosure, piece)
);
alter table alias_copy alter column numbers set storage external;
