-- Small cuts add up over a year: persons lost since twelve months ago, net of level shifts.
alter table score add column fall12 double precision;
