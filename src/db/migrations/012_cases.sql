-- What is done about an enterprise: one open case each, its steps append-only. What they make of it: models/case/case.ts
create table enterprise_case (
  id integer generated always as identity primary key,
  number text not null unique,
  -- Code of the enterprise.
  enterprise text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- As the last step left it, to be listed by; the steps are the truth.
  referent text not null,
  criticality text not null,
  steps integer not null default 0
);
create unique index enterprise_case_one_open on enterprise_case (enterprise) where closed_at is null;
create index enterprise_case_referent on enterprise_case (referent) where closed_at is null;

create table case_step (
  case_id integer not null references enterprise_case,
  step integer not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  body jsonb not null,
  primary key (case_id, step)
);

create table case_alert (
  case_id integer not null references enterprise_case,
  alert_id integer not null references alert,
  primary key (case_id, alert_id)
);
create index case_alert_alert on case_alert (alert_id);

alter table notice add column case_id integer references enterprise_case;
