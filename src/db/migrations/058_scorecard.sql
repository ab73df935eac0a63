-- How the alerts and the risk of the past year did, as a month run saw it: models/scorecard/scorecard.ts
create table scorecard (
  run_id integer primary key references run,
  month integer not null,
  card jsonb not null
);

-- Enterprises without an alert drawn by lot, to be looked at all the same.
create table audit_sample (
  run_id integer not null references run,
  month integer not null,
  enterprise_id integer not null references enterprise,
  primary key (run_id, enterprise_id)
);
create index audit_sample_month on audit_sample (month);
