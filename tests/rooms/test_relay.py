"""The weak network of the audit: as slow and as late as it says, and it loses nothing."""

from __future__ import annotations

import socket
import threading

from tests.audit.relay import Network, Way, weak_network

WEAK = Network(bytes_a_second=6250, seconds=0.4)
QUICK = Network(bytes_a_second=50_000_000, seconds=0.001)
SENT = bytes(range(256)) * 1000


def test_bytes_pass_one_after_the_other_and_arrive_late() -> None:
    way = Way(WEAK)
    assert way.arrival(now=10.0, length=6250) == 11.4
    assert way.arrival(now=10.1, length=3125) == 11.9  # behind the first
    assert way.arrival(now=20.0, length=625) == 20.5  # the way is free again


def test_what_is_sent_comes_back_whole_and_in_order_and_connections_are_counted() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        echoing = threading.Thread(target=_echo, args=(server, 2))
        echoing.start()
        with weak_network(server.getsockname()[1], QUICK) as relay:
            assert [_sent_back(relay.port) for _ in range(2)] == [SENT, SENT]
            assert relay.opened == 2
        echoing.join()


def _echo(server: socket.socket, connections: int) -> None:
    for _ in range(connections):
        client, _address = server.accept()
        with client:
            while data := client.recv(65536):
                client.sendall(data)


def _sent_back(port: int) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(SENT)
        got = b""
        while len(got) < len(SENT):
            got += client.recv(65536)
        return got
