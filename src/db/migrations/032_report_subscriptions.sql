-- Who gets which reports, and in which formats.
create table report_subscription (
  id integer generated always as identity primary key,
  recipient_id integer not null references recipient,
  kind text not null,
  scope text not null,
  formats text[] not null,
  actor text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index report_subscription_once on report_subscription (recipient_id, kind, scope) where ended_at is null;

-- One report to one recipient, once; how its delivery goes stands in "sending".
create table report_sending (
  report_id integer not null references issued_report,
  recipient_id integer not null references recipient,
  sending_id integer not null references sending,
  formats text[] not null,
  primary key (report_id, recipient_id)
);
create unique index report_sending_sending on report_sending (sending_id);
