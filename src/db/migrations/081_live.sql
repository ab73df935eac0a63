-- What open pages are told of without reloading: an alert raised, a run done. Read by (xid, id): numbers are given before
-- transactions end and so appear out of order, and a reader of the highest number would lose the late ones. A row counts once
-- every transaction begun before its own has ended, and then nothing can come before it.
create table live_event (
  id integer generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  kind text not null check (kind in ('alert', 'run')),
  alert_id integer,
  run_id integer
);
create index live_event_order on live_event (xid, id);

create function tell_alert() returns trigger language plpgsql as $$ begin insert into live_event (kind, alert_id) values ('alert', new.id); return null; end $$;
create trigger told after insert on alert for each row execute function tell_alert();
create function tell_run() returns trigger language plpgsql as $$ begin if new.state = 'done' and new.kind = 'month' and old.state <> 'done' then insert into live_event (kind, run_id) values ('run', new.id); end if; return null; end $$;
create trigger told after update of state on run for each row execute function tell_run();

-- An alert's row is for those who may see the alert; which months were run is no secret.
alter table live_event enable row level security;
create policy scope on live_event for select to wengang_desk using (
  kind = 'run' or exists (select from alert a where a.id = live_event.alert_id));
grant select on live_event to wengang_desk;
