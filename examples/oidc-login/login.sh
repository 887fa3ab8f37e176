#!/bin/sh
# Signs in at the insurer's OpenID Connect provider, as a browser does, and asks who is signed in.
#
#   sh login.sh TIDEMARK TIDEMARK_CERTIFICATE PROVIDER PROVIDER_CERTIFICATE < form
#
# form is what the provider's page for signing in sends, here username=NAME&password=PASSWORD: from a
# file, so that no password stands in the list of processes. Step 2 is the provider's own; this one
# suits Spring Authorization Server.
set -eu
tidemark=$1
certificate=$2
provider=$3
provider_certificate=$4
umask 077
ours=$(mktemp)
theirs=$(mktemp)
trap 'rm -f "$ours" "$theirs"' EXIT

# 1. Tidemark sends the browser to the provider, with state, nonce and PKCE, and gives it a cookie.
there=$(curl --silent --show-error --fail --cacert "$certificate" --cookie-jar "$ours" \
    --output /dev/null --write-out '%{redirect_url}' "$tidemark/api/v1/sign-in/provider")

# 2. The provider asks who it is, and sends the browser back with a code.
curl --silent --show-error --fail --cacert "$provider_certificate" --cookie-jar "$theirs" \
    --output /dev/null --data @- "$provider/login"
back=$(curl --silent --show-error --fail --cacert "$provider_certificate" --cookie "$theirs" \
    --output /dev/null --write-out '%{redirect_url}' "$there")

# 3. Tidemark exchanges the code, checks the token, and gives the browser its session.
curl --silent --show-error --fail --cacert "$certificate" --cookie "$ours" --cookie-jar "$ours" \
    --output /dev/null "$back"

# 4. From now on the cookie says who asks.
curl --silent --show-error --fail --cacert "$certificate" --cookie "$ours" "$tidemark/api/v1/me"
