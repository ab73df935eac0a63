-- What a score is disputed by: the expected share of false ones at its strength, and how far the risk may be believed.
alter table score add column q double precision;
alter table score add column risk_low double precision;
alter table score add column risk_high double precision;
