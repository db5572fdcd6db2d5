"""Makes the EC2 instance types' table and the test data it is held against.

Writes tests/fixtures-data/instance-types.csv, and between the brackets of `STANDARD` in
src/data/standard_vcpu.rs one row for each Standard family.

To run it again, in a virtual environment, from the project's root:

    pip install --no-deps moto==5.2.5
    python xtask/scripts/instance_types.py
"""

import csv
import gzip
import importlib.util
import json
import re
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "src/data/standard_vcpu.rs"
CSV = ROOT / "tests/fixtures-data/instance-types.csv"
STANDARD_LETTERS = {"a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"}


def read_types():
    """(name, vCPU, memory in MiB), without importing moto, which has dependencies."""
    package = Path(importlib.util.find_spec("moto").origin).parent
    with gzip.open(package / "ec2/resources/instance_types.json.gz") as file:
        types = json.load(file).values()
    return sorted(
        (kind["InstanceType"], kind["VCpuInfo"]["DefaultVCpus"], kind["MemoryInfo"]["SizeInMiB"])
        for kind in types
    )


def is_standard(name):
    letters = re.match(r"([^0-9]*)[0-9]", name.split(".")[0])
    return bool(letters) and letters[1] in STANDARD_LETTERS


def regular_vcpu(size):
    if size == "large":
        return 2
    times = re.fullmatch(r"([0-9]*)xlarge", size)
    return 4 * int(times[1] or 1) if times else None


def rows(types):
    families = {}
    # Small sizes first, and a metal one after the virtual one of the same vCPU.
    for name, vcpu, memory in sorted(types, key=lambda t: (t[1], "metal" in t[0], t[2], t[0])):
        family, size = name.split(".")
        entry = size if regular_vcpu(size) == vcpu else f"{size}={vcpu}"
        families.setdefault(family, []).append(entry)
    return [f'    ("{family}", "{" ".join(sizes)}"),' for family, sizes in sorted(families.items())]


def main():
    types = read_types()
    with CSV.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "vcpu", "memory_mib"))
        writer.writerows(types)
    made = rows([kind for kind in types if is_standard(kind[0])])
    text = TABLE.read_text()
    text = re.sub(r"(?<=\bmoto )[0-9.]+[0-9]", version("moto"), text)
    opening = "pub const STANDARD: &[(&str, &str)] = &[\n"
    before, rest = text.split(opening)
    after = rest[rest.index("];"):]
    TABLE.write_text(before + opening + "\n".join(made) + "\n" + after)


main()
