"""Checks what ships as content: the templates, the schema and the example plan."""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import json
import re
import shutil
import subprocess
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


# ---- the example plan ----------------------------------------------------------------------

KINDS = {
    "sections": "section", "themes": "theme", "sessions": "session", "clusters": "cluster",
    "remarks": "remark", "stakeholders": "stakeholder", "commitments": "commitment",
    "priorities": "priority", "weights": "weight", "amounts": "amount",
    "indicators": "indicator", "measurements": "measurement", "measures": "measure",
    "sources": "source", "quotes": "quote", "comments": "comment", "versions": "version",
}
NEIGHBOURHOODS = {f"BU0546080{i}" for i in range(6)}
COUNTS = {"priority": 5, "measure": 12, "remark": 120, "session": 4, "source": 3, "cluster": 6}
# Capitalised words beside which another one is no person's name: places and organisations.
NOT_PERSONS = {
    "Bureau", "De", "Kopermolen", "Leedewijk", "Leiden", "Merenwijk", "Rijnland", "Slaaghwijk",
    "Zijlwijk",
}
PERSONAL = [
    ("an e-mail address", r"[\w.+-]+@[\w-]+\.\w+"),
    ("a phone number", r"(?<!\d)(\+31|0)[ -]?\d([ -]?\d){8}(?!\d)"),
    ("a citizen service number", r"(?<!\d)\d{9}(?!\d)"),
    ("a postcode", r"\b[1-9]\d{3} ?[A-Z]{2}\b"),
    ("an address", r"\b[A-Z]\w+(straat|laan|weg|plein|hof) \d+"),
    ("a person's title", r"\b([Mm]evrouw|[Mm]eneer|[Mm]evr\.|[Dd]hr\.|[Dd]e heer) [A-Z]"),
    ("a personal-looking name", r"\b[A-Z][a-zë]+ ((van|de|den|der|ten|el|al) )*[A-Z][a-zë]+\b"),
]


def records(plan):
    """Every record as (kind, record), the plan first."""
    yield "plan", plan
    todo = [plan]
    while todo:
        parent = todo.pop()
        for key, kind in KINDS.items():
            for record in parent.get(key, []):
                if isinstance(record, dict):  # a remark's themes are ids
                    yield kind, record
                    todo.append(record)


