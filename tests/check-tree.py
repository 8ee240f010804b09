"""Checks of the tree itself: check-tree.py NAME BUILD-FOLDER

Each check prints what is wrong and where, and exits 1 then; 77 (skipped) where its tool is missing.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
APP_ID = "org.leiden.Wijkplan"
TOP_LEVEL = {
    ".ci", ".clang-format", ".gitignore", "LICENSE", "README.md", "data", "dev", "meson.build",
    f"{APP_ID}.json", "po", "resources", "src", "tests",
}
# what may be there without being part of the project
NOT_OURS = {".git", "_build", ".flatpak-builder"}
LONG_FILE = 400
LONGEST_FILE = 600
LONGEST_FUNCTION = 60
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|WI" r"P)\b")
# headers that belong to one folder of src/, so that each thing is done in one place
ONE_HOME = [
    (r"<(gtk|gdk|adwaita)\b", {"ui", "main.c"}),
    (r"<poppler", {"reader"}),
    (r"<sqlite3", {"store"}),
    (r"<archive", {"exchange"}),
    (r"<qpdf/", {"publish"}),
    (r"<cmark-gfm", {"text"}),
]
GETTEXT = re.compile(r"\b((_|C_|N_|NC_|ngettext) ?\(|g_d[cn]?gettext ?\(\s*\w+,)\s*[\"']")
XGETTEXT = [
    "xgettext", "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_",
    "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2",
    "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
    "--flag=N_:1:pass-c-format", "--flag=C_:2:pass-c-format", "--flag=g_strdup_printf:1:c-format",
]


def files(pattern, *folders):
    return sorted(path for folder in folders for path in (TOP / folder).rglob(pattern))


def name(path):
    return str(path.relative_to(TOP))


def sources():
    return files("*.[ch]", "src", "tests")


def run(*command, cwd=TOP):
    """What the command said if it failed, line by line."""
    if shutil.which(command[0]) is None:
        print(f"{command[0]} is not there: skipped")
        sys.exit(77)
    done = subprocess.run(command, cwd=cwd, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return (done.stdout or f"{command[0]} failed").splitlines() if done.returncode else []


def strip(text):
    """C source without what is not code: comments and strings are blanked, lines stay."""
    blank = lambda match: re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S)


def check_format():
    said = run("clang-format", "--dry-run", "-Werror", *map(name, sources()))
    places = dict.fromkeys(re.findall(r"^(\S+?:\d+):\d+: error", "\n".join(said), re.M))
    return [f"{place}: not as .clang-format has it" for place in places] or said


def check_blueprints():
    blueprints = files("*.blp", "resources")
    return run("blueprint-compiler", "format", *map(str, blueprints)) if blueprints else []


def check_potfiles():
    with open(TOP / "po/POTFILES", encoding="utf-8") as file:
        listed = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    with_words = {name(path) for path in files("*.[ch]", "src") + files("*.blp", "resources")
                  if GETTEXT.search(path.read_text(encoding="utf-8"))}
    wrong = [f"po/POTFILES: {path} has words to translate but is not listed"
             for path in sorted(with_words - set(listed))]
    wrong += [f"po/POTFILES: {path} is not there" for path in listed if not (TOP / path).exists()]
    wrong += [f"po/POTFILES: {path} is listed twice"
              for path in sorted(set(listed)) if listed.count(path) > 1]
    return wrong


def check_dutch():
    """Every sentence of the sources has its Dutch one, with the same placeholders."""
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = f"{folder}/new.pot", f"{folder}/nl.po"
        wrong = run(*XGETTEXT, "-f", "po/POTFILES", "-o", pot)
        wrong += wrong or run("msgmerge", "--quiet", "-o", merged, "po/nl.po", pot)
        if wrong:
            return wrong
        wrong = run("msgfmt", "--check", "-o", "/dev/null", merged)
        for kind, options in {"untranslated": ["--untranslated"],
                              "uncertain (fuzzy)": ["--only-fuzzy"]}.items():
            done = subprocess.run(["msgattrib", "--no-obsolete", "--no-wrap", *options, merged],
                                  text=True, capture_output=True, check=True)
            wrong += [f"po/nl.po: {kind}: {line[6:]}" for line in done.stdout.splitlines()
                      if line.startswith("msgid ") and line != 'msgid ""']
    return wrong


def declared_functions():
    for path in files("*.h", "src"):
        text = strip(path.read_text(encoding="utf-8"))
        text = re.sub(r"^#.*(\\\n.*)*$", "", text, flags=re.M)
        for match in re.finditer(r"^[A-Za-z_][\w \*\n]*?\b(wijk_\w+) \(", text, re.M):
            if not match[1].endswith("_get_type"):
                yield path, match[1]


def check_callers():
    """An exported function is called from another file of the program. Below the windows a test counts
    too: rules of the layers, such as erasing, are proven before a window offers them."""
    code = {path: strip(path.read_text(encoding="utf-8")) for path in files("*.c", "src")}
    words = {path: set(re.findall(r"\w+", text)) for path, text in code.items()}
    blueprints = set()
    for path in files("*.blp", "resources"):
        blueprints |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    macros = set()
    for path in files("*.h", "src"):
        for line in re.findall(r"^(?:#define.*(?:\\\n.*)*|G_DEFINE_AUTO.*)$",
                               strip(path.read_text(encoding="utf-8")), re.M):
            macros |= set(re.findall(r"\w+", line))
    tested = set()
    for path in files("*.c", "tests"):
        tested |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    wrong = []
    for header, function in declared_functions():
        users = {path for path in words if function in words[path]}
        home = {path for path in users if re.search(rf"^{function} \(", code[path], re.M)}
        if function.endswith("_quark"): # defined by a macro that gets the name in two parts
            home = {path for path in words if "G_DEFINE_QUARK" in words[path] and
                    function.removesuffix("_quark") in words[path]}
        if not home:
            wrong.append(f"{name(header)}: {function} is declared but not defined")
        elif not users - home and function not in blueprints | macros and (
                header.relative_to(TOP / "src").parts[0] == "ui" or function not in tested):
            wrong.append(f"{name(header)}: {function} has no caller outside {name(min(home))}")
    return wrong


def check_includes():
    wrong = []
    for path in files("*.[ch]", "src"):
        home = path.relative_to(TOP / "src").parts[0]
        text = path.read_text(encoding="utf-8")
        included = re.findall(r'^#include (.*)$', text, re.M)
        for header in included:
            wrong += [f"{name(path)}: {header} belongs to {' and '.join(sorted(homes))} alone"
                      for pattern, homes in ONE_HOME
                      if re.match(pattern, header) and home not in homes]
        if home not in {"ui", "main.c"} and re.search(r"\bg_settings_", text):
            wrong.append(f"{name(path)}: settings are read in ui and main.c alone")
        if path.suffix == ".c" and included[:1] != ['"config.h"']:
            wrong.append(f'{name(path)}: the first include is "config.h"')
        if path.suffix == ".h" and "\n#pragma once\n" not in text:
            wrong.append(f"{name(path)}: no #pragma once")
    wrong += [f"{name(path)}:1: no SPDX line" for path in sources()
              if not path.read_text(encoding="utf-8").startswith("/* SPDX-License-Identifier: ")]
    return wrong


def check_size():
    wrong = []
    for path in files("*.[ch]", "src"):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LONGEST_FILE:
            wrong.append(f"{name(path)}: {length} lines, split it (at most {LONGEST_FILE})")
        elif length > LONG_FILE:
            print(f"{name(path)}: {length} lines, look again")
        for function in re.finditer(r"^([a-z]\w+) \(.*?^}$", path.read_text(encoding="utf-8"), re.M | re.S):
            if function[0].count("\n") > LONGEST_FUNCTION:
                print(f"{name(path)}: {function[1]}: {function[0].count(chr(10))} lines, look again")
    return wrong


def check_layout():
    return [f"{path.name}: not an entry of the top folder"
            for path in sorted(TOP.iterdir()) if path.name not in TOP_LEVEL | NOT_OURS]


def check_unfinished():
    wrong = []
    for top in sorted(TOP_LEVEL):
        for path in [TOP / top] if (TOP / top).is_file() else files("*", top):
            if not path.is_file() or path.suffix in {".pdf", ".png", ".ttf", ".otf", ".pyc"}:
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            wrong += [f"{name(path)}:{number}: {line.strip()[:80]}"
                      for number, line in enumerate(text.splitlines(), 1) if UNFINISHED.search(line)]
    return wrong


def check_desktop():
    return run("desktop-file-validate", f"{BUILD}/data/{APP_ID}.desktop")


def check_metainfo():
    return run("appstreamcli", "validate", "--no-net", "--strict", "--explain",
               f"{BUILD}/data/{APP_ID}.metainfo.xml")


def check_settings():
    return run("glib-compile-schemas", "--strict", "--dry-run", "data")


def check_manifest():
    path = f"{APP_ID}.json"
    manifest = json.loads((TOP / path).read_text(encoding="utf-8"))
    wrong = []
    if manifest["id"] != APP_ID or manifest["runtime"] != "org.gnome.Platform":
        wrong.append(f"{path}: another program or runtime")
    if set(manifest["finish-args"]) != {"--share=ipc", "--socket=wayland",
                                        "--socket=fallback-x11", "--device=dri"}:
        wrong.append(f"{path}: other permissions than a window needs")
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] == "dir":
                continue
            if source["type"] != "archive" or not source["url"].startswith("https://"):
                wrong.append(f"{path}: {module['name']} is not a released archive")
            if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                wrong.append(f"{path}: {module['name']} has no SHA-256")
    if shutil.which("flatpak-builder"):
        done = subprocess.run(["flatpak-builder", "--show-manifest", path], cwd=TOP, text=True,
                              capture_output=True, check=False)
        wrong += [f"{path}: {line}" for line in done.stderr.splitlines()
                  if done.returncode or "Unknown property" in line]
    return wrong


CHECKS = {key[6:]: value for key, value in list(globals().items()) if key.startswith("check_")}

if __name__ == "__main__":
    BUILD = sys.argv[2]
    found = CHECKS[sys.argv[1]]()
    print("\n".join(found))
    sys.exit(1 if found else 0)
