-- A report that somebody looked through, and then the report as it went out: its facts frozen, so that it can be written again to
-- the last byte whatever is known since. A draft is in "report" alone.
create table issued_report (
  id integer generated always as identity primary key,
  kind text not null,
  -- As in "report"; of a correction 'report:N', the report it corrects.
  scope text not null,
  month integer not null,
  -- The month run that made it, and with it data vintage, threshold set and model; null for a flash report.
  run_id integer references run,
  form integer not null,
  facts jsonb not null,
  state text not null check (state in ('reviewed', 'issued')),
  reviewed_by text not null,
  reviewed_at timestamptz not null,
  -- Department that signs, year and number: 发文字号.
  issuer text,
  year integer,
  number integer,
  issued_on date,
  issued_by text,
  issued_at timestamptz,
  check ((state = 'issued') = (number is not null)),
  unique (issuer, year, number)
);
create unique index issued_report_once on issued_report (kind, scope, month) where kind <> 'correction';
create index issued_report_newest on issued_report (month desc, id desc);
