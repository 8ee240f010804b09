"""The command line as a person or a script uses it: python3 cli.py PROGRAM READER DATA RESOURCES"""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import hashlib
import json
import os
import shutil
import subprocess
import zipfile

from cli_home import DATADIR, Home, PROGRAM, end, folder, read, test, top

MEDIA_TYPE = "application/vnd.leiden.wijkplan+zip"
main = Home("main")
plan = main.plan("--example")
main.line("version", plan, "--label", "Eerste versie", "--summary", "Het eerste concept")
bundle = main.line("export", plan, "--to", folder("out"))
internal = main.line("export", plan, "--internal", "--to", folder("out"))


@test
def the_example_is_whole():
    p = main.json(plan)
    assert len(p["priorities"]) == 5 and len(p["sessions"]) == 4 and len(p["remarks"]) == 120
    assert sum(len(x.get("measures", [])) for x in p["priorities"]) == 12
    assert p["fictional"] is True
    listed = json.loads(main.run("list", "--json"))
    assert [x["id"] for x in listed] == [plan] and listed[0]["version"] == 1
    assert main.json(plan[:9])["id"] == plan and main.json(plan[5:12])["id"] == plan


@test
def a_new_plan_has_the_sections_of_its_template():
    for kind, years in (("wijkplan", range(3, 6)), ("wijkvisie", range(15, 16))):
        p = main.json(main.line("new", "--kind", kind, "--area", "WK054609"))
        assert p["last-year"] - p["first-year"] + 1 in years
        assert p["area-codes"] == ["WK054609"] and p["area-name"] == "Stevenshof"
        template = json.loads(read(os.path.join(DATADIR, "templates", kind + ".json")))
        assert [s["title"] for s in p["sections"]] == [s["title"] for s in template["sections"]]
        assert all(s["guidance"] for s in p["sections"])
    p = main.json(main.line("new", "--kind", "wijkplan", "--area", "BU05460800,BU05460801"))
    assert p["area-codes"] == ["BU05460800", "BU05460801"]
    p = main.json(main.line("new", "--kind", "wijkvisie", "--area", "De Hoven", "--parent", "WK054604",
                            "--title", "Visie De Hoven", "--from", "2027", "--to", "2041"))
    assert (p["title"], p["area-name"], p["parent-code"]) == ("Visie De Hoven", "De Hoven", "WK054604")


@test
def records_are_added_set_linked_and_undone():
    p = main.plan()
    s = main.line("add", p, "session", "title=Buurthuis", "date=2026-10-01")
    r = main.line("add", p, "remark", "text=Glas bij de speeltuin", "channel=papier", f"session={s}",
                  "aspects+=veiligheid", "count=3")
    q = main.line("add", p, "priority", "title=Schoon en heel", "first-year=2027", "last-year=2028")
    main.line("set", p, q, f"origin+={r}", "partners=Portaal,De Sleutels")
    j = main.json(p)
    assert j["remarks"][0]["label"] == "R-1" and j["remarks"][0]["count"] == 3
    assert j["priorities"][0]["origin"] == [r] and j["priorities"][0]["partners"] == ["De Sleutels", "Portaal"]
    main.line("set", p, q, f"origin-={r}")
    assert "origin" not in main.json(p)["priorities"][0]
    main.line("undo", p)
    assert main.json(p)["priorities"][0]["origin"] == [r]
    main.line("set", p, q, "deleted=1")
    assert "priorities" not in main.json(p)
    main.line("set", p, q, "deleted=")
    assert main.json(p)["priorities"][0]["title"] == "Schoon en heel"
    for _ in range(6):
        main.line("undo", p)
    assert "remarks" not in main.json(p)
    main.run("undo", p, code=1)
    assert main.line("add", p, "remark", "text=Nog een")
    assert main.json(p)["remarks"][0]["label"] == "R-2", "a number is never given twice"


@test
def two_laptops_invent_one_theme():
    p = main.plan()
    a = main.line("add", p, "theme", "name=Verkeer")
    assert main.line("add", p, "theme", "name=VERKEER") == a
    assert len(main.json(p)["themes"]) == 1


