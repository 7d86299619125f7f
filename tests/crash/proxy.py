#!/usr/bin/env python3
"""Between services and brokers: a network that can be cut, or that holds back what is under way and delivers it late.

Told on standard input what to do, a line of JSON each, answered by one each; ends with it.
  {"do": "open", "door": NAME, "host": WHERE TO LISTEN, "pairs": [[LISTEN, TARGET], …]}
  {"do": "hold", "door": NAME, "who": TEXT}   keeps back what clients whose Kafka client.id has TEXT in it send, and their answers
  {"do": "cut", "door": NAME}                 breaks every connection, and each new one
  {"do": "pass", "door": NAME}                as before; what was held back is delivered, even of a client that has hung up
  {"do": "held", "door": NAME}                {"bytes": N, "fence": whether a fence may be among them}"""
import asyncio
import json
import os
import struct
import subprocess
import sys

MOST = 64 << 20  # bytes held back of one connection; beyond it the client waits


class Door:
    def __init__(self):
        self.passing, self.who, self.broken, self.flows = asyncio.Event(), None, False, set()
        self.passing.set()

    def holds(self, client: str) -> bool:
        return self.who is not None and self.who in client

    def set(self, who=None, broken=False):
        self.who, self.broken = who, broken
        self.passing.clear() if who is not None else self.passing.set()
        if broken:
            for flow in list(self.flows):
                flow.abort()

    def held(self) -> dict:
        parts = [part for flow in self.flows for part in flow.waiting]
        return {"bytes": sum(map(len, parts)), "fence": any(b"fence" in part for part in parts)}


def client_id(first: bytes) -> str:
    """Of a request: size, api, version, correlation, then the id."""
    if len(first) < 14:
        return ""
    length, = struct.unpack_from(">h", first, 12)
    return first[14:14 + max(0, length)].decode(errors="replace")


class Flow:
    """One direction of one connection. The client's id is known from its first request on."""

    def __init__(self, door, reader, writer, connection: dict, upwards: bool):
        self.door, self.reader, self.writer, self.connection, self.upwards = door, reader, writer, connection, upwards
        self.waiting, self.more, self.ended = [], asyncio.Event(), False

    def abort(self):
        self.writer.transport.abort()

    async def run(self):
        self.door.flows.add(self)
        writing = asyncio.create_task(self._write())
        try:
            while piece := await self.reader.read(1 << 16):
                if self.upwards:
                    self.connection.setdefault("id", client_id(piece))
                self.waiting.append(piece)
                self.more.set()
                while sum(map(len, self.waiting)) > MOST:
                    await asyncio.sleep(0.05)
        except OSError:
            pass
        self.ended = True
        self.more.set()
        try:
            await writing
        except OSError:
            pass
        self.door.flows.discard(self)
        self.writer.close()

    async def _write(self):
        while True:
            while self.door.holds(self.connection.get("id", "")):
                await self.door.passing.wait()
            if self.waiting:
                piece = b"".join(self.waiting)
                self.waiting.clear()
                self.writer.write(piece)
                await self.writer.drain()
            elif self.ended:
                return
            else:
                self.more.clear()
                await self.more.wait()


class Proxy:
    def __init__(self):
        self.doors = {}

    async def connect(self, door: Door, target: int, reader, writer):
        try:
            if door.broken:
                raise OSError("cut")
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target)
        except OSError:
            return writer.transport.abort()
        connection = {}
        await asyncio.gather(Flow(door, reader, far_writer, connection, True).run(), Flow(door, far_reader, writer, connection, False).run())

    async def do(self, order: dict) -> dict:
        if order["do"] == "open":
            door = self.doors[order["door"]] = Door()
            for listen, target in order["pairs"]:
                await asyncio.start_server(lambda r, w, target=target: self.connect(door, target, r, w), order["host"], listen)
            return {}
        door = self.doors[order["door"]]
        if order["do"] == "held":
            return door.held()
        door.set(order.get("who") if order["do"] == "hold" else None, order["do"] == "cut")
        return {}

    async def run(self):
        orders = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
        while line := await orders.readline():
            print(json.dumps(await self.do(json.loads(line))), flush=True)
        os._exit(0)  # with whatever is still connected


class Doors:
    """The proxy as a process of its own. Not for several threads at once."""

    def __init__(self):
        self.process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", sys.executable, "-B", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, do: str, door: str, **more) -> dict:
        self.process.stdin.write(json.dumps({"do": do, "door": door, **more}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)


if __name__ == "__main__":
    asyncio.run(Proxy().run())
