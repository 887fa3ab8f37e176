-- Finds the disclosures that hold exactly the same people: SHA-256 over the record numbers in ascending order, four bytes
-- each, the greatest first. It never leaves the database: record numbers are few enough to be guessed.
alter table disclosure add column people_digest bytea;

update disclosure set people_digest = same.digest
  from (select disclosure, sha256(string_agg(int4send(record), ''::bytea order by record)) as digest
          from holding group by disclosure) as same
 where same.disclosure = disclosure.number;

create index disclosure_people_digest on disclosure (people_digest);
