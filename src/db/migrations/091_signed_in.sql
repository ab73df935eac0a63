-- When somebody signed in last is asked for of every account in a list.
create index session_signed_in on session (person_id, created_at) where second_factor;
