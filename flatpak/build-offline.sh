#!/bin/bash
# Builds the shipped manifest without Flathub, installs it, and runs it in its sandbox under Xvfb in
# Vietnamese. The runtime is a stand-in made from Debian 13 packages: FOR TESTS ONLY (see
# stand-in-runtime.sh). The manifest itself is used as it ships: the archives it names
# are seeded into the download cache from Debian's source packages and from npm, byte for byte the
# upstream files, checked against the manifest's own sha256.
#
# usage: build-offline.sh [--out DIR] (default: out/flatpak)
# Leaves: OUT/bangvang.flatpak, OUT/window.png, OUT/build.log, OUT/app.log
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
id=vn.bangvang.BangVang
manifest=$here/$id.json
out=$here/../out/flatpak
while [ $# -gt 0 ]; do
  case $1 in
    --out) out=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done
[ "$(id -u)" = 0 ] || { echo "The stand-in runtime can only be made by root: sudo ./dev flatpak" >&2; exit 1; }
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$out"
export FLATPAK_USER_DIR=$out/installation HOME=$out/home
XDG_RUNTIME_DIR=$(mktemp -d /tmp/bv-flatpak.XXXXXX)
export XDG_RUNTIME_DIR
mkdir -p "$HOME"
chmod 700 "$XDG_RUNTIME_DIR"
step () { printf '== [%4ds] %s\n' "$SECONDS" "$*"; }
finish () {
  fusermount3 -u "$XDG_RUNTIME_DIR/doc" 2> /dev/null || true
  rm -rf --one-file-system "$XDG_RUNTIME_DIR"
}
trap finish EXIT

# seed NAME COMMAND…: the archive of module NAME, under the name its URL ends with, made by COMMAND,
# which must write it to the path given as its last argument.
seed () {
  local name=$1 url sha file
  shift
  url=$(jq -r --arg n "$name" '.modules[] | select(.name == $n) | .sources[0].url' "$manifest")
  sha=$(jq -r --arg n "$name" '.modules[] | select(.name == $n) | .sources[0].sha256' "$manifest")
  file=state/downloads/$sha/${url##*/}
  mkdir -p "${file%/*}"
  [ -s "$file" ] || "$@" "$PWD/$file"
  echo "$sha  $file" | sha256sum -c --quiet - || { rm -f "$file"; echo "$name: the archive is not upstream's" >&2; exit 1; }
}
mirror=$(apt-get indextargets --format '$(SITE)' | grep -m1 'debian$')
from_debian () { curl -fsSL -o "$2" "$mirror/pool/main/$1"; }
# SQLite's autoconf archive is not in Debian (its package is made from the full source), but the npm
# package "sqlite3" carries it as it is.
from_npm () {
  local dir
  dir=$(mktemp -d)
  (cd "$dir" && npm pack --silent "$1" > /dev/null && tar xzf ./*.tgz "package/$2")
  mv "$dir/package/$2" "$3"
  rm -rf "$dir"
}
step "archives"
seed poppler from_debian p/poppler/poppler_25.03.0.orig.tar.xz
seed libgsf from_debian libg/libgsf/libgsf_1.14.53.orig.tar.xz
seed libxlsxwriter from_debian libx/libxlsxwriter/libxlsxwriter_1.1.4.orig.tar.gz
seed sqlite from_npm sqlite3@6.0.1 deps/sqlite-autoconf-3520000.tar.gz

step "stand-in runtime"
if [ ! -d runtime-repo ]; then
  "$here/stand-in-runtime.sh" --out "$out/runtime-repo" > runtime.log 2>&1 || { tail -20 runtime.log; exit 1; }
fi
arch=$(flatpak --default-arch)
flatpak --user remote-add --if-not-exists --no-gpg-verify stand-in "file://$out/runtime-repo"
flatpak --user install -y --noninteractive --or-update stand-in \
  "runtime/org.gnome.Platform/$arch/50" "runtime/org.gnome.Sdk/$arch/50" > install.log 2>&1 || { cat install.log; exit 1; }

step "build"
flatpak-builder --user --force-clean --ccache --disable-updates --state-dir=state --repo=repo build "$manifest" > build.log 2>&1 \
  || { tail -60 build.log; exit 1; }
step "bundle"
flatpak build-bundle repo bangvang.flatpak $id master
ls -l bangvang.flatpak
step "install"
flatpak --user install -y --noninteractive --reinstall --bundle bangvang.flatpak > install.log 2>&1 || { cat install.log; exit 1; }

step "run"
cat > in-session.sh << 'I'
set -u
id=vn.bangvang.BangVang
openbox > /dev/null 2>&1 &
wm=$!
vi="--env=LC_ALL=vi_VN.UTF-8 --env=LANG=vi_VN.UTF-8"
# The command line inside the sandbox: the demo district, its certificates and report, a check.
flatpak run --user $vi --command=sh $id -c '
  set -e
  cd "$XDG_DATA_HOME"
  rm -rf pages demo.bangvang demo.bangvang-wal demo.bangvang-shm ./*.pdf ./*.odt ./*.xlsx
  bangvang-cli init --demo --file demo.bangvang
  bangvang-cli check --file demo.bangvang
  bangvang-cli certificates 125/QĐ-UBND --file demo.bangvang --output giay-khen.pdf
  bangvang-cli report --year 2022 --file demo.bangvang --output bao-cao.pdf --output bao-cao.odt --output bao-cao.xlsx
  test -f /.flatpak-info && echo "sandbox: yes"
  [ -e "$1" ] && echo "host files: seen" || echo "host files: none"
  [ "$(grep -c : /proc/net/dev)" -eq 1 ] && echo "network: none" || echo "network: open"
' check "$PWD/build.log" > cli.log 2>&1
# Every page of the window, pictures by the program itself: Poppler's preview among them.
flatpak run --user $vi $id --pictures="$HOME/.var/app/$id/data/pages" --file "$HOME/.var/app/$id/data/demo.bangvang" \
  > pages.log 2>&1 && echo "pages: drawn" >> cli.log
flatpak run --user $vi $id --file "$HOME/.var/app/$id/data/demo.bangvang" > app.log 2>&1 &
app=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Bảng Vàng' | head -1)
xdotool windowsize --sync "$window" 1240 820
sleep 4
import -window "$window" window.png
flatpak ps --columns=application,runtime
kill $app $wm
I
xvfb-run -a -s '-screen 0 1280x860x24 -noreset' dbus-run-session -- timeout 180 bash in-session.sh 2> /dev/null || true
cat cli.log
grep -vE 'libEGL|RealtimeKit|PipeWire|dconf' app.log || true
grep -qx 'host files: none' cli.log && grep -qx 'network: none' cli.log || { echo "The sandbox is not closed." >&2; exit 1; }
rm -rf pages
cp -r "$HOME/.var/app/$id/data/pages" pages
[ -s window.png ] && grep -qx 'sandbox: yes' cli.log && grep -qx 'pages: drawn' cli.log || { echo "The Flatpak was built, but did not run."; exit 1; }
step "done: bangvang.flatpak and window.png in $out. The runtime is a stand-in: for tests only."
