-- An alert that is held back lives on untold: the level and month it would have, and how many people a visit is about.
-- months_below and months_clear are then its own, explanation and headline those of the finding; rules are those of the month.
alter table alert_decision add column waiting_level text;
alter table alert_decision add column waiting_since integer;
alter table alert_decision add column waiting_at_risk double precision;
