#!/bin/sh
# dpkg runs this as root when the package's files are in place. DPKG_ROOT is empty, or names a system that is made in a folder:
# then nothing of the running system is touched.
set -e

app=/opt/Lectern

# Root may always make user namespaces, so an ordinary user is asked. Where they may not, Chromium's sandbox needs its helper.
user_namespaces_work() {
  setpriv --reuid=65534 --regid=65534 --clear-groups \
    unshare --user --map-root-user true >/dev/null 2>&1
}

# Ubuntu 23.10 and later: this profile lets Lectern, and no other program, make user namespaces. An older AppArmor does not
# know its form, and does not need it.
install_apparmor_profile() {
  source="$DPKG_ROOT$app/resources/apparmor-profile"
  target="$DPKG_ROOT/etc/apparmor.d/lectern"
  apparmor_status --enabled >/dev/null 2>&1 || return 0
  if ! apparmor_parser --skip-kernel-load --debug "$source" >/dev/null 2>&1; then
    echo "Lectern's AppArmor profile is left out: this version of AppArmor does not know its form."
    return 0
  fi
  mkdir -p "$DPKG_ROOT/etc/apparmor.d"
  cp -f "$source" "$target"
  [ -z "$DPKG_ROOT" ] || return 0
  if ischroot >/dev/null 2>&1; then return 0; fi
  apparmor_parser --replace --write-cache --skip-read-cache "$target" || true
}

case "$1" in
  configure)
    if user_namespaces_work; then
      chmod 0755 "$DPKG_ROOT$app/chrome-sandbox"
    else
      chmod 4755 "$DPKG_ROOT$app/chrome-sandbox"
    fi
    mkdir -p "$DPKG_ROOT/usr/bin"
    ln -sf "$app/lectern" "$DPKG_ROOT/usr/bin/lectern"
    install_apparmor_profile
    ;;
esac
