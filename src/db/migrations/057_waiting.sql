-- An alert that is held back lives on untold: the level and month it would have, and how many people a visit is about.
-- months_below and months_clear are then its own, explanation and headline those of the finding; rules are those of the month.
-- waiting_foretold: every rule that asked for it asks what a model foretells, so under rules alone it waits no more.
alter table alert_decision add column waiting_level text;
alter table alert_decision add column waiting_since integer;
alter table alert_decision add column waiting_at_risk double precision;
alter table alert_decision add column waiting_foretold boolean;
