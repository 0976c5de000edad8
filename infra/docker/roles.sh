#!/bin/sh
# Runs once, when the database server's folder is new: the owner, the three programs' roles and the database.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner="$OWNER_PASSWORD" -v portal="$PORTAL_PASSWORD" -v desk="$DESK_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
create role kotae_owner login password :'owner' createrole;
create role kotae_portal login password :'portal';
create role kotae_desk login password :'desk';
create role kotae_worker login password :'worker';
create database kotae owner kotae_owner encoding 'UTF8' template template0;
\c kotae
alter schema public owner to kotae_owner;
SQL