@test
def what_cannot_be_is_refused_in_one_line_and_changes_nothing():
    p = main.plan()
    q = main.line("add", p, "priority", "title=Groen", "first-year=2027", "last-year=2028")
    r = main.line("add", p, "remark", "text=Meer bomen")
    bad_pdf = os.path.join(folder("bad"), "geen.pdf")
    with open(bad_pdf, "w") as f:
        f.write("dit is geen pdf")
    before = main.digest(), main.run("show", p, "--json")
    for args in (
        ("new", "--kind", "wijkplan", "--area", "Merenwyk"),
        ("new", "--kind", "wijkplan", "--area", "WK999999"),
        ("new", "--kind", "wijkplan", "--area", ""),
        ("new", "--kind", "wijkplan", "--area", "Binnenstad"),
        ("new", "--kind", "wijkplan", "--area", "De Hoven"),
        ("new", "--kind", "wijkplan", "--area", "De Hoven", "--parent", "BU05460800"),
        ("new", "--kind", "wijkplan", "--area", "Merenwijk", "--from", "2030", "--to", "2027"),
        ("new", "--kind", "wijkplan", "--area", "Merenwijk", "--from", "2027", "--to", "2040"),
        ("new", "--kind", "wijkvisie", "--area", "Merenwijk", "--from", "2027", "--to", "2030"),
        ("new", "--kind", "wijkplan", "--area", "Merenwijk", "--from", "20277", "--to", "20280"),
        ("new", "--kind", "wijkplan", "--area", "Merenwijk", "--title", "  "),
        ("new", "--kind", "stadsplan", "--area", "Merenwijk"),
        ("show", "plan-00"), ("show", "nergens"), ("undo", "x"),
        ("add", p, "remark"), ("add", p, "remark", "text=  "), ("add", p, "remark", "text"),
        ("add", p, "remark", "text=x", "channel=fax"), ("add", p, "remark", "text=x", "count=0"),
        ("add", p, "remark", "text=x", "date=2026-02-30"), ("add", p, "remark", "text=x", "kleur=rood"),
        ("add", p, "remark", "text=x", "number=3"), ("add", p, "remark", "text=x", "label=R-3"),
        ("add", p, "remark", "text=x", "session=session-00000000000000000000000000"),
        ("add", p, "remark", "text=x", "session=" + q), ("add", p, "remark", "text=x", "aspects+=mooi"),
        ("add", p, "theme", "name=Groen", "colour=rood"), ("add", p, "priority", "title="),
        ("add", p, "priority", "title=x", "first-year=2029", "last-year=2028"),
        ("add", p, "priority", "title=x", "first-year=2040"), ("add", p, "priority", "title=x", "last-year=20277"),
        ("add", p, "measure", "title=x", "priority=" + q, "start=2028-06", "ready=2027-03"),
        ("add", p, "amount", "of=" + q, "kind=raming", "year=2027", "cents=12,50"),
        ("set", p, q, "title="), ("set", p, q, "last-year=2026"), ("set", p, r, "number=7"),
        ("set", p, r, "deleted=1"), ("set", p, p, "kind=wijkvisie"), ("set", p, p, "last-year=2050"),
        ("set", p, "remark-x", "text=y"), ("set", p, q, "origin+=" + p),
        ("add", p, "source", "--file", bad_pdf), ("add", p, "source", "--file", bad_pdf + "x"),
        ("export", p, "--to", folder("out")), ("export", plan, "--to", "/nergens"),
        ("export", plan, "--to", folder("out"), "--version", "9"), ("show", plan, "--version", "9", "--json"),
        ("version", p, "--label", " "), ("version", p, "--label", "x", "--status", "klaar"),
        ("version", p, "--label", "x", "--status", "vastgesteld"), ("draft", p, "--to", "/nergens/x.pdf"),
        ("verify", "/nergens"),
    ):
        main.run(*args, code=1)
    words = os.path.join(folder("words"), "verslag.txt")
    with open(words, "w") as f:
        f.write("Er ligt glas op het fietspad\n")
    for args, part in ((("draft", p, "--to", "/nergens/x.pdf"), "There is no folder /nergens."),
                       (("draft", p, "--to", folder("out")), "is a folder"),
                       (("import", words), "“verslag.txt” is not a plan.")):
        said = main.run(*args, code=1)
        assert part in said, said
    said = main.run("add", p, "priority", "title=x", "first-year=later", code=1)
    assert "first-year" in said and "later" in said, said
    for args in (("add",), ("add", p, "ding", "x=y"), ("add", p, "source", "title=x"), ("set", p, q), ("undo",),
                 ("new",), ("new", "--kind", "wijkplan"), ("list", "x"), ("list", "--nee"), ("show",), ("draft", p),
                 ("export", p), ("version", p), ("verify",), ("check",), ("import",), ("onzin",),
                 ("export", plan, "--to", "x", "--version", "-1"), ("show", plan, "--version", "drie"),
                 ("export", plan, "--to", "x", "--internal", "--version", "1")):
        main.run(*args, code=2)
    assert before == (main.digest(), main.run("show", p, "--json"))


