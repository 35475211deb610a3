#!/bin/sh
# Runs one test with a home and a folder for temporary files of its own; what it leaves among the latter fails it.
# Neither the user's settings nor another test's rest can then change its result. A run that is stopped (TERM, INT,
# HUP) stops its test and leaves nothing either. alone.sh PROGRAM [ARGUMENTS]
folder=$(mktemp -d "${TMPDIR:-/tmp}/bangvang-alone-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT

# Meson gives each test a process group: all of it ends, a display that the test opened, too. A group that is not
# ours alone may hold whoever called, so that only the test itself is told then.
stop () {
  trap '' TERM INT HUP
  read -r _ _ _ _ group _ < "/proc/$$/stat"
  if [ "$group" = $$ ]; then
    kill -s TERM 0
  elif [ -n "$test" ]; then
    kill -s TERM "$test" 2> /dev/null
  fi
  [ -z "$test" ] || wait "$test"
  exit "$1"
}
test=
trap 'stop 143' TERM
trap 'stop 130' INT
trap 'stop 129' HUP

mkdir "$folder/home" "$folder/tmp"
# A test run by root looks at what another user may do.
chmod 711 "$folder" "$folder/tmp"
# Who sets these for a test has said where its home is. In the background, because a shell looks at a signal only
# when what runs in front of it is through.
HOME=$folder/home TMPDIR=$folder/tmp "$@" <&0 &
test=$!
wait "$test"
status=$?
left=$(ls -A "$folder/tmp")
if [ -n "$left" ]; then
  echo "Left behind among the temporary files:" $left >&2
  [ $status -ne 0 ] || status=1
fi
exit $status
