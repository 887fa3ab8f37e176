#!/bin/sh
# A partner fetches its notices, checks each against the key in the ledger's first entry, has a program of its own do
# what it demands, and acknowledges it. 合作方取用自己的通知：先核验，再由自己的程序处理，然后确认。
#
#   ./notices.sh https://localhost:9443 server.crt agent.key agent.crt home.entry [PROGRAM]
#
# PROGRAM gets the event (JSON, docs/notices.md) on standard input and ends with 0 when it did what it says. Without it
# events are printed, and nothing is acknowledged.
set -eu
server=$1 trusted=$2 key=$3 certificate=$4 entry=$5 program=${6:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

call() {
  curl --silent --show-error --fail-with-body --cacert "$trusted" --key "$key" --cert "$certificate" "$@"
}

# base64url without padding, as RFC 7515 writes it
decoded() {
  text=$(printf '%s' "$1" | tr '_-' '/+')
  while [ $((${#text} % 4)) -ne 0 ]; do text="$text="; done
  printf '%s' "$text" | base64 -d
}

# The key as a DER file: the prefix of Ed25519 (RFC 8410) and the 32 bytes of the line notice-key.
{
  printf '\060\052\060\005\006\003\053\145\160\003\041\000'
  for byte in $(sed -n 's/^notice-key //p' "$entry" | sed 's/../& /g'); do printf "\\$(printf '%03o' "0x$byte")"; done
} > "$work/key.der"

call "$server/api/v1/partner/notices?limit=200" > "$work/page"
{ cat "$work/page"; echo; } | tr '{' '\n' |
  sed -n 's/.*"notice":"\(n-[0-9a-z]*\)","document":"\([A-Za-z0-9_.-]*\)".*/\1 \2/p' > "$work/notices"

while read -r notice document; do
  printf '%s' "${document%.*}" > "$work/signed"
  decoded "${document##*.}" > "$work/signature"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin \
    -in "$work/signed" -sigfile "$work/signature" > /dev/null ||
    { echo "$notice is not signed by the insurer: nothing was done" >&2; exit 1; }
  payload=${document#*.}
  decoded "${payload%.*}" > "$work/event"
  if [ -z "$program" ]; then
    cat "$work/event"
    echo
    continue
  fi
  "$program" < "$work/event"
  sha256=$(printf '%s' "$document" | sha256sum | cut -d' ' -f1)
  call "$server/api/v1/partner/notices/$notice/acknowledgement" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $notice" -d "{\"sha256\":\"$sha256\"}"
  echo
done < "$work/notices"
