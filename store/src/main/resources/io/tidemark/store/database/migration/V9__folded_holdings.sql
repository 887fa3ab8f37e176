-- Disclosures of which only their own set of records says whom they gave: not yet one row of holding for each person.
create table folded_holding (disclosure integer primary key);
