-- Kept months say the industry of each enterprise since threshold sets may ask more or less of one: those kept before go,
-- and the threshold lab's history begins again with the next month that is run.
delete from kept_month;
