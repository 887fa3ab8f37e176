-- The batches in which alias numbers came: the numbers of one batch were shuffled before any was given.
create table alias_batch (id integer primary key, lines integer not null);

-- Of older numbers the batch can be told: ids go on in the order in which they came, each batch begins with numbers that
-- can be given and ends with those that are kept back, of which there are "kept". A batch of one number is kept back.
alter table alias_number add column batch integer;
with placed as (
  select id, held, kept, sum(case when held then 0 else 1 end) over (order by id) as given_before
    from alias_number),
ranked as (
  select id, held, kept, row_number() over (partition by given_before, held order by id) as nth from placed),
ends as (
  select id, (held and (nth = kept or kept = 1))::integer as last from ranked),
batches as (
  select id, 1 + coalesce(sum(last) over (order by id rows between unbounded preceding and 1 preceding), 0) as batch
    from ends)
update alias_number n set batch = b.batch from batches b where b.id = n.id;
insert into alias_batch (id, lines) select batch, count(*) from alias_number group by batch;
alter table alias_number alter column batch set not null;

-- How many numbers of a batch a party was given last: bound or resting. A line stays when none is left.
create table alias_share (
  batch integer not null,
  party text not null,
  given integer not null,
  primary key (batch, party)
);
insert into alias_share (batch, party, given)
select n.batch, h.party, count(*) filter (where b.ended is null or b.rests is not null)
  from alias_binding b join alias_number n on n.id = b.number join alias_holder h on h.id = b.holder
 group by 1, 2;

-- probe: a honey customer's number, nobody is behind it. only_caller: the one calling number that reaches the person, where the
-- policy wants one. day, today, tries: how often the holder was put through on that day, and in all.
alter table alias_binding add column probe boolean not null default false;
alter table alias_binding add column only_caller bigint;
alter table alias_binding add column day date;
alter table alias_binding add column today integer not null default 0;
alter table alias_binding add column tries integer not null default 0;
update alias_binding set probe = true where person is null and ended is null;
