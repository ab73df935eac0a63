-- What a step counted over the whole place, for those who see all of it.
alter table run_step enable row level security;
create policy scope on run_step for select to wengang_desk using ((select scope_all()));
grant select on run_step to wengang_desk;
