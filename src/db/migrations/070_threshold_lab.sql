-- What rules look at in a run's month, packed as models/replay/pack.ts lays it out: another threshold set is held against it
-- without scoring again.
create table kept_month (
  run_id integer primary key references run,
  month integer not null,
  place jsonb not null,
  bytes bytea not null
);

-- Large reductions of the months that a run can see, as known in that run; columns of the same length.
create table known_reduction (
  run_id integer primary key references run,
  enterprise integer[] not null,
  month integer[] not null,
  people integer[] not null
);

-- How a threshold set came to be in force: saved by one person, approved by another, perhaps withdrawn. A set without a step
-- is the profile's own and in force from the beginning.
create table threshold_step (
  id integer generated always as identity primary key,
  set_id integer not null references threshold_set,
  step text not null check (step in ('saved', 'approved', 'withdrawn')),
  actor text not null,
  reason text not null,
  at timestamptz not null,
  unique (set_id, step)
);

-- The set that a roll back took up again.
alter table threshold_set add column restores integer references threshold_set;

-- Both name enterprises of the whole place.
alter table kept_month enable row level security;
create policy scope on kept_month for select to wengang_desk using ((select scope_all()));
alter table known_reduction enable row level security;
create policy scope on known_reduction for select to wengang_desk using ((select scope_all()));
grant select on kept_month, known_reduction, threshold_step, regime to wengang_desk;
