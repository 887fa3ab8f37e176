-- Each session knows when it began and what was shown for it, so that its person can tell one from another and end one;
-- it is known by the entry of its sign-in. Sessions of before do not know it: they end.
delete from session;
alter table session add column begun timestamptz not null;
alter table session add column shown text not null;
create unique index session_entry on session (entry);
