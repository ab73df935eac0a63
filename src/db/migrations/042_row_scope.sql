-- Who may see an enterprise's rows: those whose department, region or assignment it is. Kept beside the register, whose
-- newest word it is, because a policy must decide by one look-up. Rights follow what is true today, not a vintage.
create table enterprise_scope (
  enterprise_id integer primary key,
  region text,
  specialist text,
  -- As the register writes them, blank where it does not: what the departments follow from.
  industry text not null,
  ownership text not null,
  departments text[] not null
);

-- The web reads as this role, in a transaction that says whose eyes it has (src/db/scope/scoped-to.ts). Whoever owns the
-- tables is not held back, so that jobs pay nothing; this role owns nothing and sees nothing until a scope is set.
do $$ begin if not exists (select from pg_roles where rolname = 'wengang_desk') then create role wengang_desk nologin; end if; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin perform set_config('role', 'wengang_desk', true); perform set_config('role', 'none', true); exception when insufficient_privilege then execute format('grant wengang_desk to %I', current_user); end $$;
do $$ begin execute format('grant usage on schema %I to wengang_desk', current_schema()); end $$;

-- {"all": false, "departments": [...], "regions": [...], "specialists": [...]}; without it nothing is in scope.
create function scope_all() returns boolean language sql stable
  return coalesce((nullif(current_setting('wengang.scope', true), '')::jsonb ->> 'all')::boolean, false);
create function scope_codes(kind text) returns text[] language sql stable
  return array(select jsonb_array_elements_text(nullif(current_setting('wengang.scope', true), '')::jsonb -> kind));

-- The rule itself. All other tables ask this one, and so come to the same answer.
alter table enterprise_scope enable row level security;
create policy scope on enterprise_scope for select to wengang_desk using (
  (select scope_all())
  or region = any ((select scope_codes('regions'))::text[])
  or departments && (select scope_codes('departments'))::text[]
  or specialist = any ((select scope_codes('specialists'))::text[]));

alter table enterprise enable row level security;
create policy scope on enterprise for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_scope s where s.enterprise_id = enterprise.id));
alter table register enable row level security;
create policy scope on register for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_scope s where s.enterprise_id = register.enterprise_id));
alter table headcount enable row level security;
create policy scope on headcount for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_scope s where s.enterprise_id = headcount.enterprise_id));
alter table event enable row level security;
create policy scope on event for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_scope s where s.enterprise_id = event.enterprise_id));
alter table series enable row level security;
create policy scope on series for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_scope s where s.enterprise_id = series.enterprise_id));
alter table score enable row level security;
create policy scope on score for select to wengang_desk using (
  (select scope_all()) or exists (select from enterprise_scope s where s.enterprise_id = score.enterprise_id));

-- Alerts name the enterprise by its code; those of the whole place name several enterprises in their reasons.
alter table alert enable row level security;
create policy scope on alert for select to wengang_desk using (
  (select scope_all()) or (subject_kind = 'enterprise' and exists (select from enterprise e where e.code = alert.subject)));
alter table alert_decision enable row level security;
create policy scope on alert_decision for select to wengang_desk using (
  (select scope_all())
  or (subject_kind = 'enterprise' and exists (select from enterprise e where e.code = alert_decision.subject)));

-- The reports and the outline of the whole place name enterprises. Figures of one's own region or department are one's own;
-- those of another group may be of a single enterprise.
create function scope_group(dimension text, code text) returns boolean language sql stable
  return scope_all() or (dimension = 'region' and code = any (scope_codes('regions')))
    or (dimension = 'department' and code = any (scope_codes('departments')));
alter table report enable row level security;
create policy scope on report for select to wengang_desk using ((select scope_all()));
alter table outline enable row level security;
create policy scope on outline for select to wengang_desk using ((select scope_all()));
alter table figure enable row level security;
create policy scope on figure for select to wengang_desk using (scope_group(dimension, code));
alter table group_outline enable row level security;
create policy scope on group_outline for select to wengang_desk using (scope_group(dimension, code));
alter table jobs_at_risk enable row level security;
create policy scope on jobs_at_risk for select to wengang_desk using (scope_group(dimension, code));
alter table month_count enable row level security;
create policy scope on month_count for select to wengang_desk using (scope_group(dimension, code));
alter table forecast enable row level security;
create policy scope on forecast for select to wengang_desk using (scope_group(dimension, code));

grant select on enterprise_scope, enterprise, register, headcount, event, series, score, alert, alert_decision, report, outline,
  figure, group_outline, jobs_at_risk, month_count, forecast to wengang_desk;
-- No enterprise is in these. Every other table is closed to the role until somebody says who may see which of its rows.
grant select on place, run, threshold_set to wengang_desk;