def texts(value):
    """Every text for people."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for member in value:
            yield from texts(member)
    elif isinstance(value, dict):
        for key, member in value.items():
            if key not in ("id", "sha256", "label", "icon"):
                yield from texts(member)


def check_links(plan, by_id):
    def follow(where, target, *kinds):
        if target not in by_id:
            problem(where, f"{target} does not exist")
        elif kinds and target.split("-")[0] not in kinds:
            problem(where, f"{target} is of another kind")

    for record in by_id.values():
        where = record["id"]
        for key in ("session", "cluster"):
            if key in record:
                follow(where, record[key], key)
        if "part-of" in record:
            follow(where, record["part-of"], "remark")
        for target in record.get("themes", []):
            if isinstance(target, str):
                follow(where, target, "theme")
        for target in record.get("origin", []):
            follow(where, target, "remark", "cluster", "quote")
        for target in record.get("links", []):
            follow(where, target)
        for text in (record.get("text"), record.get("reason")):
            for kind, target in re.findall(r"\(wijk:([a-z]+)/([^)]*)\)", text or ""):
                follow(where, target, kind)


def check_remarks(plan):
    remarks = plan["remarks"]
    clusters = {cluster["id"]: cluster for cluster in plan["clusters"]}
    for number, remark in enumerate(remarks, 1):
        if (remark["number"], remark["label"]) != (number, f"R-{number}"):
            problem(remark["id"], f"is {remark['label']}, not R-{number}")
        if ("outcome" in remark) != ("reason" in remark):
            problem(remark["label"], "has half an answer")
        if "area-code" in remark and remark["area-code"] not in NEIGHBOURHOODS:
            problem(remark["label"], "lies outside the district")

    def answered(remark):
        if "outcome" in remark or "outcome" in clusters.get(remark.get("cluster"), {}):
            return True
        parts = [part for part in remarks if part.get("part-of") == remark["id"]]
        return bool(parts) and all(answered(part) for part in parts)

    counted = [r for r in remarks if "withdrawn" not in r and "part-of" not in r]
    n_answered = sum(map(answered, counted))
    n_open = len(counted) - n_answered
    sentence = (f"Van de {len(counted)} reacties hebben er **{n_answered} een antwoord** "
                f"en **{n_open} nog niet**")
    if not any(sentence in text for text in texts(plan["sections"])):
        problem("plan.json", f"the report back does not say: {sentence}")
    people = sum(session["head-count"] for session in plan["sessions"])
    if f"{people} mensen" not in plan["sections"][0]["text"]:
        problem("plan.json", f"the summary does not say that {people} people came")


def check_order(plan, by_id):
    """Sets are sorted bytewise, months and years run forwards and lie within the plan."""
    for record in by_id.values():
        for key in ("links", "origin", "partners", "aspects", "themes", "area-codes", "authors"):
            value = record.get(key, [])
            if value and isinstance(value[0], str):
                if value != sorted(value, key=str.encode):
                    problem(record["id"], f"{key} is not sorted")
    for priority in plan["priorities"]:
        if not plan["first-year"] <= priority["first-year"] <= priority["last-year"] <= plan["last-year"]:
            problem(priority["title"], "lies outside the plan")
        if ("origin" in priority) == priority.get("no-origin", False):
            problem(priority["title"], "has both an origin and none, or neither")
        for measure in priority["measures"]:
            if measure["start"] > measure["ready"]:
                problem(measure["title"], "starts after it is ready")


def check_sources(plan, folder):
    names = {source["file-name"] for source in plan["sources"]}
    for path in folder.iterdir():
        if path.name not in names:
            problem(path.name, "is in no source")
    for source in plan["sources"]:
        path = folder / source["file-name"]
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest() != source["sha256"]:
            problem(source["file-name"], "is not the file that the plan means")
        if len(data) > 150_000:
            problem(source["file-name"], f"has {len(data)} bytes")
        if shutil.which("pdfinfo"):
            shown = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
            if f"Pages:           {source['pages']}\n" not in shown:
                problem(source["file-name"], "has another number of pages")
        if shutil.which("pdftotext"):
            for quote in source.get("quotes", []):
                page = str(quote["page-index"] + 1)
                command = ["pdftotext", "-f", page, "-l", page, path, "-"]
                shown = subprocess.run(command, capture_output=True, text=True).stdout
                if quote["text"] not in " ".join(shown.split()):
                    problem(source["file-name"], f"does not say on page {page}: {quote['text']}")


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_themes(plan):
    themes = [record for kind, record in records(plan) if kind == "theme"]
    if not 8 <= len(themes) <= 10 or len({theme["colour"] for theme in themes}) != len(themes):
        problem("plan.json", "8 to 10 themes of different colours are wanted")
    for theme in themes:
        light = luminance(theme["colour"])
        if 1.05 / (light + 0.05) < 4.5 or (light + 0.05) / (luminance("#1e1e1e") + 0.05) < 3:
            problem(theme["name"], f"{theme['colour']} is hard to see on white or on dark")


def check_names(plan):
    for text in texts(plan):
        for what, pattern in PERSONAL:
            for found in re.finditer(pattern, re.sub(r"\(wijk:[^)]*\)", "", text)):
                if not NOT_PERSONS & set(found[0].split()):
                    problem("plan.json", f"looks like {what}: {found[0]}")
    for stakeholder in plan["stakeholders"]:
        if stakeholder["kind"] != "organisatie" or {"name", "contact"} & set(stakeholder):
            problem(stakeholder["id"], "is a person")


def check_example(plan, schema, template, folder):
    for error in Draft202012Validator(schema).iter_errors(plan):
        problem(error.json_path, error.message)
    by_id = {}
    found = {}
    for kind, record in records(plan):
        found[kind] = found.get(kind, 0) + 1
        if not re.fullmatch(f"{kind}-[0-9a-v]{{26}}", record["id"]) or record["id"] in by_id:
            problem(record["id"], f"is no id of a {kind}, or is used twice")
        by_id[record["id"]] = record
    for kind, n in COUNTS.items():
        if found.get(kind) != n:
            problem("plan.json", f"{found.get(kind)} of kind {kind}, not {n}")
    if not plan.get("fictional") or "fictief" not in plan["title"]:
        problem("plan.json", "is not marked as fictional")

    def outline(sections):
        return [(s["title"], outline(s.get("sections", []))) for s in sections]

    if outline(plan["sections"]) != outline(template["sections"]):
        problem("plan.json", "does not have the sections of the template")
    for kind, record in records(plan):
        if kind == "section" and not record.get("text"):
            problem(record["title"], "is not written")
    check_links(plan, by_id)
    check_remarks(plan)
    check_order(plan, by_id)
    check_sources(plan, folder / "sources")
    check_themes(plan)
    check_names(plan)


def main():
    data = Path(sys.argv[1])
    schema = load(data / "plan.schema.json")
    plan = load(data / "example" / "plan.json")
    check_schema(schema, plan)
    for kind in CHAPTERS:
        check_template(data / "templates" / f"{kind}.json")
    template = load(data / "templates" / "wijkplan.json")
    check_example(plan, schema, template, data / "example")
    for line in problems:
        print(line)
    sys.exit(1 if problems else 0)


main()
