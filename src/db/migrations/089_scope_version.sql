-- Grows whenever somebody's enterprises become others': what was reckoned for a part of the place holds for one version of it.
create table scope_version (version integer not null);
insert into scope_version (version) values (0);
grant select on scope_version to wengang_desk;
