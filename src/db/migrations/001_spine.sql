-- Months are integer month numbers (year * 12 + month - 1), headcounts are persons.
-- headcount, series and score carry enterprise_id in every unique key and no foreign key, so they can be distributed by it.

create table place (
  singleton boolean primary key default true check (singleton),
  profile text not null,
  created_at timestamptz not null default now()
);

create table threshold_set (
  id integer generated always as identity primary key,
  name text not null,
  valid_from integer not null,
  body jsonb not null,
  author text not null,
  reason text not null,
  created_at timestamptz not null default now()
);

-- One delivery of one table: what came, from whom, when it was known, and what became of it.
create table batch (
  id integer generated always as identity primary key,
  source text not null,
  -- Null only for a blocked delivery of which not even the kind of table is known.
  kind text check (kind in ('register', 'headcount', 'industry', 'event')),
  name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  published_on date not null,
  imported_at timestamptz not null default now(),
  imported_by text not null,
  verdict text not null check (verdict in ('accepted', 'blocked')),
  rows_read integer not null,
  rows_accepted integer not null,
  rows_quarantined integer not null,
  rows_warned integer not null,
  check (kind is not null or verdict = 'blocked')
);
-- A blocked delivery may be sent again; an accepted one is taken once.
create unique index batch_once on batch (source, sha256) where verdict = 'accepted';

create table batch_part (
  batch_id integer not null references batch,
  part integer not null,
  bytes bytea not null,
  primary key (batch_id, part)
);
comment on table batch_part is 'The delivery as it came, gzip-compressed in parts; batch.sha256 is over the uncompressed bytes.';

-- The dates on which an accepted batch's rows became known; the data vintage of a run is read from here.
create table publication (
  batch_id integer not null references batch,
  published_on date not null,
  rows integer not null,
  primary key (batch_id, published_on)
);

-- How the last pull of each of the place's own sources went.
create table source_state (
  source text not null,
  address text not null,
  etag text,
  pulled_at timestamptz not null,
  failure jsonb,
  primary key (source, address)
);

-- Ids are given by the import under this table's lock, so that they stay dense and one COPY can carry them.
create table enterprise (
  id integer primary key,
  code text not null unique
);

create table register (
  enterprise_id integer not null,
  published_on date not null,
  batch_id integer not null,
  name text,
  industry text,
  industry_raw text,
  region text,
  ownership text,
  revenue double precision,
  assets double precision,
  key_enterprise boolean,
  specialist text,
  successor text,
  successor_kind text check (successor_kind in ('merger', 'transfer', 'code-change')),
  valid_from date,
  valid_to date,
  primary key (enterprise_id, published_on, batch_id)
);

create table headcount (
  enterprise_id integer not null,
  month integer not null,
  published_on date not null,
  batch_id integer not null,
  headcount integer not null,
  dispatch integer,
  hidden integer,
  hired integer,
  departed integer,
  reduction_type smallint,
  reasons smallint[],
  next_month integer,
  primary key (enterprise_id, month, published_on, batch_id)
);

-- Deliveries append month by month, so block-range indexes find "the rows of these batches" or months for almost no upkeep.
create index headcount_batch on headcount using brin (batch_id) with (pages_per_range = 16);
create index headcount_month on headcount using brin (month) with (pages_per_range = 16);

create table industry_headcount (
  industry text not null,
  region text not null default '',
  month integer not null,
  published_on date not null,
  batch_id integer not null,
  headcount integer not null,
  primary key (industry, region, month, published_on, batch_id)
);

create table event (
  enterprise_id integer not null,
  kind text not null,
  occurred_on date not null,
  published_on date not null,
  batch_id integer not null,
  people integer,
  note text,
  primary key (enterprise_id, kind, occurred_on, published_on, batch_id)
);

-- The packed state: one row an enterprise, headcount[i] belongs to first_month + i - 1. Null is "not reported".
create table series (
  enterprise_id integer primary key,
  first_month integer not null,
  headcount integer[] not null,
  -- These end with the last month that has a value; null when none has.
  dispatch integer[],
  hidden integer[],
  -- What the register says at the same vintage, so that scoring reads one table.
  industry text,
  region text,
  closed_month integer,
  successor integer,
  successor_month integer
) with (fillfactor = 50);

