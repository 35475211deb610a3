#!/bin/bash
# Makes a stand-in for org.gnome.Platform and org.gnome.Sdk from Debian 13 packages (GTK 4.18,
# libadwaita 1.7, GLib 2.84), commits it to a local OSTree repository and, with --install, installs
# it. It exists because a machine without a network cannot reach Flathub. It is for TESTS ONLY: it
# proves the manifest, the sandbox and the running program; it does not prove the build with the
# real Sdk. Never publish a program built on it.
#
# Root only (maintainer scripts run in a chroot). Needs the packages of `./dev flatpak` and a Debian
# mirror.
#
# usage: stand-in-runtime.sh [--out DIR] [--work DIR] [--cache DIR] [--install user|system]
#   --out DIR      where the repository ends up
#   --work DIR     scratch; default: a tmpfs when there is memory for one
#   --cache DIR    keeps .deb files between runs
#   --install X    adds the remote "stand-in" and installs both
set -euo pipefail

SUITE=${SUITE:-trixie}
# the mirror that apt itself uses
MIRROR=${MIRROR:-$(apt-get indextargets --format '$(SITE)' | grep -m1 'debian$')}
BRANCH=${BRANCH:-50}
ARCH=$(flatpak --default-arch)               # x86_64 / aarch64
OUT=$PWD/runtime-repo WORK= CACHE= INSTALL=
while [ $# -gt 0 ]; do case $1 in
  --out) OUT=$2; shift 2;; --work) WORK=$2; shift 2;;
  --cache) CACHE=$2; shift 2;; --install) INSTALL=$2; shift 2;;
  *) echo "unknown option $1" >&2; exit 2;; esac; done
OUT=$(realpath -m "$OUT")
[ "$(id -u)" = 0 ] || { echo "must be root" >&2; exit 1; }

# --- what goes in ------------------------------------------------------------
# Platform: only what the real org.gnome.Platform has at run time, too. No poppler, libgsf or
# libxlsxwriter: the manifest must bring them.
PLATFORM_PKGS=(
  ca-certificates tzdata locales
  libgtk-4-1 libgtk-4-bin libgtk-4-common libadwaita-1-0
  libsqlite3-0 libxml2 libsecret-1-0 libnotify4 libicu76
  libopenjp2-7 liblcms2-2 libtiff6 libjpeg62-turbo libcurl3t64-gnutls
  adwaita-icon-theme hicolor-icon-theme librsvg2-common shared-mime-info
  dconf-gsettings-backend gsettings-desktop-schemas glib-networking libglib2.0-bin
  fonts-inter fonts-cantarell fonts-dejavu-core fonts-liberation
  flatpak-xdg-utils at-spi2-common libatk-bridge2.0-0t64 librsvg2-2 libjson-glib-1.0-0 libbz2-1.0
)
# Sdk = Platform + these.
SDK_PKGS=(
  build-essential meson ninja-build cmake pkgconf autoconf automake libtool bison flex
  gettext itstool appstream appstream-util desktop-file-utils libxml2-utils xsltproc
  git patch file elfutils gdb python3 gobject-introspection libglib2.0-dev-bin
  libgtk-4-dev libadwaita-1-dev libsqlite3-dev libxml2-dev libsecret-1-dev libicu-dev
  libopenjp2-7-dev liblcms2-dev libtiff-dev libjpeg-dev libpng-dev zlib1g-dev
  librsvg2-dev libjson-glib-dev libbz2-dev
)


say() { printf '[%4ds] %s\n' "$SECONDS" "$*" >&2; }

# --- scratch -----------------------------------------------------------------
MOUNTED=
if [ -z "$WORK" ]; then
  WORK=$PWD/rt-work; mkdir -p "$WORK"
  # on a tmpfs the bootstrap is much faster (minbase alone: 22 s instead of 77 s); needs ~4 GB of RAM
  if [ "$(awk '/MemAvailable/{print int($2/1048576)}' /proc/meminfo)" -ge 6 ] &&
     mount -t tmpfs -o size=6g,mode=755 rtwork "$WORK" 2>/dev/null; then
    MOUNTED=1; say "scratch is a tmpfs"
  fi
fi
mkdir -p "$WORK"
WORK=$(realpath "$WORK")
case $WORK in /|/usr*|/etc*|/home) echo "refusing work dir $WORK" >&2; exit 1;; esac
cleanup() {
  if [ -n "$MOUNTED" ]; then umount "$WORK" 2>/dev/null || umount -l "$WORK" || true; rmdir "$WORK" 2>/dev/null || true
  else rm -rf "$WORK/root" "$WORK/rt-Platform" "$WORK/rt-Sdk" "$WORK/hook.sh"; fi
}
trap cleanup EXIT
rm -rf "$WORK/root" "$WORK/rt-Platform" "$WORK/rt-Sdk"

