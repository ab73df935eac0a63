-- Beside each version of a figure stands the delivery it came in: whose, when, by whom. These columns name no enterprise.
grant select (id, source, name, imported_by, imported_at) on batch to wengang_desk;
