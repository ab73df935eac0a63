-- A department and a township read their own reports, and no other's: a report's scope is 'department:CODE', 'region:CODE', or ''
-- for the whole place.
create function scope_report(scope text) returns boolean language sql stable
  return scope_group(split_part(scope, ':', 1), split_part(scope, ':', 2));
drop policy scope on report;
create policy scope on report for select to wengang_desk using (scope_report(scope));
alter table issued_report enable row level security;
create policy scope on issued_report for select to wengang_desk using (scope_report(scope));
grant select on issued_report to wengang_desk;