@test
def a_bundle_is_what_it_says():
    z = zipfile.ZipFile(bundle)
    names = z.namelist()
    assert names[:2] == ["mimetype", "manifest.json"] and names[2:] == sorted(names[2:])
    assert read(bundle)[38:38 + len(MEDIA_TYPE)].decode() == MEDIA_TYPE
    assert all(i.compress_type == zipfile.ZIP_STORED and not i.extra for i in z.infolist())
    manifest = json.loads(z.read("manifest.json"))
    for f in manifest["files"]:
        data = z.read(f["name"])
        assert len(data) == f["size"] and hashlib.sha256(data).hexdigest() == f["sha256"], f["name"]
    p = json.loads(z.read("plan.json"))
    assert p["version"]["number"] == manifest["version"] == 1 and p["audience"] == "openbaar"
    public = {s["sha256"] for s in p["sources"] if s.get("public")}
    assert public and {n for n in names if n.startswith("sources/")} == {f"sources/{h}.pdf" for h in public}
    assert os.path.basename(bundle) == "wijkplan-merenwijk-2027-2031-v1.wijkplan"
    for b in (bundle, internal):
        promises = json.loads(main.run("verify", b, "--json"))
        assert promises and all(x["held"] for x in promises), promises


@test
def a_version_never_changes():
    h = Home("frozen")
    shutil.copytree(main.path, h.path)
    h.line("add", plan, "remark", "text=Na de versie gezegd")
    assert read(h.line("export", plan, "--to", folder("frozen-out"))) == read(bundle)
    assert h.run("export", plan, "--to", "-") == read(bundle)
    assert h.line("version", plan, "--label", "Tweede") == "2"
    assert read(h.line("export", plan, "--to", folder("frozen-out"), "--version", "1")) == read(bundle)
    assert len(h.json(plan, "--version", "2")["remarks"]) == 121
    assert len(h.json(plan, "--version", "1")["remarks"]) == 120


@test
def the_same_content_gives_the_same_bytes_everywhere():
    sums = set()
    for i, (lang, zone) in enumerate((("C.UTF-8", "UTC"), ("nl_NL.UTF-8", "Asia/Tokyo"),
                                      ("nl_NL.UTF-8", "Pacific/Kiritimati"), ("C.UTF-8", "America/Los_Angeles"))):
        h = Home(f"same{i}", lang, zone)
        shutil.copytree(main.path, h.path)
        h.line("version", plan, "--label", "Zelfde")
        sums.add(hashlib.sha256(h.run("export", plan, "--to", "-")).hexdigest())
    assert len(sums) == 1, sums


