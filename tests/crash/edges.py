"""What a service can be made to run into: a disk that is full, a network that parts, a clock that steps. Each where the machine
lets a test make it."""
import os
import struct
import subprocess


class SmallDisk:
    """A file system of a few megabytes, in a mount namespace that a sleeping process holds open."""

    def __init__(self, folder: str, megabytes: int, spawn):
        os.makedirs(folder)
        self.folder, root = folder, os.geteuid() == 0
        script = f'mount -t tmpfs -o size={megabytes}m none "$0" && echo mounted && exec sleep 100000'
        self.holder = spawn(["unshare", "--mount", *(() if root else ("--map-root-user",)), "sh", "-c", script, folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.works = self.holder.stdout.readline().strip() == "mounted"
        self.why = "" if self.works else self.holder.stderr.read().strip()
        inside = ["nsenter", "--target", str(self.holder.pid), *(() if root else ("--user", "--preserve-credentials")), "--mount"]
        self.prefix = inside if self.works else []

    @property
    def ballast(self) -> str:
        return f"/proc/{self.holder.pid}/root{self.folder}/ballast"

    def fill(self):
        with open(self.ballast, "ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    pass

    def free(self):
        os.unlink(self.ballast)

    def close(self):
        self.holder.kill()
        self.holder.wait(30)


class OwnNetwork:
    """A network namespace that a sleeping process holds open, and a link into it. `outside`: this end's address, or
    127.0.0.1 when the machine does not let a test make one (it takes root)."""

    def __init__(self, spawn):
        self.holder = spawn(["unshare", "--net", "sh", "-c", "echo made && exec sleep 100000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        pid = self.holder.pid
        self.link, net = f"rollcall{pid}"[:15], f"10.{200 + pid // 250 % 50}.{pid % 250}"
        self.outside, self.inside, self.prefix = "127.0.0.1", "127.0.0.1", []
        self.works = self.holder.stdout.readline().strip() == "made" and os.geteuid() == 0 and self._connect(pid, net)
        if self.works:
            self.outside, self.inside, self.prefix = net + ".1", net + ".2", ["nsenter", "--target", str(pid), "--net"]

    def part(self):
        """Nothing passes, and nobody is told."""
        self._ip("link", "set", self.link, "down")

    def mend(self):
        self._ip("link", "set", self.link, "up")

    def close(self):
        self.holder.kill()  # the namespace goes with it, and the link with the namespace
        self.holder.wait(30)

    def _connect(self, pid: int, net: str) -> bool:
        inside = ["nsenter", "--target", str(pid), "--net", "ip"]
        try:
            self._ip("link", "add", self.link, "type", "veth", "peer", "name", "inner", "netns", str(pid))
            self._ip("address", "add", net + ".1/24", "dev", self.link)
            self._ip("link", "set", self.link, "up")
            for arguments in (("address", "add", net + ".2/24", "dev", "inner"), ("link", "set", "inner", "up"), ("link", "set", "lo", "up")):
                subprocess.run([*inside, *arguments], check=True, capture_output=True, timeout=30)
            return True
        except (OSError, subprocess.CalledProcessError):
            return False

    @staticmethod
    def _ip(*arguments):
        subprocess.run(["ip", *arguments], check=True, capture_output=True, timeout=30)


class StepClock:
    """Of a process that is started with `environment`: step() moves its wall clock, not its timers (step_clock.cc)."""

    def __init__(self, library: str, file: str):
        self.file = file
        self.step(0)
        self.environment = {"LD_PRELOAD": library, "ROLLCALL_STEP_CLOCK": file}

    def step(self, seconds: int):
        """Off the true time, from now on."""
        with open(self.file, "r+b" if os.path.exists(self.file) else "wb") as file:
            file.write(struct.pack("=q", seconds))
