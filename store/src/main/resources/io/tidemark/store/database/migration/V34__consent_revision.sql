-- How often the sets of consents were changed: whoever looked before asks again only when this has grown.
create table consent_revision (n bigint not null);
insert into consent_revision values (0);
