-- Duties to approve that were lent: the last word of one person about another counts.
create table delegation (
  delegator text not null,
  delegate  text not null,
  until     date not null,
  since     timestamptz not null,
  primary key (delegator, delegate)
);
