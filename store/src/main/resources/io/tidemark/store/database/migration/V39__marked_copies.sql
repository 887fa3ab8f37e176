-- Whose copy of a document carries which number. The recipient is a party, or the name of a request below.
create table marked_copy (
  mark      bigint primary key,
  recipient text not null,
  entry     bigint not null
);

-- What a vehicle's new owner asked for: a copy of its policy without the former owner's details.
create table buyer_copy (
  id         text primary key,
  record     integer not null,
  state      text not null,
  licence    bytea not null,
  -- A keyed token of the new owner's name, which is typed again when the copy is made.
  name       bytea not null,
  asked_by   text not null,
  asked      timestamptz not null,
  decided_by text,
  decided    timestamptz
);
create index buyer_copy_record on buyer_copy (record);
alter table buyer_copy alter column name set statistics 0;
