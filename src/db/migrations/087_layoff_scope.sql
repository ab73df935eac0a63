-- Layoff plans and counts of those placed again are read on the pages of their enterprise, by whoever may see it.
alter table layoff_plan enable row level security;
create policy scope on layoff_plan for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise e where e.code = layoff_plan.enterprise));
alter table reemployment enable row level security;
create policy scope on reemployment for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise e where e.code = reemployment.enterprise));
grant select on layoff_plan, reemployment to wengang_desk;
