-- Layoff plans filed under art. 41: numbers, never names. A changed plan is a row of its own that says what it replaces.
create table layoff_plan (
  id integer generated always as identity primary key,
  enterprise text not null,
  filed_on date not null,
  explained_on date,
  starts_on date not null,
  people integer not null check (people > 0),
  staff integer not null check (staff > 0),
  ground text not null,
  groups jsonb not null,
  replaces integer references layoff_plan,
  actor text not null,
  at timestamptz not null
);
create index layoff_plan_enterprise on layoff_plan (enterprise);

-- Those dismissed by an enterprise, counted by group on a day; the newest day counts.
create table reemployment (
  enterprise text not null,
  counted_on date not null,
  group_code text not null,
  dismissed integer not null,
  benefit integer not null,
  offered integer not null,
  trained integer not null,
  placed1 integer,
  placed3 integer,
  placed6 integer,
  actor text not null,
  at timestamptz not null,
  primary key (enterprise, counted_on, group_code, at)
);
