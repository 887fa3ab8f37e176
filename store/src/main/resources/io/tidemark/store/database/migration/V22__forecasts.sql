-- Where a request stands in the ledger, or the release of an emergency: what was foreseen of it is read there.
alter table request add column entry bigint;
update request set entry = said.index
from (select index,
             case when body like E'tidemark/request/v1\n%' then substring(body from E'\nrequest (r-[^\n]+)\n')
                  when body like E'tidemark/disclosure/v1\n%' then substring(body from E'\nbasis break-glass (r-[^\n]+)\n')
             end as id
      from (select index, convert_from(body, 'UTF8') as body from ledger_entry) entries) said
where said.id = request.id;

-- Which grant a proposal renews: one proposal at a time waits for each.
alter table standing_grant add column renews text;
update standing_grant set renews = said.before
from (select substring(body from E'\ngrant (g-[^\n]+)\n') as id, substring(body from E'\nrenews (g-[^\n]+)\n') as before
      from (select convert_from(body, 'UTF8') as body from ledger_entry) entries
      where body like E'tidemark/renewal/v1\n%') said
where said.id = standing_grant.id;
