-- Facts that support policies ask for, and applications for them. Yuan have two decimals; yes is 1 and no is 0.
alter table batch drop constraint batch_kind_check;
alter table batch add constraint batch_kind_check
  check (kind in ('register', 'headcount', 'industry', 'event', 'fact', 'application'));

-- period: a year, "2024", or a month, "2024-12", as the profile's fact kind has it.
create table fact (
  enterprise_id integer not null,
  fact text not null,
  period text not null check (period ~ '^\d{4}(-\d{2})?$'),
  published_on date not null,
  batch_id integer not null,
  value numeric(16, 2) not null check (value >= 0),
  primary key (enterprise_id, fact, period, published_on, batch_id)
);

-- The place's own facts, and for each list the line that says it has come in.
create table place_fact (
  fact text not null,
  period text not null check (period ~ '^\d{4}(-\d{2})?$'),
  published_on date not null,
  batch_id integer not null,
  value numeric(16, 2) not null check (value >= 0),
  primary key (fact, period, published_on, batch_id)
);

create table application (
  enterprise_id integer not null,
  policy text not null,
  applied_on date not null,
  published_on date not null,
  batch_id integer not null,
  claimed_people integer check (claimed_people >= 0),
  claimed_amount numeric(16, 2) check (claimed_amount >= 0),
  decided_on date,
  granted_amount numeric(16, 2) check (granted_amount >= 0),
  outcome text check (outcome in ('granted', 'refused', 'withdrawn')),
  primary key (enterprise_id, policy, applied_on, published_on, batch_id)
);
create index application_applied on application (applied_on);
