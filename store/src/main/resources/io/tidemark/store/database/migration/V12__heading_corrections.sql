-- What a person said that a heading means: for one sender's files, or (an empty sender) for everybody's. The heading is
-- kept as headings are compared; shown is how it stood in the file. Kind is the Chinese name of a kind, or 无.
create table heading_correction (
  sender  text not null,
  heading text not null,
  shown   text not null,
  kind    text not null,
  against text not null,
  person  text not null,
  at      timestamptz not null,
  entry   bigint not null,
  primary key (sender, heading)
);
