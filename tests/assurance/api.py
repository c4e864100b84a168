"""The API as its own description invites to use it, and as nobody should: asked of a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.browser import ROOT, serve

CASES_EACH = 60
"""How many requests are drawn for each address, besides those at the edges of every parameter."""

SEED = 7


def strange_requests(instance: Path) -> bool:
    """Ask the API over ``instance`` for whatever its description allows and does not; return whether it held.

    Raises FileNotFoundError where Schemathesis is not installed: ``make assurance`` installs it.
    """
    program = Path(sys.executable).with_name("schemathesis")
    options = ["--max-examples", str(CASES_EACH), "--seed", str(SEED), "--generation-database", "none"]
    options += ["--exclude-checks", "positive_data_acceptance", "--continue-on-failure"]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.assurance.refusals", "PYTHONPATH": str(ROOT)}
    with serve(instance) as site:
        command = [str(program), "run", f"{site}/api/v1/openapi.json", *options]
        done = subprocess.run(command, cwd=instance, env=environment, check=False)  # noqa: S603  a tool of ours
    return done.returncode == 0
