-- In whose book a policy is: a party's, and of one person there where somebody holds it. The last assignment counts.
create table book (
  record integer primary key,
  party  text not null,
  holder text,
  entry  bigint not null
);

-- Claims by a keyed token of their number: the policies that each is about, and who handles it.
create table claim (
  number  uuid not null,
  record  integer not null,
  handler text not null,
  entry   bigint not null,
  primary key (number, record)
);
