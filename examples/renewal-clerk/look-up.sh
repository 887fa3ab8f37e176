#!/bin/sh
# Looks one customer of the clerk's own book up. See README.md.
# usage: look-up.sh SHOWN_JSON < policy number
set -eu
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
post() { # path, body file, answer file; prints the status
  curl --silent --show-error --cacert "$TIDEMARK_CERTIFICATE" "$TIDEMARK_URL/api/v1/$1" \
    -H 'Content-Type: application/json' -H "Idempotency-Key: $(key)" -H "@$work/headers" \
    --data-binary "@$2" --output "$3" --write-out '%{http_code}'
}

: > "$work/headers"
status=$(post sign-in "$1" "$work/session")
[ "$status" = 200 ] || { cat "$work/session" >&2; exit 2; }
sed -n 's/.*"token" *: *"\([A-Za-z0-9_-]*\)".*/Authorization: Bearer \1/p' "$work/session" > "$work/headers"

IFS= read -r number
case $number in *[!A-Za-z0-9-]*) echo 'a policy number has letters, digits and hyphens' >&2; exit 2 ;; esac
printf '{"task": "renewal", "kind": "保单号", "value": "%s"}' "$number" > "$work/wanted"
status=$(post look-ups "$work/wanted" "$work/answer")
[ "$status" = 200 ] || { cat "$work/answer" >&2; exit 1; }
cat "$work/answer"
