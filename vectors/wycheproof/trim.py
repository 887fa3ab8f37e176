#!/usr/bin/env python3
"""Trims Wycheproof's JSON to what Tidemark uses: trim.py aes_gcm_test.json eddsa_test.json FOLDER"""
import json
import sys

aes, eddsa, folder = sys.argv[1:]


def write(name, columns, rows):
    with open(f"{folder}/{name}", "w", encoding="ascii", newline="\n") as out:
        out.write("# " + "\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(row) + "\n")


def flags(test):
    return ",".join(test["flags"] + ([test["comment"]] if test["comment"] else []))


source = json.load(open(aes))
write(
    "aes-256-gcm.tsv",
    ["id", "flags", "result", "key", "nonce", "associated", "message", "sealed", "tag"],
    (
        [str(t["tcId"]), flags(t), t["result"], t["key"], t["iv"], t["aad"], t["msg"], t["ct"], t["tag"]]
        for group in source["testGroups"]
        if (group["keySize"], group["ivSize"], group["tagSize"]) == (256, 96, 128)
        for t in group["tests"]
    ),
)
source = json.load(open(eddsa))
write(
    "ed25519.tsv",
    ["id", "flags", "result", "key", "message", "signature"],
    (
        [str(t["tcId"]), flags(t), t["result"], group["key"]["pk"], t["msg"], t["sig"]]
        for group in source["testGroups"]
        for t in group["tests"]
    ),
)
