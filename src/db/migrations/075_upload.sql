-- A file handed in on the data page. Nothing of it counts while it stands here: no query of a figure, score or report reads
-- these tables. Once accepted it is imported like any other delivery, and batch_id says as which.
create table upload (
  id integer generated always as identity primary key,
  source text not null,
  name text not null,
  sha256 text not null,
  size_bytes integer not null,
  -- Null once the file has been let go of: its rows are in the batch, or it was never imported.
  bytes bytea,
  published_on date not null,
  uploaded_by integer not null references person,
  uploaded_at timestamptz not null,
  -- Null for a file of which not even the kind of table is known.
  kind text,
  verdict text not null check (verdict in ('ready', 'blocked')),
  counts jsonb not null,
  -- What was wrong, cell by cell, and how many findings there were in all.
  findings jsonb not null,
  finding_count integer not null,
  -- Codes of the enterprises it speaks of: whose desk may look at it.
  enterprises text[] not null,
  whole_place boolean not null,
  state text not null check (state in ('checked', 'waiting', 'refused', 'imported', 'expired')),
  passed integer not null default 0,
  batch_id integer references batch,
  check ((state = 'imported') = (batch_id is not null))
);
create index upload_open on upload (uploaded_by) where state in ('checked', 'waiting');

-- What was done about a file, by whom: handed in, passed, refused with a reason, imported.
create table upload_step (
  id integer generated always as identity primary key,
  upload_id integer not null references upload,
  kind text not null check (kind in ('submit', 'pass', 'refuse', 'import')),
  by_person integer not null references person,
  at timestamptz not null,
  note text
);
create index upload_step_upload on upload_step (upload_id);

-- A reviewer's correction of one cell. The file stays as it came; the corrected row follows it as a batch of its own.
create table upload_correction (
  id integer generated always as identity primary key,
  upload_id integer not null references upload,
  cell text not null,
  before text not null,
  value text not null,
  reason text not null,
  by_person integer not null references person,
  at timestamptz not null
);
create index upload_correction_upload on upload_correction (upload_id);
-- The batch that holds the corrected rows, newer than the one of the file.
alter table upload add column correction_batch_id integer references batch;
