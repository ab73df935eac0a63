-- How many enterprises fell beyond the limits of each collective rule in a run, and the verdict: models/collective.ts
create table collective_count (
  run_id integer not null references run,
  rule text not null,
  enterprises integer not null,
  verdict jsonb not null,
  primary key (run_id, rule)
);
