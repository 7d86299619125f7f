"""What a service counts, from its /metrics."""
from server import Connection


def metric(port, name):
    """The sum over all labels of one metric."""
    with Connection(port) as c:
        return sum(float(line.split()[-1]) for line in c.get("/metrics")[2].decode().splitlines() if line.startswith((name + " ", name + "{")))
