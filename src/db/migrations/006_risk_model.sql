-- Every risk model that was ever fitted here, the one in use being the newest; nothing is overwritten.
create table risk_model (
  id integer generated always as identity primary key,
  name text not null unique,
  event text not null,
  body jsonb not null,
  author text not null,
  reason text not null,
  created_at timestamptz not null default now()
);
comment on table risk_model is 'body: models/risk/model.ts, with training span, data vintage and metrics';

alter table score add column jobs_at_risk real;
-- Kept where a level was reached, to explain and to dispute it: models/risk/features.ts names them in order.
alter table score add column features real[];
