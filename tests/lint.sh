#!/usr/bin/env bash
# Everything that can be said of the tree without running it. Prints each finding; the last line counts them.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
findings=0
tell () { findings=$((findings + 1)); printf '%s\n' "$*"; }
head_line () { printf -- '── %s\n' "$*"; }

head_line "format"
while read -r file; do
  tell "$file: not formatted (./dev format)"
done < <(git ls-files 'src/*.[ch]' 'tests/*.[ch]' | xargs -n 50 clang-format --dry-run 2>&1 \
  | sed -nE 's/^([^ :]+):[0-9]+:[0-9]+: warning: code should be clang-formatted.*/\1/p' | LC_ALL=C sort -u)

head_line "walls"
tests/house/walls.py . | grep -E '^(not ok|#)' && tell "a wall is broken"

head_line "translations"
msgfmt -c -o /dev/null po/vi.po || tell "po/vi.po: msgfmt -c fails"
left=$(msgattrib --untranslated --no-obsolete po/vi.po | grep -c '^msgid' || true)
[ "$left" -le 1 ] || tell "po/vi.po: $((left - 1)) messages are not translated"
fuzzy=$(msgattrib --only-fuzzy --no-obsolete po/vi.po | grep -c '^msgid' || true)
[ "$fuzzy" -le 1 ] || tell "po/vi.po: $((fuzzy - 1)) messages are fuzzy"
used=$({ git ls-files 'src/*.c' | xargs grep -lE '\b(_|C_|N_|NC_|ngettext|g_dngettext|dngettext|g_dpgettext2?) ?\('
  git ls-files 'ui/*.ui' | xargs -r grep -lE 'translatable="(yes|true)"'
  git ls-files 'data/*.desktop.in' 'data/*.metainfo.xml.in' 'data/*.gschema.xml' 'data/*.xml.in'; } | LC_ALL=C sort -u)
[ "$used" = "$(cat po/POTFILES.in)" ] || tell "po/POTFILES.in is not complete: $(diff <(echo "$used") po/POTFILES.in | grep '^[<>]' | tr '\n' ' ')"
pot=$(mktemp)
xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=ngettext:1,2 --keyword=g_dpgettext2:2c,3 \
  --files-from=po/POTFILES.in -o "$pot" 2> /dev/null
missing=$(msgcomm --more-than=1 "$pot" po/vi.po 2> /dev/null | grep -c '^msgid' || true)
total=$(grep -c '^msgid ' "$pot" || true)
[ "$missing" -ge "$((total - 1))" ] || tell "po/vi.po lacks $((total - missing)) messages of the source"
rm -f "$pot"

head_line "desktop files"
build=build-lint
[ -f $build/build.ninja ] || meson setup $build --prefix=/usr -Dtests=false > /dev/null
# Only these two: building the program is not lint's work, and on a fresh tree it was most of its time.
id=vn.bangvang.BangVang
ninja -C $build data/$id.desktop data/$id.metainfo.xml > $build/ninja.log 2>&1 \
  || { tail -20 $build/ninja.log; tell "does not build"; }
desktop-file-validate $build/data/*.desktop || tell "the desktop file is not valid"
appstreamcli validate --no-net --explain $build/data/*.metainfo.xml || tell "the metainfo is not valid"
for file in $(git ls-files 'ui/*.ui' 'data/*.svg' 'data/*.xml' 'data/*.xml.in' 'data/*.in'); do
  case $file in *.desktop.in) continue ;; esac
  xmllint --noout "$file" || tell "$file: not well-formed"
done
glib-compile-schemas --strict --dry-run data || tell "the gschema is not valid"

head_line "cppcheck (minutes the first time; what has not changed since is not read again)"
mkdir -p $build/cppcheck
# varFuncNullUB: GLib requires a NULL that is a pointer, so that it may end an argument list.
cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
  --suppress=missingInclude --suppress=unknownMacro --suppress=nullPointerRedundantCheck --suppress=varFuncNullUB \
  --library=gtk -j2 --cppcheck-build-dir=$build/cppcheck -I src/core -I src/app src > /dev/null 2> /tmp/bv-cppcheck.$$ || { cat /tmp/bv-cppcheck.$$; tell "cppcheck has findings"; }
rm -f /tmp/bv-cppcheck.$$

printf '%d findings\n' "$findings"
[ "$findings" -eq 0 ]
