-- Who is behind a desk, where they are reached, who stands in. Addresses are sealed; the hint is what may be shown.
create table recipient (
  id integer generated always as identity primary key,
  desk text not null,
  name text not null,
  channel text not null,
  address text not null,
  hint text not null,
  -- The same for the same address, and of no use without the place's secret: what a robot's limit is counted by.
  fingerprint text not null,
  language text not null default 'zh' check (language in ('zh', 'en')),
  valid_from date,
  valid_to date,
  actor text not null,
  at timestamptz not null
);
create index recipient_desk on recipient (desk);

-- An address that refused for good: nothing more goes there until a person has looked at it.
create table recipient_state (
  id integer generated always as identity primary key,
  recipient_id integer not null references recipient,
  working boolean not null,
  reason text not null,
  actor text not null,
  at timestamptz not null
);
create index recipient_state_recipient on recipient_state (recipient_id, id);

create table absence (
  id integer generated always as identity primary key,
  recipient_id integer not null references recipient,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  deputy_id integer references recipient,
  reason text not null,
  actor text not null,
  at timestamptz not null
);

create table duty (
  id integer generated always as identity primary key,
  desk text not null,
  recipient_id integer not null references recipient,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  actor text not null,
  at timestamptz not null
);

-- What a desk is to be told, written in the transaction of the decision that makes it so (transactional outbox).
create table notice (
  id integer generated always as identity primary key,
  key text not null unique,
  desk text not null,
  kind text not null,
  alert_id integer references alert,
  at timestamptz not null,
  at_once boolean not null,
  routes text[] not null,
  about jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'suppressed')),
  -- Why it waits or was suppressed; null when neither was looked at yet.
  reason text
);
create index notice_waiting on notice (desk) where state = 'waiting';
create index notice_alert on notice (alert_id);
comment on table notice is 'state sent: put into at least one sending; whether that was delivered stands there';

-- One message to one recipient. key goes out with every try, so that a receiver can tell two tries of one message.
create table sending (
  id integer generated always as identity primary key,
  key text not null unique,
  recipient_id integer not null references recipient,
  desk text not null,
  why text not null,
  urgent boolean not null,
  day date not null,
  message jsonb not null,
  created_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  not_before timestamptz not null,
  claimed_by text,
  claimed_until timestamptz,
  done_at timestamptz,
  receipt text
);
create index sending_waiting on sending (recipient_id, id) where state = 'waiting';

create table sending_notice (
  sending_id integer not null references sending,
  notice_id integer not null references notice,
  primary key (sending_id, notice_id)
);
create index sending_notice_notice on sending_notice (notice_id);

-- Written before a try begins and completed after it: a try without an end was cut off, and may have arrived.
create table sending_attempt (
  sending_id integer not null references sending,
  attempt integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('delivered', 'temporary', 'permanent')),
  code text,
  detail jsonb,
  primary key (sending_id, attempt)
);
create index sending_attempt_started on sending_attempt (started_at);
