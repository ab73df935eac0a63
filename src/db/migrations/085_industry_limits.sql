-- Kept months say the industry of each enterprise since threshold sets may ask more or less of one: those kept before are
-- kept anew when their months are run again, and the threshold lab has no history until then.
delete from kept_month;
