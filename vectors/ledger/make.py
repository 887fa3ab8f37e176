#!/usr/bin/env python3
"""Writes the files beside it: an implementation of its own of the ledger's formats.

Needs Python 3 and the package "cryptography". Keys and entries are fixed, so that running it again
changes nothing. It shares no code with Tidemark: agreement between the two is the point.
"""
import base64
import hashlib
import pathlib
import struct
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = pathlib.Path(__file__).parent
DASH = "\u2014 "


def sha(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode()


def leaf(entry):
    return sha(b"\0" + entry)


def mth(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return sha(b"\1" + mth(leaves[:k]) + mth(leaves[k:]))


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def inclusion(m, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return inclusion(m, leaves[:k]) + [mth(leaves[k:])]
    return inclusion(m - k, leaves[k:]) + [mth(leaves[:k])]


def consistency(m, leaves, known=True):
    n = len(leaves)
    if m == n:
        return [] if known else [mth(leaves)]
    k = split(n)
    if m <= k:
        return consistency(m, leaves[:k], known) + [mth(leaves[k:])]
    return consistency(m - k, leaves[k:], False) + [mth(leaves[:k])]


class Key:
    def __init__(self, name, seed, kind):
        self.name, self.kind = name, kind
        self.private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.typed = bytes([kind]) + public
        self.id = sha(name.encode() + b"\n" + self.typed)[:4]
        self.vkey = f"{name}+{self.id.hex()}+{b64(self.typed)}"

    def line(self, signature):
        return f"{DASH}{self.name} {b64(self.id + signature)}\n"

    def sign(self, text):
        return self.line(self.private.sign(text.encode()))

    def cosign(self, text, time):
        message = f"cosignature/v1\ntime {time}\n{text}"
        return self.line(struct.pack(">Q", time) + self.private.sign(message.encode()))


def put(path, content):
    file = HERE / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


LOG = Key("tidemark.example/log", 1, 1)
OTHER = Key("other.example/log", 2, 1)
WITNESS = Key("witness.example/w1", 3, 4)
ENTRIES = [f"entry {i}\n".encode() for i in range(300)]
LEAVES = [leaf(e) for e in ENTRIES]


def notes():
    text = "No copy leaves\nbefore its entry.\n\nNot one.\n"
    good = text + "\n" + LOG.sign(text)
    put("notes/key.vkey", LOG.vkey + "\n")
    put("notes/good/one-signature.note", good)
    put("notes/good/unknown-signatures-are-ignored.note", text + "\n" + OTHER.sign(text) + LOG.sign(text))
    put("notes/good/same-name-but-other-key-is-ignored.note",
        text + "\n" + LOG.sign(text) + Key(LOG.name, 9, 1).sign(text))
    put("notes/good/golang-sumdb.note",
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n\n" + DASH
        + "PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")
    put("notes/good/golang-sumdb.vkey",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")
    bad = {
        "empty": "",
        "no-signature": text + "\n",
        "no-empty-line": "text\n" + LOG.sign("text\n"),
        "only-by-another-key": text + "\n" + OTHER.sign(text),
        "text-changed": good.replace("No copy", "A copy"),
        "two-signatures-one-false": good + LOG.sign(text + "x\n"),
        "no-newline-at-the-end": good[:-1],
        "ends-in-an-empty-line": good + "\n",
        "carriage-returns": good.replace("\n", "\r\n"),
        "tab-in-text": (lambda t: t + "\n" + LOG.sign(t))("a\tb\n"),
        "null-in-text": (lambda t: t + "\n" + LOG.sign(t))("a\0b\n"),
        "hyphen-for-dash": good.replace(DASH, "- "),
        "two-spaces": good.replace(LOG.name + " ", LOG.name + "  "),
        "space-after-signature": good[:-1] + " \n",
        "stray-bits-in-base64": good[:-3] + chr(ord(good[-3]) + 1) + "=\n",
        "base64-without-padding": good[:-2] + "\n",
        "signature-too-short": text + f"\n{DASH}{LOG.name} {b64(LOG.id)}\n" + LOG.sign(text),
        "name-with-plus": text + "\n" + LOG.sign(text) + f"{DASH}a+b {b64(bytes(68))}\n",
        "name-with-wide-space": text + "\n" + LOG.sign(text) + f"{DASH}a\u3000b {b64(bytes(68))}\n",
        "too-many-signatures": good + OTHER.sign(text) * 64,
        "too-many-lines": (lambda t: t + "\n" + LOG.sign(t))("line\n" * 1000),
    }
    for name, note in bad.items():
        put(f"notes/bad/{name}.note", note)
    put("notes/bad/not-utf-8.note", good.encode().replace(b"No", b"\xc0\x80"))


def checkpoints():
    put("checkpoints/key.vkey", LOG.vkey + "\n")

    def head(origin, size, root, more=""):
        text = f"{origin}\n{size}\n{root}\n{more}"
        return text + "\n" + LOG.sign(text)

    root = b64(mth(LEAVES))
    put("checkpoints/good/size-300.note", head(LOG.name, 300, root))
    put("checkpoints/good/empty-log.note", head(LOG.name, 0, b64(sha(b""))))
    put("checkpoints/good/extension-lines.note", head(LOG.name, 300, root, "one\ntwo\n"))
    bad = {
        "another-origin": head("other.example/log", 300, root),
        "empty-origin": head("", 300, root),
        "leading-zero": head(LOG.name, "0300", root),
        "negative-size": head(LOG.name, -1, root),
        "plus-sign": head(LOG.name, "+300", root),
        "size-beyond-63-bits": head(LOG.name, 2**63, root),
        "wide-digits": head(LOG.name, "\uff13\uff10\uff10", root),
        "short-root": head(LOG.name, 300, b64(bytes(31))),
        "root-with-stray-bits": head(LOG.name, 300, root[:-2] + chr(ord(root[-2]) + 1) + "="),
        "root-in-hex": head(LOG.name, 300, mth(LEAVES).hex()),
        "two-lines-only": (lambda t: t + "\n" + LOG.sign(t))(f"{LOG.name}\n300\n"),
        "empty-extension-line": head(LOG.name, 300, root, "\none\n"),
    }
    for name, note in bad.items():
        put(f"checkpoints/bad/{name}.note", note)


def cosignatures():
    put("cosignatures/key.vkey", WITNESS.vkey + "\n")
    text = f"{LOG.name}\n300\n{b64(mth(LEAVES))}\n"
    signed = text + "\n" + LOG.sign(text)
    put("cosignatures/good/time-1700000000.note", signed + WITNESS.cosign(text, 1700000000))
    put("cosignatures/good/time-0.note", signed + WITNESS.cosign(text, 0))
    late = WITNESS.cosign(text, 1700000000)
    moved = base64.b64decode(late.split()[-1])
    moved = moved[:11] + bytes([moved[11] ^ 1]) + moved[12:]
    bad = {
        "no-cosignature": signed,
        "time-changed": signed + f"{DASH}{WITNESS.name} {b64(moved)}\n",
        "signed-as-a-plain-note": signed + WITNESS.sign(text),
        "over-another-checkpoint": signed + WITNESS.cosign(text.replace("300", "301"), 1700000000),
        "time-beyond-63-bits": signed + WITNESS.cosign(text, 2**63),
        "by-another-witness": signed + Key("witness.example/w2", 4, 4).cosign(text, 1700000000),
    }
    for name, note in bad.items():
        put(f"cosignatures/bad/{name}.note", note)


def tree_vector(fields, path):
    return "".join(f"{k} {v}\n" for k, v in fields.items()) + "".join(f"path {b64(h)}\n" for h in path)


def inclusions():
    def vector(index, size, leaf_hash, root, path):
        return tree_vector({"index": index, "size": size, "leaf": b64(leaf_hash), "root": b64(root)}, path)

    for size in (1, 2, 3, 4, 7, 8, 255, 256, 257, 300):
        for index in sorted({0, 1, size // 2, size - 2, size - 1}):
            if 0 <= index < size:
                part = LEAVES[:size]
                put(f"inclusion/good/{index}-of-{size}.txt",
                    vector(index, size, part[index], mth(part), inclusion(index, part)))
    three, seven = LEAVES[:3], LEAVES[:7]
    path = inclusion(5, seven)
    bad = {
        "leaf-2-of-3-under-index-1": vector(1, 3, three[2], mth(three), inclusion(2, three)),
        "another-index": vector(4, 7, seven[5], mth(seven), path),
        "size-with-a-lower-way": vector(5, 6, seven[5], mth(seven), path),
        "another-leaf": vector(5, 7, seven[4], mth(seven), path),
        "another-root": vector(5, 7, seven[5], mth(seven[:6]), path),
        "path-too-short": vector(5, 7, seven[5], mth(seven), path[:-1]),
        "path-too-long": vector(5, 7, seven[5], mth(seven), path + [path[0]]),
        "path-reversed": vector(5, 7, seven[5], mth(seven), path[::-1]),
        "no-path": vector(5, 7, seven[5], mth(seven), []),
        "node-as-leaf": vector(0, 4, mth(LEAVES[:2]), mth(LEAVES[:4]), [mth(LEAVES[2:4])]),
        "index-is-size": vector(7, 7, seven[6], mth(seven), inclusion(6, seven)),
        "negative-index": vector(-1, 7, seven[0], mth(seven), inclusion(0, seven)),
        "negative-size": vector(0, -1, seven[0], mth(seven), []),
        "empty-tree": vector(0, 0, sha(b""), sha(b""), []),
    }
    for name, text in bad.items():
        put(f"inclusion/bad/{name}.txt", text)


def consistencies():
    def vector(start, end, old, new, path):
        return tree_vector({"from": start, "to": end, "old": b64(old), "new": b64(new)}, path)

    for start, end in ((0, 0), (0, 5), (1, 1), (1, 2), (2, 3), (3, 7), (4, 7), (6, 7), (6, 8), (7, 7),
                       (8, 8), (128, 256), (255, 256), (256, 257), (200, 300), (299, 300)):
        put(f"consistency/good/{start}-to-{end}.txt", vector(
            start, end, mth(LEAVES[:start]), mth(LEAVES[:end]),
            consistency(start, LEAVES[:end]) if start else []))
    old, new, path = mth(LEAVES[:6]), mth(LEAVES[:7]), consistency(6, LEAVES[:7])
    bad = {
        "shrinking": vector(7, 6, new, old, path),
        "negative-from": vector(-1, 7, old, new, path),
        "another-from": vector(5, 7, old, new, path),
        "size-with-a-higher-way": vector(6, 9, old, new, path),
        "old-root-of-another-tree": vector(6, 7, mth(LEAVES[1:7]), new, path),
        "new-root-of-another-tree": vector(6, 7, old, mth(LEAVES[1:8]), path),
        "path-too-short": vector(6, 7, old, new, path[:-1]),
        "path-too-long": vector(6, 7, old, new, path + [path[0]]),
        "no-path": vector(6, 7, old, new, []),
        "no-path-from-a-power-of-two": vector(4, 7, mth(LEAVES[:4]), new, []),
        "path-where-none-belongs": vector(7, 7, new, new, path),
        "path-from-nothing": vector(0, 7, sha(b""), new, path),
        "same-size-other-root": vector(7, 7, old, new, []),
        "nothing-with-a-root": vector(0, 7, old, new, []),
        "size-too-large-for-the-path": vector(2, 5, mth(LEAVES[:2]), mth(LEAVES[:4]),
                                              consistency(2, LEAVES[:4])),
    }
    for name, text in bad.items():
        put(f"consistency/bad/{name}.txt", text)


def proofs():
    put("proofs/key.vkey", LOG.vkey + "\n")

    def proof(index, size, extra="", path=None, header="c2sp.org/tlog-proof@v1", shown=None):
        part = LEAVES[:size]
        text = f"{LOG.name}\n{size}\n{b64(mth(part))}\n"
        path = inclusion(index, part) if path is None else path
        return (f"{header}\n{extra}index {index if shown is None else shown}\n"
                + "".join(b64(h) + "\n" for h in path) + "\n" + text + "\n" + LOG.sign(text))

    def case(kind, name, entry, text):
        put(f"proofs/{kind}/{name}.tlog-proof", text)
        put(f"proofs/{kind}/{name}.entry", entry)

    case("good", "entry-123-of-300", ENTRIES[123], proof(123, 300))
    case("good", "only-entry", ENTRIES[0], proof(0, 1))
    case("good", "with-extra", ENTRIES[299], proof(299, 300, f"extra {b64(b'for the reader')}\n"))
    good = proof(123, 300)
    bad = {
        "another-entry": (ENTRIES[124], good),
        "another-index": (ENTRIES[123], proof(123, 300, shown=122)),
        "leaf-2-of-3-under-index-1": (ENTRIES[2], proof(2, 3, shown=1)),
        "index-beyond-the-log": (ENTRIES[2], proof(2, 3, shown=3)),
        "leading-zero": (ENTRIES[123], proof(123, 300, shown="0123")),
        "another-header": (ENTRIES[123], proof(123, 300, header="c2sp.org/tlog-proof@v2")),
        "no-index": (ENTRIES[123], good.replace("index 123\n", "")),
        "empty-extra": (ENTRIES[123], proof(123, 300, "extra \n")),
        "two-extras": (ENTRIES[123], proof(123, 300, "extra AAAA\nextra AAAA\n")),
        "extra-after-index": (ENTRIES[123], good.replace("index 123\n", "index 123\nextra AAAA\n")),
        "short-hash": (ENTRIES[123], good.replace("index 123\n", "index 123\nAAAA\n")),
        "path-too-long": (ENTRIES[123], proof(123, 300, path=inclusion(123, LEAVES) + [bytes(32)])),
        "seventy-hashes": (ENTRIES[123], proof(123, 300, path=[bytes(32)] * 70)),
        "no-checkpoint": (ENTRIES[123], good.split("\n\n")[0] + "\n"),
        "checkpoint-altered": (ENTRIES[123], good.replace("\n300\n", "\n301\n")),
        "by-another-log": (ENTRIES[123], good.replace(LOG.name, OTHER.name)),
    }
    for name, (entry, text) in bad.items():
        case("bad", name, entry, text)


def tiles():
    def tail(n):
        parts = [f"{n % 1000:03d}"]
        while n >= 1000:
            n //= 1000
            parts.insert(0, f"x{n % 1000:03d}")
        return "/".join(parts)

    size, lines, level = 70000, [], 0
    while size >> (8 * level):
        rows = size >> (8 * level)
        lines += [f"tile/{level}/{tail(n)}" for n in range(rows // 256)]
        if rows % 256:
            lines.append(f"tile/{level}/{tail(rows // 256)}.p/{rows % 256}")
        level += 1
    put("tiles/70000.txt", "\n".join(lines) + "\n")
    put("tiles/paths.txt", "".join(f"{n} {tail(n)}\n" for n in (0, 7, 999, 1000, 1234067, 999999, 1000000)))


for make in (notes, checkpoints, cosignatures, inclusions, consistencies, proofs, tiles):
    make()
