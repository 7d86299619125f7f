"""A free loopback port that stays the test's own while nothing listens on it."""
import random
import socket

RANGE = range(10000, 20000)  # below the ephemeral ports, so that no client's own takes it; tests/crash has those from 20000 on


class Port:
    """Claimed among all tests on this machine by a name in Linux's abstract socket space, which the kernel gives back
    when the process ends."""

    def __init__(self):
        rng = random.SystemRandom()
        for _ in range(200):
            self.number = rng.choice(RANGE)
            if self._claim():
                return
        raise OSError(f"no free port from {RANGE.start} to {RANGE.stop - 1}")

    def _claim(self) -> bool:
        self.claim = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                self.claim.bind(f"\0rollcall-test-port-{self.number}")
                probe.bind(("127.0.0.1", self.number))
                return True
            except OSError:
                self.claim.close()
                return False

    def close(self):
        self.claim.close()
