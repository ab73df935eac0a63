-- People who sign in. Nobody is deleted: what they did stays theirs. Secrets are kept as hashes, or sealed where they must be
-- read again; moments are handed in by the caller.
create table person (
  id integer generated always as identity primary key,
  account text not null unique,
  name text not null,
  roles text[] not null,
  departments text[] not null,
  regions text[] not null,
  specialist text,
  -- Issuer and subject at the provider of single sign-on.
  sso_subject text unique,
  password_hash text,
  password_set_at timestamptz,
  totp_secret text,
  -- The time step of the last code taken, so that no code is taken twice.
  totp_step bigint not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  disabled_at timestamptz
);

create table session (
  id integer generated always as identity primary key,
  token_hash text not null unique,
  person_id integer not null references person,
  way text not null check (way in ('password', 'single-sign-on', 'link')),
  second_factor boolean not null,
  -- A second factor being set up, until its first code has come back.
  totp_pending text,
  address text not null,
  agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id) where ended_at is null;

create table one_time_link (
  secret_hash text primary key,
  purpose text not null check (purpose in ('set-up', 'password', 'browser')),
  -- Null only for the set-up link, which makes the first person.
  person_id integer references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((person_id is null) = (purpose = 'set-up'))
);

create table recovery_code (
  person_id integer not null references person,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table api_token (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  name text not null,
  scope text not null check (scope in ('read', 'change')),
  token_hash text not null unique,
  last_four text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index api_token_person on api_token (person_id);

-- Written before a proof is looked at and completed after, so that many tries at once count each other. The account is
-- hashed: people type passwords into the wrong field.
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_hash text not null,
  address text not null,
  kind text not null check (kind in ('password', 'code')),
  outcome text not null default 'open' check (outcome in ('open', 'failed', 'passed', 'refused'))
);
create index sign_in_attempt_account on sign_in_attempt (account_hash, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

-- Somebody on the way to the provider of single sign-on and back.
create table sso_attempt (
  state_hash text primary key,
  form_hash text not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null
);
