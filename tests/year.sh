# What the scripts of a whole year share: to be sourced, with $cli, $out and $BV_FILE set.
# shellcheck shell=bash

step () { printf '\n── %s\n' "$*"; }
fail () { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }
# has WHAT COMMAND…: the command is done (0, or 1: something needs a look) and its answer holds WHAT.
has () {
  local what=$1 answer status=0
  shift
  answer=$("$cli" "$@" 2>&1) || status=$?
  [ "$status" -le 1 ] || fail "$* ended with $status: $answer"
  case $answer in *"$what"*) ;; *) fail "$* did not say “$what” but: $answer" ;; esac
}
# refused WHAT COMMAND…: refused (4) with a sentence that holds WHAT.
refused () {
  local what=$1 answer status=0
  shift
  answer=$("$cli" "$@" 2>&1 > /dev/null) || status=$?
  [ "$status" -eq 4 ] || fail "$* ended with $status in place of 4: $answer"
  case $answer in *"$what"*) ;; *) fail "$* was not refused for “$what” but: $answer" ;; esac
}
id_of () { python3 -c 'import json, sys; print("#%d" % json.load(sys.stdin)[sys.argv[1]])' "$1"; }
# Every row of every table that an act can change.
rows () {
  local table
  for table in $(sqlite3 "$BV_FILE" "SELECT name FROM sqlite_schema WHERE type = 'table'
      AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'derived%' AND name <> 'history' ORDER BY 1"); do
    printf '%s\n' "$table"
    sqlite3 "$BV_FILE" "SELECT * FROM \"$table\"" | LC_ALL=C sort
  done
}

# undo_all FIRST: takes back every act after FIRST, the newest first.
undo_all () {
  local n=0
  while [ "$(sqlite3 "$BV_FILE" "SELECT count (*) FROM history AS h WHERE kind = 'act' AND id > $1
      AND (SELECT kind FROM history WHERE target = h.id ORDER BY id DESC LIMIT 1) IS NOT 'undo'")" -gt 0 ]; do
    "$cli" undo > /dev/null || fail "an act could not be undone"
    n=$((n + 1))
  done
  printf '\n%s acts were done and undone.\n' "$n"
}
