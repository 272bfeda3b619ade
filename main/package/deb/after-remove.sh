#!/bin/sh
# dpkg runs this as root when the package's files are gone. An update calls it too: then all stays.
set -e

profile="$DPKG_ROOT/etc/apparmor.d/lectern"

case "$1" in
  remove | purge)
    link="$DPKG_ROOT/usr/bin/lectern"
    if [ "$(readlink "$link" 2>/dev/null)" = /opt/Lectern/lectern ]; then rm -f "$link"; fi
    if [ -f "$profile" ]; then
      # Out of the running system first: without its file nobody could take it out.
      if [ -z "$DPKG_ROOT" ] && apparmor_status --enabled >/dev/null 2>&1; then
        apparmor_parser --remove "$profile" >/dev/null 2>&1 || true
      fi
      rm -f "$profile"
    fi
    ;;
esac
