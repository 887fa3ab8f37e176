-- How often anything that decides has changed. A server reads policy and chain again when it has.
create table rules_version (version bigint not null);
insert into rules_version values (0);

create function rules_changed() returns trigger language plpgsql as $$
begin
  update rules_version set version = version + 1;
  return null;
end $$;

create trigger rules_changed after insert or update or delete or truncate on policy
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on party
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on actor
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on standing_grant
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on delegation
  for each statement execute function rules_changed();