-- months with value put at place, made when there were none, stretched with nulls when too short. Ends with the last
-- month that has a value, so that equal histories are equal arrays; null when no month has one.
create function patched_months(months integer[], place integer, value integer) returns integer[]
  language sql immutable
  return case
    when value is null then (
      select (months[:place - 1] || value || months[place + 1:])[:max(i)]
      from generate_subscripts(months, 1) as i where i <> place and months[i] is not null)
    when coalesce(array_length(months, 1), 0) < place
      then months || array_fill(null::integer, array[place - 1 - coalesce(array_length(months, 1), 0)]) || value
    else months[:place - 1] || value || months[place + 1:] end;

-- The vintage that series stands at: every row of batches up to batch_id that was known by published_on.
create table series_state (
  singleton boolean primary key default true check (singleton),
  batch_id integer not null,
  published_on date not null
);

create table lease (
  name text primary key,
  holder text not null,
  fence bigint not null,
  expires_at timestamptz not null
);

create table run (
  id integer generated always as identity primary key,
  month integer not null,
  as_of date not null,
  vintage_batch integer not null,
  vintage_on date not null,
  threshold_set_id integer not null references threshold_set,
  model text not null,
  state text not null check (state in ('running', 'done', 'abandoned')),
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
-- Interrupted and overtaken by newer data, thresholds or model, a run is abandoned and counts for nothing.
create unique index run_once on run (month, vintage_batch, vintage_on, threshold_set_id, model) where state <> 'abandoned';

create table run_step (
  run_id integer not null references run,
  step text not null,
  fence bigint not null,
  counts jsonb not null,
  milliseconds integer not null,
  finished_at timestamptz not null default now(),
  primary key (run_id, step)
);

create table score (
  run_id integer not null,
  enterprise_id integer not null,
  status smallint not null,
  headcount integer,
  previous integer,
  expected real,
  lower real,
  peer_change real,
  peers integer,
  z real,
  leak real,
  slope real,
  trend_p real,
  fall3 real,
  hidden_share real,
  silent_months smallint not null,
  break_month integer,
  risk real,
  level smallint,
  rules text[],
  primary key (run_id, enterprise_id)
);
-- The few rows that somebody asks for by themselves.
create index score_level on score (run_id) where level is not null;
create index score_silent on score (run_id) where silent_months > 0;
comment on table score is 'status, units and null meanings: models/score.ts';

-- What a check found: in a batch when it came in, or in a whole month when it was run.
create table finding (
  id integer generated always as identity primary key,
  batch_id integer references batch,
  run_id integer references run,
  code text not null,
  severity text not null check (severity in ('block', 'quarantine', 'warn')),
  cell text,
  row_number integer,
  value text,
  message jsonb not null,
  repair jsonb not null,
  raw_row text,
  check ((batch_id is null) <> (run_id is null))
);
create index finding_batch on finding (batch_id);
create index finding_run on finding (run_id);

create table figure (
  run_id integer not null references run,
  scope text not null check (scope in ('all', 'without-dominant')),
  dimension text not null,
  code text not null,
  baseline text not null,
  body jsonb not null,
  primary key (run_id, scope, dimension, code, baseline)
);
comment on table figure is 'Job-flow figures of the place, its sectors, industries and regions; fields in models/figure.ts';

-- What a month says beside its figures: dominant employers, January and February joined, the trend.
create table outline (
  run_id integer primary key references run,
  body jsonb not null
);

-- One stretch of an alert. opened_month is its identity; what happened since is in alert_decision.
create table alert (
  id integer generated always as identity primary key,
  subject_kind text not null check (subject_kind in ('enterprise', 'place')),
  subject text not null,
  opened_month integer not null,
  opened_run integer not null references run,
  unique (subject_kind, subject, opened_month)
);

create table alert_decision (
  run_id integer not null references run,
  subject_kind text not null,
  subject text not null,
  month integer not null,
  alert_id integer references alert,
  found_level text,
  level_before text,
  level_after text,
  months_below integer not null,
  months_clear integer not null,
  repeat boolean not null,
  send boolean not null,
  reason text not null,
  -- What happened against the month before, whatever an earlier run of this month told; reports speak of this one.
  month_reason text not null,
  rules jsonb not null,
  explanation jsonb not null,
  primary key (run_id, subject_kind, subject)
);
create index alert_decision_month on alert_decision (month, subject_kind, subject);

create table report (
  run_id integer not null references run,
  kind text not null,
  facts jsonb not null,
  html text not null,
  primary key (run_id, kind)
);
