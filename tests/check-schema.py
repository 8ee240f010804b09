#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program writes as plan.json is valid by plan.schema.json: PROGRAM SCHEMA.

The validator is not ours. It must also find faults, or its silence would mean nothing."""

import copy
import json
import subprocess
import sys

import jsonschema


def spoil(plan):
    """Plans with one fault each."""
    for key, value in {"format": 1, "kind": "stadsplan", "first-year": "2027", "id": "x"}.items():
        bad = copy.deepcopy(plan)
        bad[key] = value
        yield key, bad
    bad = copy.deepcopy(plan)
    del bad["sections"][0]["title"]
    yield "sections[0].title", bad
    bad = copy.deepcopy(plan)
    bad["remarks"][0]["channel"] = "duif"
    yield "remarks[0].channel", bad


def main():
    program, schema_path = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    wrong = 0
    plan = None
    for seed in range(12):
        for audience in "openbaar", "intern":
            written = subprocess.run([program, str(seed), str(1 + seed), audience],
                                     check=True, capture_output=True).stdout
            plan = json.loads(written.decode("utf-8"))
            for error in validator.iter_errors(plan):
                print(f"seed {seed}, {audience}: {error.json_path}: {error.message[:200]}")
                wrong += 1
    for what, bad in spoil(plan):
        if validator.is_valid(bad):
            print(f"a fault in {what} is not found")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
