-- What stood of a recipient before it was changed: who was told what earlier was told it there.
create table recipient_former (
  id integer generated always as identity primary key,
  recipient_id integer not null references recipient,
  desk text not null,
  name text not null,
  channel text not null,
  address text not null,
  hint text not null,
  fingerprint text not null,
  language text not null,
  valid_from date,
  valid_to date,
  replaced_at timestamptz not null,
  replaced_by text not null
);
create index recipient_former_recipient on recipient_former (recipient_id, replaced_at);

-- As of the recipient itself: the name and what may be shown of the address, to whoever may read who was told.
alter table recipient_former enable row level security;
create policy scope on recipient_former for select to wengang_desk using (
  (select scope_all()) or exists (select from recipient r where r.id = recipient_former.recipient_id));
grant select (id, recipient_id, name, channel, hint, replaced_at) on recipient_former to wengang_desk;
