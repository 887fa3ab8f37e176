-- A version belongs to the person that it named when it was deposited: a corrected identity number names another.
alter table record_version add column person uuid;
update record_version v set person = r.person from record r where r.id = v.record;
alter table record_version alter column person set not null;
