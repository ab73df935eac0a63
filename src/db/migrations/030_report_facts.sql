-- A report is kept as facts alone: pages and documents are made from them when somebody asks.
-- Those of earlier versions (form 1) held a page too and other facts; they are made anew from what their runs stored.
alter table report drop column html;
alter table report add column form integer not null default 1;
-- Whose enterprises: '' the whole place, 'department:…', 'region:…', or the event or report it is about.
alter table report add column scope text not null default '';
alter table report drop constraint report_pkey;
alter table report add primary key (run_id, kind, scope);
