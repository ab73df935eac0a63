-- What spreadsheets, Metabase and Grafana may read: views that stay when tables change, each column explained. They run with their
-- owner's rights and show the whole place, so that they are for those who may see all of it. docs/open-views.md
create schema if not exists open;
comment on schema open is 'Views for reading from outside: docs/open-views.md';

create view open.run as select distinct on (month) make_date(month / 12, month % 12 + 1, 1) as month, as_of, finished_at, id as run_id from run where state = 'done' and kind = 'month' order by month, id desc;
comment on view open.run is 'The run that speaks for each month: the newest finished one.';
comment on column open.run.month is 'First day of the month.';
comment on column open.run.as_of is 'Day whose knowledge it rests on.';
comment on column open.run.finished_at is 'When it was done.';
comment on column open.run.run_id is 'Its number; figures and enterprise months name it.';

create view open.figure as select r.month, f.dimension, f.code, f.baseline, (f.body ->> 'reporting')::integer as reporting, (f.body ->> 'headcount')::double precision as headcount,
   (f.body ->> 'silent')::integer as silent, (f.body ->> 'matched')::integer as matched, (f.body ->> 'base')::double precision as base,
   (f.body ->> 'current')::double precision as current, (f.body ->> 'change')::double precision as change, (f.body ->> 'rate')::double precision as rate,
   (f.body ->> 'grossLoss')::double precision as gross_loss, (f.body ->> 'grossGain')::double precision as gross_gain,
   (f.body ->> 'destruction')::double precision as destruction, (f.body ->> 'creation')::double precision as creation, f.run_id
 from figure f join open.run r using (run_id) where f.scope = 'all';
comment on view open.figure is 'Movement of employment by month, group and baseline, over enterprises that reported both times (common sample). Persons and enterprises; rates are shares.';
comment on column open.figure.month is 'First day of the month.';
comment on column open.figure.dimension is 'place, sector, section, division, region, sizeBand, size or department. Departments overlap and do not add up.';
comment on column open.figure.code is 'Code of the group in the profile; - is not known.';
comment on column open.figure.baseline is 'What it is held against: previous (month before), year-start, first-filing, year-ago, quarter-start, joined-year-ago.';
comment on column open.figure.reporting is 'Enterprises with a report in the month.';
comment on column open.figure.headcount is 'Their persons.';
comment on column open.figure.silent is 'Enterprises with a report at the baseline and none now, not known to have closed.';
comment on column open.figure.matched is 'Enterprises of the common sample.';
comment on column open.figure.base is 'Their persons at the baseline.';
comment on column open.figure.current is 'Their persons in the month.';
comment on column open.figure.change is 'current - base.';
comment on column open.figure.rate is 'change / base; null: not computable.';
comment on column open.figure.gross_loss is 'Persons lost by those that shrank, never netted.';
comment on column open.figure.gross_gain is 'Persons gained by those that grew.';
comment on column open.figure.destruction is 'gross_loss over the mean of base and current.';
comment on column open.figure.creation is 'gross_gain over the mean of base and current.';
comment on column open.figure.run_id is 'Run that stored it.';

create view open.enterprise_month as select r.month, e.code, g.name, g.industry, g.region, s.headcount, s.previous, s.expected, s.lower, s.z, s.risk, s.level, s.silent_months, s.run_id
 from score s join open.run r using (run_id) join enterprise e on e.id = s.enterprise_id
 left join lateral (select (array_agg(name order by published_on desc, batch_id desc) filter (where name is not null))[1] as name, (array_agg(industry order by published_on desc, batch_id desc) filter (where industry is not null))[1] as industry, (array_agg(region order by published_on desc, batch_id desc) filter (where region is not null))[1] as region from register where enterprise_id = e.id) as g on true;
comment on view open.enterprise_month is 'Each enterprise in each month as the run that speaks for it scored it. Names enterprises: for those who may see all of them.';
comment on column open.enterprise_month.month is 'First day of the month.';
comment on column open.enterprise_month.code is 'Unified social credit code, or the code the source uses.';
comment on column open.enterprise_month.name is 'Newest name in the register.';
comment on column open.enterprise_month.industry is 'Code of the finest known industry.';
comment on column open.enterprise_month.region is 'Code of the region.';
comment on column open.enterprise_month.headcount is 'Persons reported for the month; null: not reported, which is not 0.';
comment on column open.enterprise_month.previous is 'Persons of the month before, or of the last report before a silence or an exit.';
comment on column open.enterprise_month.expected is 'Persons expected from its peers and its own course.';
comment on column open.enterprise_month.lower is 'Persons below which the month is unusual.';
comment on column open.enterprise_month.z is 'Standardised residual; negative is a fall beyond the peers.';
comment on column open.enterprise_month.risk is 'Foretold chance of a large reduction within three months, 0 to 1; of a shipped model a score only.';
comment on column open.enterprise_month.level is 'Rank of the level that its rules reached, 0 the most severe; null: none.';
comment on column open.enterprise_month.silent_months is 'Months without a report, this one included; 0 when it reported.';
comment on column open.enterprise_month.run_id is 'Run that scored it.';

