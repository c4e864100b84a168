"""What is installed is what was locked, by hash; the tests run on what the register runs on."""

from __future__ import annotations

import json
import re
import tomllib

from tests.house.checkout import ROOT

RUNTIME = (ROOT / "requirements.lock").read_text()
DEVELOPMENT = (ROOT / ".ci" / "dev.lock").read_text()
BENCH = (ROOT / ".ci" / "bench.lock").read_text()
ASSURANCE = (ROOT / ".ci" / "assurance.lock").read_text()
AUDIT = json.loads((ROOT / ".ci" / "audit" / "package-lock.json").read_text())
PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?P<rest>.*?)(?=^[a-z]|\Z)", re.MULTILINE | re.DOTALL
)


def pins(lock: str) -> dict[str, str]:
    return {pin["name"]: pin["version"] for pin in PIN.finditer(lock)}


def normal(requirement: str) -> str:
    name = re.split(r"[\[~=<>!; ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {normal(each) for each in project["project"]["dependencies"]}
    wanted_by_tests = {normal(each) for each in project["dependency-groups"]["dev"]}
    measured_against = {normal(each) for each in project["dependency-groups"]["bench"]}
    drilled_with = {normal(each) for each in project["dependency-groups"]["assurance"]}
    missing = (
        (wanted - pins(RUNTIME).keys())
        | (wanted_by_tests - pins(DEVELOPMENT).keys())
        | (measured_against - pins(BENCH).keys())
        | (drilled_with - pins(ASSURANCE).keys())
    )
    assert not missing, f"run make lock and commit the lock files: {sorted(missing)}"


def test_the_tests_run_on_the_versions_that_the_register_runs_on() -> None:
    locked = pins(DEVELOPMENT)
    other = {name: version for name, version in pins(RUNTIME).items() if locked.get(name) != version}
    assert not other, f"run make lock: .ci/dev.lock differs from requirements.lock in {other}"


def test_measuring_and_drills_change_no_version_that_the_tests_run_on() -> None:
    locked = pins(DEVELOPMENT)
    for lock in (BENCH, ASSURANCE):
        other = {
            name: version for name, version in pins(lock).items() if locked.get(name, version) != version
        }
        assert not other, f"run make lock: it differs from .ci/dev.lock in {other}"


def test_every_pin_has_its_hash_and_no_lock_names_an_address() -> None:
    for lock in (RUNTIME, DEVELOPMENT, BENCH, ASSURANCE):
        bare = [pin["name"] for pin in PIN.finditer(lock) if "--hash=sha256:" not in pin["rest"]]
        assert not bare, f"run make lock: without a hash anything may come under that name: {bare}"
        assert "://" not in lock, "run make lock: a lock file holds no address, so that anyone can use it"


def test_what_the_audit_installs_is_locked_by_hash_and_names_no_address() -> None:
    packages = {name: package for name, package in AUDIT["packages"].items() if name}
    assert {"node_modules/lighthouse", "node_modules/vnu-jar"} <= packages.keys()
    bare = [name for name, package in packages.items() if "integrity" not in package]
    named = [name for name, package in packages.items() if "resolved" in package]
    assert not bare, f"without a hash anything may come under that name: {bare}"
    assert not named, f"lock it in .ci/audit, whose .npmrc leaves addresses out: {named}"
