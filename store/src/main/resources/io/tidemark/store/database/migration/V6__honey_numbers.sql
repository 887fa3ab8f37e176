-- Mobile numbers that the operator monitors, sealed, in the order in which they are given. The last of each batch are
-- held back for ever; kept says how many of its batch. A number belongs to one disclosure from its first entry on,
-- whatever becomes of it.
create table honey_number (
  token      bigint primary key,
  box        bytea not null,
  place      integer generated always as identity,
  held       boolean not null,
  kept       integer not null,
  disclosure integer,
  draw       integer
);
create index honey_number_free on honey_number (place) where disclosure is null and not held;
create unique index honey_number_draw on honey_number (disclosure, draw) where disclosure is not null;
