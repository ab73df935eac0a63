-- What a run says of a group beside its job-flow figures: models/group-outline.ts.
create table group_outline (
  run_id integer not null references run,
  dimension text not null,
  code text not null,
  body jsonb not null,
  primary key (run_id, dimension, code)
);

-- The sum of score.jobs_at_risk over a group, and over how many enterprises.
create table jobs_at_risk (
  run_id integer not null references run,
  dimension text not null,
  code text not null,
  enterprises integer not null,
  persons double precision not null,
  primary key (run_id, dimension, code)
);

-- Alarming and silent enterprises and reported events of a month, each with the verdict on it: models/counts/count-alarm.ts.
-- A group without a row had none, but for the place, which has its row always: a run without it did not count.
create table month_count (
  run_id integer not null references run,
  kind text not null,
  dimension text not null,
  code text not null,
  count integer not null,
  alarm jsonb not null,
  primary key (run_id, kind, dimension, code)
);

-- What a run foretold of the months to come, and how the forecasts of earlier runs did: models/forecast.
create table forecast (
  run_id integer not null references run,
  dimension text not null,
  code text not null,
  body jsonb not null,
  outcomes jsonb not null,
  primary key (run_id, dimension, code)
);