@test
def an_internal_bundle_gives_the_plan_with_its_history():
    h = Home("other")
    assert h.line("import", internal) == plan
    assert h.run("show", plan, "--json") == main.run("show", plan, "--json")
    assert read(h.line("export", plan, "--to", folder("other-out"))) == read(bundle)
    again = json.loads(h.run("import", internal, "--json"))
    assert again["new"] == 0 and again["same"] > 1000 and again["conflicts"] == []
    assert "Continue on this laptop" in h.run("version", plan, "--label", "x", code=1)
    assert h.line("version", plan, "--label", "x", "--take-over") == "2"
    label = h.json(plan)["remarks"][-1]["label"]
    h.line("add", plan, "remark", "text=Van de andere laptop")
    new = [r["label"] for r in h.json(plan)["remarks"] if r["text"] == "Van de andere laptop"][0]
    assert new.split("-")[0] != label.split("-")[0] and new.endswith("-1"), new


@test
def two_laptops_are_merged_and_keep_both():
    a, b = Home("a"), Home("b")
    p = a.plan()
    q = a.line("add", p, "priority", "title=Groen")
    b.line("import", a.line("export", p, "--internal", "--to", folder("a-out")))
    a.line("set", p, q, "title=Meer groen")
    b.line("set", p, q, "title=Groen en spelen")
    b.line("add", p, "remark", "text=Van B")
    from_b = b.line("export", p, "--internal", "--to", folder("b-out"))
    got = json.loads(a.run("import", from_b, "--json", "--into", p))
    assert got["new"] > 0 and [(c["record"], c["field"]) for c in got["conflicts"]] == [(q, "title")], got
    assert [v["value"] for v in got["conflicts"][0]["values"]] == ["Meer groen", "Groen en spelen"], got
    b.run("import", a.line("export", p, "--internal", "--to", folder("a-out")))
    assert a.run("show", p, "--json") == b.run("show", p, "--json")
    a.line("set", p, q, "title=Groen, meer en om te spelen")
    b.run("import", a.line("export", p, "--internal", "--to", folder("a-out")))
    assert b.json(p)["priorities"][0]["title"] == "Groen, meer en om te spelen"
    assert not any(x["code"] == "conflict" for x in json.loads(b.run("check", p, "--json")))
    other = a.plan()
    a.run("import", from_b, "--into", other, code=1)


@test
def a_public_bundle_opens_as_a_version_that_does_not_change():
    h = Home("public")
    p = h.line("import", bundle)
    assert p != plan and p in h.line("import", bundle)
    assert json.loads(h.run("list", "--json"))[0]["read-only"] is True
    assert read(h.line("export", p, "--to", folder("public-out"))) == read(bundle)
    for args in (("set", p, p, "title=x"), ("add", p, "remark", "text=x"), ("undo", p), ("version", p, "--label", "x"),
                 ("add", p, "source", "--file", glob.glob(os.path.join(DATADIR, "example/sources/*.pdf"))[0])):
        assert "published" in h.run(*args, code=1)


@test
def plan_json_alone_makes_a_new_plan_that_names_its_origin():
    h = Home("json")
    p = h.line("import", "-", stdin=main.run("show", plan, "--json"))
    j = h.json(p)
    assert p != plan and "Merenwijk" in j["derived-from"] and len(j["remarks"]) == 120
    assert "link it again" in h.run("version", p, "--label", "Eigen versie", code=1)  # the PDFs did not come along
    for source in j["sources"]:
        h.line("set", p, source["id"], "public=")
    assert h.line("version", p, "--label", "Eigen versie") == "1"
    h.run("import", "-", "--into", p, stdin=main.run("show", plan, "--json"), code=1)


