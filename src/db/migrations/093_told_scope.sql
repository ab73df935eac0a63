-- Whoever may read an alert may read who was told of it, by which channel and how that went, and what people said of it. Of a
-- recipient the name and what may be shown of the address; of a message nothing it says, because it speaks of others too.
alter table notice enable row level security;
create policy scope on notice for select to wengang_desk using (
  (select scope_all()) or exists (select from alert a where a.id = notice.alert_id));
alter table sending_notice enable row level security;
create policy scope on sending_notice for select to wengang_desk using (
  (select scope_all()) or exists (select from notice n where n.id = sending_notice.notice_id));
alter table sending enable row level security;
create policy scope on sending for select to wengang_desk using (
  (select scope_all()) or exists (select from sending_notice l where l.sending_id = sending.id));
alter table sending_attempt enable row level security;
create policy scope on sending_attempt for select to wengang_desk using (
  (select scope_all()) or exists (select from sending s where s.id = sending_attempt.sending_id));
alter table recipient enable row level security;
create policy scope on recipient for select to wengang_desk using (
  (select scope_all()) or exists (select from sending s where s.recipient_id = recipient.id));
alter table alert_feedback enable row level security;
create policy scope on alert_feedback for select to wengang_desk using (
  (select scope_all()) or exists (select from alert a where a.id = alert_feedback.alert_id));

grant select on notice, sending_notice, sending_attempt, alert_feedback to wengang_desk;
grant select (id, recipient_id, desk, why, urgent, day, created_at, state, attempts, not_before, done_at) on sending to wengang_desk;
grant select (id, desk, name, channel, hint, language) on recipient to wengang_desk;
