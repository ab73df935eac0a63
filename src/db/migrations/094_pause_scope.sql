-- A pause of an enterprise is its row; one of an industry, a region or everybody holds for all who are told, and names no enterprise.
alter table pause enable row level security;
create policy scope on pause for select to wengang_desk using (
  (select scope_all()) or subject_kind <> 'enterprise' or exists (select from enterprise e where e.code = pause.subject));
alter table pause_end enable row level security;
create policy scope on pause_end for select to wengang_desk using (
  (select scope_all()) or exists (select from pause p where p.id = pause_end.pause_id));
grant select on pause, pause_end to wengang_desk;
