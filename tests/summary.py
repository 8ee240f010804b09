"""Adds up meson's logs and ends with the one line that people and CI read: N passed, N failed."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import sys
import xml.etree.ElementTree as ET

passed = failed = skipped = 0
for path in sys.argv[1:]:
    wrong = set()  # programs with a case that failed
    for case in ET.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
            wrong |= {case.get("classname"), case.get("name")}
            print(f"failed: {case.get('classname')} {case.get('name')[:160]}")
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    with open(path.replace("testlog.junit.xml", "testlog.json"), encoding="utf-8") as log:
        for line in log:
            program = json.loads(line)
            if (program["result"] not in ("OK", "SKIP", "EXPECTEDFAIL")
                    and not any(name.endswith(program["name"]) for name in wrong)):
                failed += 1  # it crashed, hung or ended badly between its cases
                print(f"failed: {program['name']} ended badly: {program['result']}")
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(1 if failed or not passed else 0)
