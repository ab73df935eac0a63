-- Who reads a report reads its corrections: a correction is about 'report:ID'. As its owner, for a policy may not ask its own table.
create function scope_correction(about text) returns boolean language sql stable security definer set search_path = public
  return split_part(about, ':', 1) = 'report' and exists (
    select from issued_report original where original.id::text = split_part(about, ':', 2) and scope_report(original.scope));
drop policy scope on issued_report;
create policy scope on issued_report for select to wengang_desk using (scope_report(scope) or scope_correction(scope));
