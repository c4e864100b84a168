"""Every setting, read once from the environment. Defaults are right in production and harmless in public."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process. Names as in the environment, lower case."""

    instance_dir: Path
    database_url: str
    secret_key: str | None
    signing_key_file: Path
    base_url: str
    host: str
    port: int
    workers: int
    province: str
    sample_data: bool
    desk_host: str | None
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...]
    smtp_url: str | None = field(repr=False)  # holds a password

    @property
    def sample_sign_ins(self) -> Path:
        """The file, for its owner's eyes only, with the passwords of the sample accounts."""
        return self.instance_dir / "sample-sign-ins.txt"

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK


def from_environment(env: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of ``env``. Raises ValueError naming a setting that cannot be read."""
    instance = Path(env.get("INSTANCE_DIR") or "instance").resolve()
    host = env.get("HOST") or "127.0.0.1"
    port = _number(env, "PORT", 8000, most=65_535)
    return Settings(
        instance_dir=instance,
        database_url=env.get("DATABASE_URL") or f"sqlite:///{instance / 'register.db'}",
        secret_key=env.get("SECRET_KEY") or None,
        signing_key_file=Path(env.get("SIGNING_KEY_FILE") or instance / "signing-key.pem"),
        base_url=(env.get("BASE_URL") or f"http://{host}:{port}").rstrip("/"),
        host=host,
        port=port,
        workers=_number(env, "WORKERS", 2),
        province=env.get("PROVINCE") or "20",
        sample_data=env.get("SAMPLE_DATA", "1") not in ("", "0"),
        smtp_url=(env.get("SMTP_URL") or "").strip() or None,
        trusted_proxies=_networks(env, "TRUSTED_PROXIES"),
        desk_host=(env.get("DESK_HOST") or "").strip().lower() or None,
    )


def _number(env: Mapping[str, str], name: str, default: int, most: int = 1_000) -> int:
    text = env.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and len(text) < 9 and 0 < int(text) <= most):
        raise ValueError(f"{name} must be a whole number from 1 to {most}, not {text[:40]!r}")
    return int(text)


def _networks(env: Mapping[str, str], name: str) -> tuple[IPv4Network | IPv6Network, ...]:
    try:
        return tuple(ip_network(one) for one in (env.get(name) or "").replace(",", " ").split())
    except ValueError as error:
        raise ValueError(f"{name} must hold addresses or networks: {error}") from error
