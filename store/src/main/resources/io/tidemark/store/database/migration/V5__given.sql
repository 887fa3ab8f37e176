-- How many people each party was given in all, each disclosure counted: an inquiry asks it of every candidate.
create table given (party text primary key, people bigint not null);
insert into given select party, sum(people) from disclosure group by party;
