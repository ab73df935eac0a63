-- A month's decisions build on those of the run that spoke for the nearest earlier month. Built on another, they are
-- another run; runs whose ground has gone are found by this column and made anew.
alter table run add column after_run integer references run;

-- Runs were made one at a time, so their numbers tell what each of them found done.
update run r set after_run = (
  select p.id from run p where p.state = 'done' and p.month < r.month and p.id < r.id order by p.month desc, p.id desc limit 1);

drop index run_once;
create unique index run_once on run (month, vintage_batch, vintage_on, threshold_set_id, model, coalesce(after_run, 0))
  where state <> 'abandoned';

-- What a subject was last told, whichever month told it.
create index alert_decision_sent on alert_decision (subject_kind, subject, run_id) where send;