def spoiled():
    """Bundles and files that are not what they should be."""
    good = read(bundle)
    z = zipfile.ZipFile(bundle)
    yield "cut", good[:5000]
    yield "cut-end", good[:-40]
    for at in (50, len(good) // 3, len(good) // 2, len(good) - 100):
        changed = bytearray(good)
        changed[at] ^= 1
        yield f"changed-{at}", bytes(changed)

    def made(more, skip=(), compress=zipfile.ZIP_STORED):
        path = os.path.join(folder("made"), "x.zip")
        with zipfile.ZipFile(path, "w", compress) as out:
            for name in z.namelist():
                if name not in skip:
                    out.writestr(name, z.read(name))
            for name, data in more:
                out.writestr(name, data)
        return read(path)

    yield "traversal", made([("../../x", b"boo")])
    yield "absolute", made([("/etc/x", b"boo")])
    yield "extra", made([("virus.exe", b"boo")])
    yield "missing", made([], skip=("plan.pdf",))
    yield "empty-zip", made([], skip=z.namelist())
    yield "bomb", made([("plan.html", b" " * 300_000_000)], compress=zipfile.ZIP_DEFLATED)
    manifest = json.loads(z.read("manifest.json"))
    manifest["format"] = 99
    yield "newer", made([("manifest.json", json.dumps(manifest))], skip=("manifest.json",))
    p = main.run("show", plan, "--json").decode()
    yield "newer.json", p.replace('"format": 0', '"format": 7', 1).encode()
    first = json.loads(p)["remarks"][0]["id"]
    second = json.loads(p)["remarks"][1]["id"]
    yield "twice.json", p.replace(second, first).encode()
    yield "malformed-id.json", p.replace(first, "remark-XYZ").encode()
    yield "years.json", p.replace('"first-year": 2027', '"first-year": 20277', 1).encode()
    yield "title.json", p.replace('"title": "', '"title": "", "x": "', 1).encode()
    yield "deep.json", b'{"a":' + b"[" * 1_000_000
    yield "deep-closed.json", b"[" * 1_000_000 + b"]" * 1_000_000
    yield "empty", b""
    yield "nothing.json", b"{}"
    yield "half.json", p[:3000].encode()
    yield "words.txt", b"zomaar wat woorden"
    yield "bytes", bytes(range(256)) * 50


@test
def what_others_hand_over_is_hostile_until_checked():
    h = Home("hostile")
    p = h.plan()
    before = h.digest()
    for name, data in spoiled():
        path = os.path.join(folder("spoiled"), name if "." in name else name + ".wijkplan")
        with open(path, "wb") as f:
            f.write(data)
        message = h.run("import", path, code=1)
        assert len(message) < 400, message
        if not name.endswith((".json", ".txt")):
            promises = subprocess.run([PROGRAM, "verify", path, "--json"], env=h.env, capture_output=True)
            assert promises.returncode == 1 and not all(x["held"] for x in json.loads(promises.stdout))
        assert h.digest() == before, f"{name} changed something"
    h.run("import", "/nergens.wijkplan", code=1)
    assert not os.path.exists(os.path.join(top, "x"))


@test
def adopting_asks_for_a_reason():
    h = Home("adopt")
    shutil.copytree(main.path, h.path)
    assert "reason" in h.run("version", plan, "--label", "x", "--status", "vastgesteld", code=1)
    assert h.line("version", plan, "--label", "x", "--status", "vastgesteld", "--reason", "Rest volgt") == "2"
    assert {x["id"]: x["status"] for x in json.loads(h.run("list", "--json"))}[plan] == "vastgesteld"


@test
def a_draft_is_marked_and_not_kept():
    path = os.path.join(folder("out"), "concept.pdf")
    before = main.run("show", plan, "--json")
    main.line("draft", plan, "--to", path)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")[:-1]
    assert len(pages) > 10 and all("Concept" in p for p in pages), [i for i, p in enumerate(pages) if "Concept" not in p]
    assert before == main.run("show", plan, "--json")


def words_of(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


@test
def reports_are_made_in_each_form():
    out = folder("reports")
    session = next(r for r in main.json(plan)["sessions"])["id"]
    made = {"participatieverslag": ("pdf", "csv", "ods"), "reactienota": ("pdf", "csv", "ods"),
            "u-zei-wij-doen": ("pdf", "csv", "ods"), "reactiekaarten": ("pdf",), "codeboek": ("qdc",)}
    before = main.run("show", plan, "--json")
    for kind, forms in made.items():
        more = ("--session", session) if kind == "reactiekaarten" else ()
        for form in ("pdf", "csv", "ods", "qdc"):
            path = os.path.join(out, f"{kind}.{form}")
            if form not in forms:
                main.run("report", plan, kind, "--to", path, *more, code=1)
                assert not os.path.exists(path)
                continue
            assert main.line("report", plan, kind, "--to", path, *more) == path
            first = open(path, "rb").read()
            main.line("report", plan, kind, "--to", path, *more)
            assert first == open(path, "rb").read(), f"{kind}.{form} differs the second time"
            start = {"pdf": b"%PDF-1.7", "csv": b"\xef\xbb\xbf", "ods": b"PK", "qdc": b"<?xml"}[form]
            assert first.startswith(start), (kind, form, first[:8])
    assert before == main.run("show", plan, "--json")
    main.run("report", plan, "stickervellen", "--to", os.path.join(out, "x.pdf"), code=1)
    ballot = main.line("add", plan, "ballot", f"session={session}", "title=Wat eerst?", "dots=3")
    main.line("add", plan, "option", f"ballot={ballot}", "title=Licht")
    main.line("report", plan, "stickervellen", "--to", os.path.join(out, "vel.pdf"), "--ballot", ballot)
    assert "1. Licht" in words_of(os.path.join(out, "vel.pdf"))


@test
def a_note_of_replies_is_for_everyone_or_for_inside():
    out = folder("notes")
    h = Home("notes")
    p = h.plan()
    who = h.line("add", p, "stakeholder", "kind=persoon", "name=Geheimerik Jansen", "contact=0612345678")
    theme = h.line("add", p, "theme", "name=Verkeer")
    said = {}
    for i, (text, outcome) in enumerate([("Een zebrapad", "overgenomen"), ("Een rotonde", None), ("Dubbel", None)]):
        said[i] = h.line("add", p, "remark", f"text={text}", f"themes={theme}", f"stakeholder={who}")
        if outcome:
            h.line("set", p, said[i], f"outcome={outcome}", "reason=Het komt er")
    h.line("set", p, said[2], "withdrawn=Proef")
    h.line("add", p, "comment", f"of={said[1]}", "text=Nog nabellen")
    for by in ("theme", "session", "area"):
        for internal in ((), ("--internal",)):
            path = os.path.join(out, f"{by}{len(internal)}.pdf")
            h.line("report", p, "reactienota", "--to", path, "--by", by, *internal)
            words = words_of(path)
            assert words.count("Een zebrapad") == 1 and words.count("Het komt er") == 1, words
            for text in ("Een rotonde", "Dubbel", "Nog nabellen", "Intern ·"):
                assert (text in words) == bool(internal), (by, internal, text)
            assert "Geheimerik" not in words and "0612345678" not in words
    path = os.path.join(out, "note.csv")
    h.line("report", p, "reactienota", "--to", path)
    assert len(open(path, encoding="utf-8-sig").read().splitlines()) == 2


@test
def a_wrong_report_is_refused_and_leaves_nothing():
    path = os.path.join(folder("none"), "x.pdf")
    for args in (["reactienota"], ["reactienota", "--to", path + "x"], ["wensenlijst", "--to", path],
                 ["reactienota", "--to", path, "--by", "kleur"], ["codeboek", "--to", path, "--internal"],
                 ["reactiekaarten", "--to", path, "--cards", "-1"], ["reactiekaarten", "--to", path, "--cards", "5000"],
                 ["reactiekaarten", "--to", path, "--first", "-1"], []):
        main.run("report", plan, *args, code=2)
    for args in (["reactiekaarten", "--to", path], ["reactienota", "--to", path, "--session", "session-x"],
                 ["reactienota", "--to", "/nergens/x.pdf"]):
        main.run("report", plan, *args, code=1)
    empty = Home("empty-reports")
    p = empty.plan()
    for kind, code in (("participatieverslag", 0), ("reactienota", 0), ("u-zei-wij-doen", 1)):
        empty.run("report", p, kind, "--to", os.path.join(folder("empty"), kind + ".pdf"), code=code)
    assert not os.path.exists(path)


@test
def it_speaks_dutch_where_people_do():
    h = Home("dutch", "nl_NL.UTF-8")
    h.env["WIJKPLAN_LOCALEDIR"] = os.environ.get("WIJKPLAN_LOCALEDIR", "")
    if not h.env["WIJKPLAN_LOCALEDIR"]:
        return
    p = h.plan()
    assert "leeg" in h.run("add", p, "remark", "text=", code=1)


end()
