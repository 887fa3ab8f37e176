-- Who holds a person is answered from the index alone: one page for a person, not one for each holder.
create index holding_by_record on holding (record) include (disclosure);
drop index holding_record;