# --- one mmdebstrap run: platform packages, snapshot, then the SDK packages ----
# The snapshot (plain cp -a of /usr and /etc) is taken by a customize hook when
# only the Platform packages are in, so that the Platform has no headers/tools.
cat >"$WORK/hook.sh" <<H
#!/bin/sh
set -e
r=\$1
# vi_VN and en_US besides the built-in C.UTF-8 (the real runtime has these in its Locale extension)
printf 'vi_VN.UTF-8 UTF-8\nen_US.UTF-8 UTF-8\n' >"\$r/etc/locale.gen"
chroot "\$r" locale-gen >/dev/null
mkdir -p "$WORK/rt-Platform/files" "$WORK/rt-Platform/var/tmp"
cp -a "\$r/usr" "$WORK/rt-Platform/usr"
cp -a "\$r/etc" "$WORK/rt-Platform/usr/etc"
chroot "\$r" env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o Dpkg::Use-Pty=0 --no-install-recommends install ${SDK_PKGS[*]}
H
chmod +x "$WORK/hook.sh"
CACHEOPT=()
if [ -n "$CACHE" ]; then
  mkdir -p "$CACHE"
  CACHEOPT=(--skip=download/empty --skip=essential/unlink --skip=cleanup/apt/cache
    --setup-hook='mkdir -p "$1/var/cache/apt/archives"'
    --setup-hook="sync-in $CACHE /var/cache/apt/archives"
    --customize-hook="sync-out /var/cache/apt/archives $CACHE")
fi
say "mmdebstrap $SUITE"
mmdebstrap --mode=root --variant=minbase \
  --aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
  --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-include=/usr/share/locale/locale.alias' \
  --dpkgopt='path-include=/usr/share/locale/vi/*' \
  --include="$(IFS=,; echo "${PLATFORM_PKGS[*]}")" \
  --customize-hook="$WORK/hook.sh" "${CACHEOPT[@]}" \
  "$SUITE" "$WORK/root" "$MIRROR"
mkdir -p "$WORK/rt-Sdk/files" "$WORK/rt-Sdk/var/tmp"
mv "$WORK/root/usr" "$WORK/rt-Sdk/usr"
mv "$WORK/root/etc" "$WORK/rt-Sdk/usr/etc"
chmod -R u+w "$WORK/root" && rm -rf "$WORK/root"

# --- make the trees look like a flatpak runtime ---------------------------------
TRIPLET=$ARCH-linux-gnu
fixup() {  # fixup Platform|Sdk
  local u=$WORK/rt-$1/usr e=$WORK/rt-$1/usr/etc
  # flatpak runs "ldconfig" with PATH=/app/bin:/usr/bin; Debian has it in sbin
  ln -sf ../sbin/ldconfig "$u/bin/ldconfig"
  # dangling/host-provided files: flatpak bind-mounts or generates these
  rm -f "$e"/{machine-id,resolv.conf,hostname,hosts,host.conf,mtab,localtime,timezone,fstab,gai.conf} \
        "$e"/{passwd-,group-,shadow,shadow-,gshadow,gshadow-,.pwd.lock,subuid*,subgid*} "$e/ld.so.cache"
  # an SDK user who is not root must be able to read everything; no suid/caps survive
  # (flatpak build-export commits with canonical permissions), but unreadable files would fail
  chmod -R u+rw,a+rX "$WORK/rt-$1"
  find "$u" -xdev \( -type c -o -type b -o -type p -o -type s \) -delete
  # flatpak generates /etc/ld.so.conf (with /app/lib and the extensions' dirs) ONLY when
  # the runtime's own file is a regular file of size 0; otherwise /app/lib is never searched
  : >"$e/ld.so.conf"
  # host and app fonts
  cat >"$e/fonts/conf.d/50-flatpak.conf" <<'X'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <dir>/run/host/fonts</dir>
  <dir>/run/host/local-fonts</dir>
  <dir>/run/host/user-fonts</dir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
  <!-- the runtime's UI font is not packaged in Debian 13; it is derived from Inter -->
  <alias binding="same"><family>Adwaita Sans</family><prefer><family>Inter</family></prefer></alias>
</fontconfig>
X
  # tools that only make sense in a Debian system
  rm -rf "$u"/lib/systemd "$u"/share/{bug,lintian,doc-base,menu} "$u"/games "$u"/local "$u"/src
  cat >"$WORK/rt-$1/metadata" <<X
[Runtime]
name=org.gnome.$1
runtime=org.gnome.Platform/$ARCH/$BRANCH
sdk=org.gnome.Sdk/$ARCH/$BRANCH

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
X
}
say "fix-ups"
fixup Platform
fixup Sdk

# --- commit --------------------------------------------------------------------
# bare-user-only: no zlib (archive mode takes ~60 s more) and `flatpak install`
# from it on the same file system hard-links instead of copying.
say "ostree commit"
rm -rf "$OUT.new"; mkdir -p "$OUT.new"
ostree --repo="$OUT.new" init --mode=bare-user-only
for n in Platform Sdk; do
  flatpak build-export --runtime --arch="$ARCH" --disable-fsync --no-update-summary \
    --subject="Debian $SUITE stand-in" "$OUT.new" "$WORK/rt-$n" "$BRANCH"
done
flatpak build-update-repo --title="Stand-in runtime, for tests only" "$OUT.new"
rm -rf "$OUT"; mv "$OUT.new" "$OUT"
say "repo: $(du -sh "$OUT" | cut -f1)"

# --- install ---------------------------------------------------------------------
if [ -n "$INSTALL" ]; then
  flatpak --"$INSTALL" remote-delete --force stand-in 2>/dev/null || true
  flatpak --"$INSTALL" remote-add --if-not-exists --no-gpg-verify stand-in "file://$OUT"
  flatpak --"$INSTALL" install -y --noninteractive --reinstall stand-in \
    "runtime/org.gnome.Platform/$ARCH/$BRANCH" "runtime/org.gnome.Sdk/$ARCH/$BRANCH"
  say "installed"
fi
say "done"
