#!/usr/bin/env bash
# The browser tests need Debian's chromium, the one without windows. Install it when that is possible without asking; otherwise say so:
# the tests then say SKIPPED with the reason.
set -u
command -v chromium-headless-shell >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi noto && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing chromium and fonts for the browser tests"
  if { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium-headless-shell fonts-noto-core; } >/tmp/gouden-poort-chromium.log 2>&1; then
    exit 0
  fi
  echo "chromium could not be installed (see /tmp/gouden-poort-chromium.log); the browser tests will say SKIPPED"
else
  command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || echo "no chromium here and no right to install it; the browser tests will say SKIPPED"
fi
exit 0