create view open.alert as select number, subject_kind, subject, level, state, outcome, make_date(opened_month / 12, opened_month % 12 + 1, 1) as opened_month, raised_at, owner from alert;
comment on view open.alert is 'Alerts as they stand now. Names enterprises by their code.';
comment on column open.alert.number is 'Number of the alert (预警编号).';
comment on column open.alert.subject_kind is 'enterprise, or place for several enterprises at once.';
comment on column open.alert.subject is 'Code of the enterprise or of the place.';
comment on column open.alert.level is 'Code of the level as last decided; null once it is over.';
comment on column open.alert.state is 'raised, acknowledged, in-hand or closed.';
comment on column open.alert.outcome is 'How it ended: no-layoff, reduced, layoff, data-error or transfer; null while open.';
comment on column open.alert.opened_month is 'First day of the month it began in.';
comment on column open.alert.raised_at is 'When it was raised.';
comment on column open.alert.owner is 'Who took it; null while nobody did.';

create view open.enterprise_case as select number, enterprise, opened_at, closed_at, criticality, steps from enterprise_case;
comment on view open.enterprise_case is 'Cases of enterprises, without their notes.';
comment on column open.enterprise_case.number is 'Number of the case (处置编号).';
comment on column open.enterprise_case.enterprise is 'Code of the enterprise.';
comment on column open.enterprise_case.opened_at is 'When it was opened.';
comment on column open.enterprise_case.closed_at is 'When it was closed; null while open.';
comment on column open.enterprise_case.criticality is 'high, medium or low.';
comment on column open.enterprise_case.steps is 'Steps taken so far.';

create view open.event as select distinct on (e.code, v.kind, v.occurred_on) e.code, v.kind, v.occurred_on, v.published_on, v.people from event v join enterprise e on e.id = v.enterprise_id order by e.code, v.kind, v.occurred_on, v.published_on desc, v.batch_id desc;
comment on view open.event is 'What was reported of enterprises, its newest word, without notes.';
comment on column open.event.code is 'Code of the enterprise.';
comment on column open.event.kind is 'Code of the kind of event in the profile.';
comment on column open.event.occurred_on is 'Day it happened.';
comment on column open.event.published_on is 'Day it became known.';
comment on column open.event.people is 'Persons concerned; null: not said.';

create view open.delivery as select id, source, kind, name, published_on, imported_at, imported_by, verdict, rows_read, rows_accepted, rows_quarantined, rows_warned from batch;
comment on view open.delivery is 'What came in and what became of it.';
comment on column open.delivery.id is 'Number of the delivery.';
comment on column open.delivery.source is 'Where it came from.';
comment on column open.delivery.kind is 'register, headcount, industry, event or another table; null: not known.';
comment on column open.delivery.name is 'Its name, such as that of a file.';
comment on column open.delivery.published_on is 'Day its content became known.';
comment on column open.delivery.imported_at is 'When it was taken in.';
comment on column open.delivery.imported_by is 'By whom.';
comment on column open.delivery.verdict is 'accepted or blocked.';
comment on column open.delivery.rows_read is 'Rows read.';
comment on column open.delivery.rows_accepted is 'Rows that count.';
comment on column open.delivery.rows_quarantined is 'Rows put aside.';
comment on column open.delivery.rows_warned is 'Rows that count with a warning.';

-- A role without a login that sees these and nothing else; a user for a tool is made a member of it. Who may not make roles is
-- told in docs/open-views.md what the administrator runs.
do $$ begin if not exists (select from pg_roles where rolname = 'wengang_reader') then create role wengang_reader nologin; end if; exception when duplicate_object or unique_violation or insufficient_privilege then null; end $$;
do $$ begin if exists (select from pg_roles where rolname = 'wengang_reader') then execute 'grant usage on schema open to wengang_reader'; execute 'grant select on all tables in schema open to wengang_reader'; end if; end $$;
