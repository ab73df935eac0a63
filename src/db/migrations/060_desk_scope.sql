-- What is done about an enterprise is its rows too: who may not see the enterprise sees neither its cases nor the course of
-- its alerts. An alert's course is asked of the alert, which asks the enterprise.
alter table alert_change enable row level security;
create policy scope on alert_change for select to wengang_desk using (
  (select scope_all()) or exists (select from alert a where a.id = alert_change.alert_id));
alter table enterprise_case enable row level security;
create policy scope on enterprise_case for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise e where e.code = enterprise_case.enterprise));
alter table case_step enable row level security;
create policy scope on case_step for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_case c where c.id = case_step.case_id));
alter table case_alert enable row level security;
create policy scope on case_alert for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_case c where c.id = case_alert.case_id));
-- A scorecard counts the whole place and names nobody; it is for those who see all of it.
alter table scorecard enable row level security;
create policy scope on scorecard for select to wengang_desk using ((select scope_all()));
grant select on alert_change, enterprise_case, case_step, case_alert, scorecard to wengang_desk;
