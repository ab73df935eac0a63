-- By what is alerted from a month on: each change is a row of its own. Which one a month is under: models/regime.ts
create table regime (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('normal', 'rules-only')),
  from_month integer not null,
  reason text not null,
  actor text not null,
  at timestamptz not null
);

-- The change that a run was made under; null when there never was one. Under another it is another run, so that switching
-- back makes the month anew too.
alter table run add column regime_id integer references regime;
drop index run_once;
create unique index run_once
  on run (month, vintage_batch, vintage_on, threshold_set_id, model, coalesce(after_run, 0), coalesce(regime_id, 0))
  where state <> 'abandoned' and kind = 'month';
