"""Checks what ships as content: the templates, the schema and the example plan."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

problems = []


def problem(where, what):
    problems.append(f"{where}: {what}")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


# ---- templates -----------------------------------------------------------------------------

CHAPTERS = {
    "wijkplan": [
        "Samenvatting op één A4", "Inleiding en werkwijze", "De wijk in beeld",
        "Wat hebben we gehoord", "Prioriteiten", "Uitvoeringsprogramma", "Terugkoppeling",
        "Monitoring en herijking", "Wijzigingen ten opzichte van de vorige versie", "Bijlagen",
    ],
    "wijkvisie": [
        "Samenvatting op één A4", "Inleiding en werkwijze", "De wijk in beeld",
        "Wat hebben we gehoord", "Droombeeld over 15 jaar", "Scenario’s",
        "De vier aspecten en de afweging", "Toetsingskader", "Wat doen en wat laten",
        "Prioriteiten", "Uitvoeringsprogramma", "Gereserveerde middelen", "Meedoen",
        "Terugkoppeling", "Monitoring en herijking",
        "Wijzigingen ten opzichte van de vorige versie", "Besluit", "Bijlagen",
    ],
}


def check_template_section(where, section, depth):
    where = f"{where} > {section.get('title')}"
    if set(section) - {"title", "guidance", "target-words", "sections"}:
        problem(where, f"unknown member among {sorted(section)}")
    if not isinstance(section.get("title"), str) or not section["title"].strip():
        problem(where, "no title")
    sentences = re.findall(r"[.!?]’?(?=\s|$)", section.get("guidance", ""))
    if not 2 <= len(sentences) <= 4:
        problem(where, f"guidance of {len(sentences)} sentences")
    if not isinstance(section.get("target-words"), int) or section["target-words"] < 1:
        problem(where, "no target length")
    if depth == 2 and "sections" in section:
        problem(where, "nested more than two deep")
    for part in section.get("sections", []):
        check_template_section(where, part, depth + 1)


def check_template(path):
    template = load(path)
    if template["kind"] != path.stem:
        problem(path.name, f"is of kind {template['kind']}")
    titles = [section["title"] for section in template["sections"]]
    if titles != CHAPTERS[path.stem]:
        problem(path.name, f"chapters are {titles}")
    for section in template["sections"]:
        check_template_section(path.name, section, 1)


# ---- schema --------------------------------------------------------------------------------


def check_schema(schema, plan):
    Draft202012Validator.check_schema(schema)
    used = set(re.findall(r'"#/\$defs/([a-z0-9-]+)"', json.dumps(schema)))
    for name in sorted(used ^ set(schema["$defs"])):
        problem("plan.schema.json", f"{name} is only defined or only used")
    validator = Draft202012Validator(schema)
    bad = [
        ({"kind": "wensenlijst"}, "kind"), ({"first-year": 20277}, "first-year"),
        ({"format": 1}, "format"), ({"id": "plan-1"}, "id"), ({"area-codes": ["XX"]}, "area-codes"),
        ({"remarks": [{"id": plan["id"]}]}, "remarks"), ({"title": None}, "title"),
    ]
    for change, key in bad:
        errors = list(validator.iter_errors(plan | change))
        if not any(error.absolute_path and error.absolute_path[0] == key for error in errors):
            problem("plan.schema.json", f"takes {change}")
    if not validator.is_valid(plan | {"member-of-a-newer-program": {"a": 1}}):
        problem("plan.schema.json", "refuses an unknown member")


MINIMAL = {
    "format": 0, "audience": "intern", "language": "nl", "id": "plan-" + "0" * 26,
    "kind": "wijkplan", "title": "Plan",
}


def main():
    data = Path(sys.argv[1])
    schema = load(data / "plan.schema.json")
    check_schema(schema, MINIMAL)
    for kind in CHAPTERS:
        check_template(data / "templates" / f"{kind}.json")
    for line in problems:
        print(line)
    sys.exit(1 if problems else 0)


main()
