-- Every number of a honey customer finds it. Tokens of before were of mobile numbers, whose draw nobody
-- noted: they stand apart from the new ones by a draw of -1 and point to nobody.
alter table honey_locator add column kind text not null default 'MOBILE';
alter table honey_locator add column draw integer not null default -1;
alter table honey_locator alter column kind drop default;
alter table honey_locator alter column draw drop default;

-- No number stands in two disclosures, also when two are released at the same moment.
drop index honey_locator_token;
create unique index honey_locator_number on honey_locator (token, kind) where draw >= 0;
create index honey_locator_token on honey_locator (token);
create index honey_locator_disclosure on honey_locator (disclosure);

create index disclosure_honey on disclosure (party) include (honey, entry) where honey > 0;
