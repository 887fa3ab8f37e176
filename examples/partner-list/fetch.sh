#!/bin/sh
# A partner fetches its list with curl. 合作方用 curl 取用自己的清单。
#
#   ./fetch.sh https://localhost:9443 server.crt agent.key agent.crt renewal-service [format]
#
# Prints the list on standard output; everything else goes to standard error.
set -eu
server=$1 trusted=$2 key=$3 certificate=$4 purpose=$5 format=${6:-json}

call() {
  curl --silent --show-error --fail-with-body --cacert "$trusted" --key "$key" --cert "$certificate" "$@"
}

# The first grant for this purpose that can be used today.
me=$(call "$server/api/v1/partner/me")
grant=$(printf '%s' "$me" |
  sed 's/"forms":{[^}]*}//g; s/"quota":{[^}]*}//g' | tr '{' '\n' |
  grep "\"purpose\":\"$purpose\"" | sed -n 's/.*"grant":"\(g-[0-9a-z]*\)".*/\1/p' | head -n 1)
[ -n "$grant" ] || { echo "no grant for $purpose" >&2; exit 4; }

# All of one's own people: neither subjects nor where. The key makes a repeated order one order.
prepared=$(call "$server/api/v1/partner/lists" \
  -H 'Content-Type: application/json' -H "Idempotency-Key: ${ORDER:-$(date +%s)-$$}" \
  -d "{\"grant\":\"$grant\",\"purpose\":\"$purpose\",\"format\":\"$format\"}")
href=$(printf '%s' "$prepared" | sed -n 's/.*"href":"\([^"]*\)".*/\1/p')
sha256=$(printf '%s' "$prepared" | sed -n 's/.*"sha256":"\([0-9a-f]*\)".*/\1/p')

list=$(mktemp)
trap 'rm -f "$list"' EXIT
call "$server$href" -o "$list"
echo "$sha256  $list" | sha256sum --check --quiet - >&2
cat "$list"
