-- A delivery the simulator wrote says so itself; what was imported before is known by the names in its register.
alter table batch add column simulated boolean not null default false;
update batch set simulated = true where id in (select batch_id from register where name like '模拟%');

-- The same bytes may come again with another publication date: that is how a wrong date is corrected.
drop index batch_once;
create unique index batch_once on batch (source, sha256, published_on) where verdict = 'accepted';

-- error: the month counts, but somebody must act before it is relied on.
alter table finding drop constraint finding_severity_check;
alter table finding add constraint finding_severity_check check (severity in ('block', 'error', 'quarantine', 'warn'));

-- How many cells a finding stands for: the thousand-and-first of a code stands for all that follow.
alter table finding add column cells integer not null default 1;

-- Which months a publication speaks of: tells a run whether it concerns it, and a source that has gone silent.
-- Null where rows belong to no month (the register).
alter table publication add column first_month integer;
alter table publication add column last_month integer;
update publication p set first_month = s.first_month, last_month = s.last_month
from (
  select batch_id, published_on, min(month) as first_month, max(month) as last_month
  from (
    select batch_id, published_on, month from headcount
    union all
    select batch_id, published_on, month from industry_headcount
    union all
    select batch_id, published_on, (extract(year from occurred_on) * 12 + extract(month from occurred_on))::integer - 1 from event
  ) as told
  group by batch_id, published_on) as s
where s.batch_id = p.batch_id and s.published_on = p.published_on;
