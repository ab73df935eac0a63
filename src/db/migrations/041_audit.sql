-- What people changed, took out and looked at. Each row holds the hash of the one before, so that nothing can be altered,
-- left out or put elsewhere without every later row showing it. src/db/audit/chain.ts
create table audit (
  position integer primary key,
  at timestamptz(3) not null,
  actor text not null,
  action text not null,
  subject text not null,
  -- Json in its canonical form: it is hashed as it stands.
  detail text not null,
  previous text not null,
  hash text not null
);
-- Where the chain ends: without it rows could be cut off the end. Its lock puts writers in a row.
create table audit_head (
  singleton boolean primary key default true check (singleton),
  position integer not null,
  hash text not null
);
insert into audit_head (position, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'the audit log only grows'; end $$;
create trigger append_only before update or delete or truncate on audit for each statement execute function refuse_change();
create trigger kept before delete or truncate on audit_head for each statement execute function refuse_change();
create function follow_audit() returns trigger language plpgsql as $$ begin if new.position <> old.position + 1 or not exists (select from audit a where a.position = new.position and a.hash = new.hash and a.previous = old.hash) then raise exception 'the head of the audit log follows its newest row'; end if; return new; end $$;
create trigger follows before update on audit_head for each row execute function follow_audit();
