-- Whoever makes an account does not decide what it may do (三员分立): each row is a word on somebody's roles, and the newest one
-- is in force. The person's own columns say what the newest row says, so that a look at a person need not read two tables.
create table rights_decision (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  at timestamptz not null,
  decided_by text not null,
  state text not null check (state in ('waiting', 'granted', 'refused', 'withdrawn')),
  roles text[] not null,
  departments text[] not null,
  regions text[] not null,
  specialist text,
  reason text not null
);
create index rights_decision_person on rights_decision (person_id, id);

-- Who had an account before this keeps what it may do.
insert into rights_decision (person_id, at, decided_by, state, roles, departments, regions, specialist, reason)
select id, created_at, created_by, 'granted', roles, departments, regions, specialist, '' from person order by id;
