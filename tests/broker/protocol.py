"""As much of Kafka's protocol as the tests need to ask a broker themselves, at once and without a Java machine: who is
in the cluster, where a topic's replicas stand, and making a topic. Versions that every broker from 2.1 to 4.1 speaks."""
import socket
import struct
from typing import NamedTuple

METADATA, CREATE_TOPICS = 3, 19
UNKNOWN_TOPIC, TOPIC_EXISTS = 3, 36


class Refused(Exception):
    """The broker's error code, and what it said."""


class Partition(NamedTuple):
    error: int
    leader: int      # -1: none
    replicas: list
    isr: list        # replicas that have everything


class Metadata(NamedTuple):
    brokers: dict    # id -> (host, port), of those that serve
    controller: int
    topics: dict     # name -> {partition -> Partition}; a topic that is not there is not in it


class _Reader:
    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def number(self, form: str) -> int:
        value, = struct.unpack_from(">" + form, self.data, self.at)
        self.at += struct.calcsize(">" + form)
        return value

    def text(self):
        length = self.number("h")
        if length < 0:
            return None
        self.at += length
        return self.data[self.at - length:self.at].decode()

    def array(self, read) -> list:
        return [read() for _ in range(self.number("i"))]


def _text(value: str) -> bytes:
    return struct.pack(">h", len(value.encode())) + value.encode()


def _receive(connection, length: int) -> bytes:
    data = b""
    while len(data) < length:
        piece = connection.recv(length - len(data))
        if not piece:
            raise OSError("the broker closed the connection")
        data += piece
    return data


def _ask(port: int, api: int, version: int, body: bytes, timeout: float) -> _Reader:
    """OSError when there is no answer within `timeout` seconds."""
    head = struct.pack(">hhi", api, version, 1) + _text("tests")
    with socket.create_connection(("127.0.0.1", port), timeout) as connection:
        connection.settimeout(timeout)
        connection.sendall(struct.pack(">i", len(head + body)) + head + body)
        length, = struct.unpack(">i", _receive(connection, 4))
        return _Reader(_receive(connection, length)[4:])


def metadata(port: int, *topics: str, timeout: float = 5) -> Metadata:
    body = struct.pack(">i", len(topics)) + b"".join(map(_text, topics)) + b"\0"
    answer = _ask(port, METADATA, 4, body, timeout)
    answer.number("i")  # throttle

    def broker():
        found = answer.number("i"), (answer.text(), answer.number("i"))
        answer.text()  # rack
        return found

    def partition():
        error, index, leader = answer.number("h"), answer.number("i"), answer.number("i")
        return index, Partition(error, leader, answer.array(number), answer.array(number))

    def topic():
        error, name, _ = answer.number("h"), answer.text(), answer.number("b")
        return error, name, dict(answer.array(partition))

    def number():
        return answer.number("i")

    brokers = dict(answer.array(broker))
    answer.text()  # the cluster's id
    controller = number()
    return Metadata(brokers, controller, {name: partitions for error, name, partitions in answer.array(topic) if error != UNKNOWN_TOPIC})


def create_topic(port: int, name: str, partitions: int, replicas: int, config: dict, timeout: float = 30):
    """Through any broker. One that is there already is not touched, and no error."""
    settings = b"".join(_text(key) + _text(str(value)) for key, value in config.items())
    body = struct.pack(">i", 1) + _text(name) + struct.pack(">ihii", partitions, replicas, 0, len(config)) + settings
    answer = _ask(port, CREATE_TOPICS, 2, body + struct.pack(">ib", int(timeout * 1000), 0), timeout)
    answer.number("i")  # throttle
    for _, error, message in answer.array(lambda: (answer.text(), answer.number("h"), answer.text())):
        if error not in (0, TOPIC_EXISTS):
            raise Refused(error, message)
