#!/usr/bin/env python3
"""Writes the files beside it: an implementation of its own of docs/owner-file.md.

Needs Python 3 and nothing else. People and events are fixed, so that running it again changes
nothing. It shares no code with Tidemark: agreement between the two is the point.
"""
import hashlib
import pathlib

HERE = pathlib.Path(__file__).parent


def sha(domain, *parts):
    return hashlib.sha256(domain.encode() + b"\n" + b"".join(parts)).digest()


EMPTY = sha("tidemark history empty v1")


def secret(person):
    return hashlib.sha256(b"person %d" % person).digest()


def key(person):
    return sha("tidemark history key v1", secret(person))


def event(entry, kind, *facts):
    return "event %d %s\n" % (entry, kind) + "".join(fact + "\n" for fact in facts)


def head(person, events):
    link = sha("tidemark history start v1", secret(person))
    for one in events:
        link = sha("tidemark history link v1", link, hashlib.sha256(one.encode()).digest())
    return sha("tidemark history value v1", len(events).to_bytes(8, "big"), link)


def bit(k, depth):
    return k[depth // 8] >> (7 - depth % 8) & 1


def tree(leaves, depth=0):
    if not leaves:
        return EMPTY
    if len(leaves) == 1:
        return sha("tidemark history leaf v1", *leaves[0])
    sides = [[l for l in leaves if bit(l[0], depth) == side] for side in (0, 1)]
    return sha("tidemark history node v1", *[tree(side, depth + 1) for side in sides])


def way(k, leaves):
    beside, depth = [], 0
    while len(leaves) > 1:
        mine = bit(k, depth)
        beside.append(tree([l for l in leaves if bit(l[0], depth) != mine], depth + 1))
        leaves = [l for l in leaves if bit(l[0], depth) == mine]
        depth += 1
    return beside, leaves


def proof(beside, end, explicit=False):
    given = [explicit or h != EMPTY for h in beside]
    flags = bytearray((len(beside) + 7) // 8)
    for i, g in enumerate(given):
        flags[i // 8] |= (128 >> i % 8) if g else 0
    tail = b"\1" + end[0][0] + end[0][1] if end else b"\0"
    return (
        len(beside).to_bytes(2, "big")
        + bytes(flags)
        + b"".join(h for h, g in zip(beside, given) if g)
        + tail
    )


def write(name, person, events, root, p):
    lines = ["secret " + secret(person).hex(), "root " + root.hex(), "proof " + p.hex()]
    for one in events:
        first, *facts = one.splitlines()
        lines += [first] + ["  " + fact for fact in facts]
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def history(person):
    events = [event(0 + person, "deposit", "time 2026-11-30T06:00:00Z", "actor operator")]
    for i in range(person % 4):
        events.append(
            event(
                100 + 10 * i + person,
                "disclosure",
                "time 2026-11-30T07:0%d:00.5Z" % i,
                "actor operator",
                "disclosure d-%016x" % (person * 100 + i),
                "to ag-000%d" % i,
                "purpose renewal-service",
                "columns NAME=PLAIN MOBILE=MASKED",
                "people 5000",
            )
        )
    return events


def world(people, changed=None):
    leaves = []
    for person in range(people):
        events = history(person)
        leaves.append((key(person), head(person, (changed or {}).get(person, events))))
    return sorted(leaves)


def main():
    me, you, stranger = 7, 11, 1000
    leaves = world(60)
    root = tree(leaves)
    mine = history(me)
    beside, end = way(key(me), leaves)
    write("good/present.txt", me, mine, root, proof(beside, end))
    alone = [(key(me), head(me, mine))]
    write("good/alone.txt", me, mine, tree(alone), proof([], alone))
    write("good/empty-map.txt", me, [], EMPTY, proof([], []))
    away, other = way(key(stranger), leaves)
    write("good/absent.txt", stranger, [], root, proof(away, other))
    apart = next(p for p in range(1000, 9000) if not way(key(p), leaves)[1])
    far, nothing = way(key(apart), leaves)
    write("good/absent-empty-part.txt", apart, [], root, proof(far, nothing))
    deep = next(p for p in range(1000, 99000) if EMPTY in way(key(p), sorted(leaves + [(key(p), head(p, mine))]))[0])
    more = sorted(leaves + [(key(deep), head(deep, mine))])
    steps, last = way(key(deep), more)
    write("good/beside-an-empty-part.txt", deep, mine, tree(more), proof(steps, last))

    write("bad/left-out-first.txt", me, mine[1:], root, proof(beside, end))
    write("bad/left-out-last.txt", me, mine[:-1], root, proof(beside, end))
    write("bad/left-out-all.txt", me, [], root, proof(beside, end))
    swapped = [mine[0], mine[2], mine[1]] + mine[3:]
    write("bad/swapped.txt", me, swapped, root, proof(beside, end))
    in_swapped = world(60, {me: swapped})
    write("bad/swapped-before-the-root.txt", me, swapped, tree(in_swapped), proof(*way(key(me), in_swapped)))
    twice = mine + [mine[-1]]
    in_twice = world(60, {me: twice})
    write("bad/twice.txt", me, twice, tree(in_twice), proof(*way(key(me), in_twice)))
    altered = [mine[0], mine[1].replace("ag-0000", "ag-0009")] + mine[2:]
    write("bad/altered.txt", me, altered, root, proof(beside, end))
    write("bad/others-proof.txt", me, mine, root, proof(*way(key(you), leaves)))
    write("bad/others-history.txt", me, history(you), root, proof(beside, end))
    old = world(60, {me: mine[:2]})
    write("bad/head-from-another-root.txt", me, mine[:2], root, proof(*way(key(me), old)))
    write("bad/another-root.txt", me, mine, tree(old), proof(beside, end))
    write("bad/absent-of-one-who-is-there.txt", me, [], root, proof(away, other))
    write("bad/present-by-an-absence.txt", stranger, mine, root, proof(away, other))
    write("bad/empty-part-made-up.txt", me, [], root, proof(beside, []))
    index = next(i for i, h in enumerate(steps) if h == EMPTY)
    forged = list(steps)
    forged[index] = sha("tidemark history empty v2")
    write("bad/forged-default-node.txt", deep, mine, tree(more), proof(forged, last))
    dropped = list(beside)
    dropped[0] = EMPTY
    write("bad/node-taken-for-empty.txt", me, mine, root, proof(dropped, end))
    write("bad/default-node-spelled-out.txt", deep, mine, tree(more), proof(steps, last, True))
    whole = proof(beside, end)
    write("bad/truncated.txt", me, mine, root, whole[:-1])
    write("bad/truncated-way.txt", me, mine, root, whole[: len(whole) - 97])
    write("bad/longer.txt", me, mine, root, whole + b"\0")
    lower = beside + [EMPTY]
    low = sha("tidemark history leaf v1", *end[0])
    for depth in range(len(lower) - 1, -1, -1):
        pair = [lower[depth], low] if bit(key(me), depth) else [low, lower[depth]]
        low = sha("tidemark history node v1", *pair)
    write("bad/leaf-lower-than-it-can.txt", me, mine, low, proof(lower, end))
    write("bad/end-of-neither-kind.txt", me, mine, root, whole[:-65] + b"\2" + whole[-64:])


main()
