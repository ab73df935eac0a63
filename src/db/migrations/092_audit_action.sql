-- The log is looked through by what was done, the newest first.
create index audit_action on audit (action, position);
