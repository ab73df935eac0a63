-- An alert lives on after the decision that raised it: people acknowledge it, take it in hand and end it. What it is now
-- stands in alert; how it came to that, change by change, in alert_change. models/alert/life.ts says what may follow what.
alter table alert add column number text;
alter table alert add column level text;
alter table alert add column raised_at timestamptz not null default now();
alter table alert add column state text not null default 'raised'
  check (state in ('raised', 'acknowledged', 'in-hand', 'closed'));
alter table alert add column outcome text
  check (outcome in ('no-layoff', 'reduced', 'layoff', 'data-error', 'transfer'));
alter table alert add column settled boolean not null default false;
alter table alert add column owner text;
alter table alert add column snoozed_until date;
alter table alert add column no_data boolean not null default false;
alter table alert add column changes integer not null default 1;
-- How many steps of its level were taken because nobody acknowledged, and since when that level stands.
alter table alert add column escalations integer not null default 0;
alter table alert add column level_since timestamptz not null default now();
alter table alert add check ((state = 'closed') = (outcome is not null));

create table alert_change (
  alert_id integer not null references alert,
  change integer not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  state text not null,
  level text,
  reason text,
  outcome text,
  until date,
  owner text,
  run_id integer references run,
  primary key (alert_id, change)
);
comment on table alert_change is 'Every change of an alert with who, when and why; never overwritten. Actions: models/alert/actions.ts';

-- Alerts of earlier versions: open where the newest decision on them left a level, over where it did not.
update alert a set level = d.level_after, state = case when d.level_after is null then 'closed' else 'raised' end,
  outcome = case when d.level_after is null then case when d.reason = 'withdrawn' then 'data-error' else 'no-layoff' end end
from (select distinct on (alert_id) alert_id, level_after, reason from alert_decision
      where alert_id is not null order by alert_id, month desc, run_id desc) as d
where d.alert_id = a.id;
update alert a set state = 'closed', outcome = 'no-layoff', level = null
where a.state <> 'closed' and exists (
  select 1 from alert n where n.subject_kind = a.subject_kind and n.subject = a.subject and n.id > a.id and n.state <> 'closed');
update alert set number = 'YJ' || opened_month / 12 || '-' || lpad((opened_month % 12 + 1)::text, 2, '0') || '-' || lpad(id::text, 5, '0');
alter table alert alter column number set not null;
alter table alert add unique (number);
insert into alert_change (alert_id, change, at, actor, action, state, level, outcome, run_id)
  select id, 1, raised_at, 'system', 'raise', state, level, outcome, opened_run from alert;
create unique index alert_one_open on alert (subject_kind, subject) where state <> 'closed';

-- What a person closed and is still found, so that the months after do not raise it again.
alter table alert_decision add column settled_level text;
-- One line of the explanation, for a phone.
alter table alert_decision add column headline jsonb;

-- Events are judged on the day they come in: such a judgement is a run of its own kind, without steps, between month runs.
alter table run add column kind text not null default 'month' check (kind in ('month', 'event'));
drop index run_once;
create unique index run_once on run (month, vintage_batch, vintage_on, threshold_set_id, model, coalesce(after_run, 0))
  where state <> 'abandoned' and kind = 'month';

create table pause (
  id integer generated always as identity primary key,
  subject_kind text not null check (subject_kind in ('enterprise', 'industry', 'region', 'place')),
  subject text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  reason text not null,
  actor text not null,
  at timestamptz not null
);
-- Ended before its time: a row of its own, so that both are kept.
create table pause_end (
  pause_id integer primary key references pause,
  reason text not null,
  actor text not null,
  at timestamptz not null
);

create table alert_feedback (
  alert_id integer not null references alert,
  actor text not null,
  at timestamptz not null,
  useful boolean not null,
  reason text not null,
  note text,
  primary key (alert_id, actor, at)
);
comment on table alert_feedback is 'Was this alert useful? The newest of each person counts. Reasons: models/alert/feedback.ts';

-- Events of batches up to this one have been judged on the day they came in.
create table event_judged (
  singleton boolean primary key default true check (singleton),
  batch_id integer not null
);
