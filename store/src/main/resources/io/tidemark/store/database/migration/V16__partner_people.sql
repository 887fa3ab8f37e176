-- Who is among a partner's own people, as a Roaring bitmap of record numbers: nobody else can be in a list that it fetches.
create table partner_people (
  party   text primary key,
  records bytea not null,
  people  integer not null,
  entry   bigint not null
);
