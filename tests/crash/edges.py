"""What a service can be made to run into: a disk that is full, a clock that steps. Each where the machine lets a test make it."""
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
