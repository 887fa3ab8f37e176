-- Requests have a pace as look-ups have: one row for each person and what is paced.
alter table look_up_pace rename to pace;
alter table pace add column what text not null default 'look-ups';
alter table pace alter column what drop default;
alter table pace drop constraint look_up_pace_pkey;
alter table pace add primary key (person, what);
