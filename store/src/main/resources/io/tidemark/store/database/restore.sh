# PostgreSQL runs it in the cluster's folder while a home is restored: $1 is the name of a file of the WAL, $2 where it
# is wanted. The archive was read through before.
set -eu
umask 077
IFS= read -r wal < ../restore.place
[ -f "$wal/$1.gz" ]
gzip -dc "$wal/$1.gz" > "$2"
