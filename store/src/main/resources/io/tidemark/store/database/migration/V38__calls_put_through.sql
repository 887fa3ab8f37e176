-- Whose telephone rang by a call to an alias number: nothing of either number, and no caller. It stays with the person's
-- history, when the call itself is forgotten.
create table alias_connected (
  entry   bigint primary key,
  person  uuid not null
);
create index alias_connected_person on alias_connected (person);
alter table alias_connected alter column person set statistics 0;
