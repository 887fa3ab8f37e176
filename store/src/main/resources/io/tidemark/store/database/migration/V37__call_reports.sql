-- Reports of calls, sealed; found by the token of the called number when its person is erased, gone by themselves on their day.
create table call_report (
  place  bigint generated always as identity primary key,
  report text not null,
  number integer not null,
  token  bigint not null,
  box    bytea not null,
  until  timestamptz not null
);
create index call_report_token on call_report (token);
create index call_report_until on call_report (until);

-- Whether an inquiry was about calls.
alter table inquiry add column calls boolean not null default false;
create index inquiry_calls on inquiry (concluded) where calls;
