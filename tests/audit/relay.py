"""A weak network between a browser and a server on this machine: bytes pass slowly, and arrive late."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

SEGMENT = 1400
"""Bytes that pass at once, about what a packet of TCP holds."""


@dataclass(frozen=True, slots=True)
class Network:
    """How weak: ``bytes_a_second`` each way, shared by all connections; ``seconds`` from end to end."""

    bytes_a_second: float
    seconds: float


@dataclass(slots=True)
class Way:
    """One direction of a network, in which one byte passes after the other."""

    network: Network
    free: float = 0.0

    def arrival(self, now: float, length: int) -> float:
        """Return when the last of ``length`` bytes arrives that are sent ``now``, behind all sent before."""
        self.free = max(self.free, now) + length / self.network.bytes_a_second
        return self.free + self.network.seconds

    async def carry(self, source: asyncio.StreamReader, goal: asyncio.StreamWriter) -> None:
        """Bring what comes from ``source`` to ``goal``, and its end."""
        loop = asyncio.get_running_loop()
        while data := await _read(source):
            loop.call_at(self.arrival(loop.time(), len(data)), goal.write, data)
        loop.call_at(self.arrival(loop.time(), 0), goal.close)


@dataclass(slots=True)
class Relay:
    """Listens at ``port``, hands on to the port ``server``; ``opened`` counts the connections made to it."""

    server: int
    network: Network
    port: int = 0
    opened: int = 0
    _up: Way = field(init=False)
    _down: Way = field(init=False)

    def __post_init__(self) -> None:
        """Lay both directions."""
        self._up, self._down = Way(self.network), Way(self.network)

    async def listen(self) -> asyncio.Server:
        """Listen at a port that is free."""
        listening = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = listening.sockets[0].getsockname()[1]
        return listening

    async def _connect(self, client: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.opened += 1
        server, there = await asyncio.open_connection("127.0.0.1", self.server)
        try:
            await asyncio.sleep(2 * self.network.seconds)  # TCP goes there and back before the first byte
            await asyncio.gather(self._up.carry(client, there), self._down.carry(server, back))
        except asyncio.CancelledError:
            back.close()
            there.close()


@contextmanager
def weak_network(server: int, network: Network) -> Iterator[Relay]:
    """Yield a relay to the server at that port of this machine, in a thread of its own."""
    relay, loop = Relay(server, network), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    listening = asyncio.run_coroutine_threadsafe(relay.listen(), loop).result()
    try:
        yield relay
    finally:
        asyncio.run_coroutine_threadsafe(_hang_up(listening), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _hang_up(listening: asyncio.Server) -> None:
    """Take no connection any more and let go of every one."""
    listening.close()
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)


async def _read(source: asyncio.StreamReader) -> bytes:
    """Return what comes next; nothing at the end, however it ends."""
    try:
        return await source.read(SEGMENT)
    except ConnectionError:
        return b""
