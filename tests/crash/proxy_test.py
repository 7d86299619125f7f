#!/usr/bin/env python3
"""The proxy does to a connection what the crash suite takes for granted."""
import random
import socket
import struct
import sys
import time
import unittest

sys.dont_write_bytecode = True
from proxy import Doors
from server import free_port


def request(client: str) -> bytes:
    body = struct.pack(">hhih", 18, 0, 1, len(client)) + client.encode() + b"fence"
    return struct.pack(">i", len(body)) + body


class ProxyTest(unittest.TestCase):
    def setUp(self):
        self.far = socket.create_server(("127.0.0.1", 0))
        self.far.settimeout(10)
        self.port, self.doors = free_port(random.Random()), Doors()
        self.doors.tell("open", "d", host="127.0.0.1", pairs=[[self.port, self.far.getsockname()[1]]])

    def tearDown(self):
        self.doors.close()
        self.doors.process.stdout.close()
        self.far.close()

    def connect(self, client: str):
        near = socket.create_connection(("127.0.0.1", self.port), 10)
        near.sendall(request(client))
        far, _ = self.far.accept()
        far.settimeout(10)
        return near, far

    def until_held(self) -> dict:
        end = time.monotonic() + 10
        while not (held := self.doors.tell("held", "d"))["bytes"] and time.monotonic() < end:
            time.sleep(0.01)
        return held

    def test_it_passes_on_both_ways(self):
        near, far = self.connect("a")
        with near, far:
            self.assertEqual(far.recv(100), request("a"))
            far.sendall(b"yes")
            self.assertEqual(near.recv(100), b"yes")

    def test_it_keeps_back_and_delivers_late_even_of_a_client_that_has_hung_up(self):
        self.doors.tell("hold", "d", who="appender")
        near, far = self.connect("rollcall-appender-1")
        with far:
            self.assertEqual(self.until_held(), {"bytes": len(request("rollcall-appender-1")), "fence": True})
            near.close()
            far.settimeout(0.2)
            with self.assertRaises(TimeoutError):
                far.recv(100)
            far.settimeout(10)
            self.doors.tell("pass", "d")
            self.assertEqual(far.recv(100), request("rollcall-appender-1"))
            self.assertEqual(far.recv(100), b"")

    def test_it_keeps_back_only_whom_it_is_told(self):
        self.doors.tell("hold", "d", who="appender")
        near, far = self.connect("rollcall-reader-1")
        with near, far:
            self.assertEqual(far.recv(100), request("rollcall-reader-1"))

    def test_it_cuts_what_is_there_and_what_comes(self):
        near, far = self.connect("a")
        with near, far:
            far.recv(100)
            self.doors.tell("cut", "d")
            with self.assertRaises(ConnectionError):
                if not near.recv(100):
                    raise ConnectionError
            with self.assertRaises(ConnectionError), socket.create_connection(("127.0.0.1", self.port), 10) as late:
                if not late.recv(100):
                    raise ConnectionError
        self.doors.tell("pass", "d")
        near, far = self.connect("b")
        with near, far:
            self.assertEqual(far.recv(100), request("b"))


if __name__ == "__main__":
    unittest.main()
