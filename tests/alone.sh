#!/bin/sh
# Runs one test with a home and a folder for temporary files of its own; what it leaves among the latter fails it.
# Neither the user's settings nor another test's rest can then change its result. alone.sh PROGRAM [ARGUMENTS]
folder=$(mktemp -d "${TMPDIR:-/tmp}/bangvang-alone-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/home" "$folder/tmp"
# A test run by root looks at what another user may do.
chmod 711 "$folder" "$folder/tmp"
# Who sets these for a test has said where its home is.
HOME=$folder/home TMPDIR=$folder/tmp "$@"
status=$?
left=$(ls -A "$folder/tmp")
if [ -n "$left" ]; then
  echo "Left behind among the temporary files:" $left >&2
  [ $status -ne 0 ] || status=1
fi
exit $status
