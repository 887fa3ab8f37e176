-- What a grant limits beyond fields, people and its last day, who proposed it, and when.
alter table standing_grant
  add column channels     text[] not null default '{}',
  add column first_day    date,
  add column hours        text,
  add column quota_people integer,
  add column quota_days   integer,
  add column asked_by     text not null default 'operator',
  add column made         timestamptz;
alter table standing_grant alter column made set default now();

-- How a request's data would leave, when it was made, and what was said in an emergency.
alter table request
  add column channel     text not null default 'FILE',
  add column made        timestamptz,
  add column why         text,
  add column skipped     text[] not null default '{}',
  add column objected_by text[] not null default '{}';
update request set made = decide_by - interval '14 days';
alter table request alter column made set not null;
create index request_open on request (decide_by) where state in ('WAITING', 'REVIEW');

-- How much of a grant was used, and when: read from the entries of what was released before.
alter table disclosure
  add column grant_id  text,
  add column opened_at timestamptz;
update disclosure set
  grant_id = substring(convert_from(e.body, 'UTF8') from E'\nbasis grant (g-[^\n]+)'),
  opened_at = substring(convert_from(e.body, 'UTF8') from E'\ntime ([^\n]+)')::timestamptz
from ledger_entry e where e.index = disclosure.entry;
create index disclosure_grant on disclosure (grant_id, opened_at) where grant_id is not null;

-- Words stand in an order of their own, so that a change can say which ones it has seen.
update request set approved_by =
  (select coalesce(array_agg(v order by v collate "C"), '{}') from unnest(approved_by) v);
update standing_grant set approved =
  (select coalesce(array_agg(v order by v collate "C"), '{}') from unnest(approved) v);
