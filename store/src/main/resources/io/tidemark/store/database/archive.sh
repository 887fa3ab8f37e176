# Written anew by Tidemark at every start: changes here do not last.
# PostgreSQL runs it in the cluster's folder for each finished file of the WAL: $1 is its path, $2 its name. Without
# ../archive.place there is no backup and nothing is kept. A place that is not there now (a disk not mounted) is a
# failure: PostgreSQL keeps the file and asks again. What is kept is never overwritten.
set -eu
umask 077
[ -f ../archive.place ] || exit 0
IFS= read -r place < ../archive.place
[ -f "$place/backup.properties" ]
kept="$place/wal/$2.gz"
if [ -f "$kept" ]; then
  gzip -dc "$kept" | cmp -s - "$1"
  exit
fi
part="$place/wal/.$2.part"
gzip -1nc < "$1" > "$part"
sync "$part"
mv "$part" "$kept"
sync "$place/wal"
