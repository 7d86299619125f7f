"""What a broker of the tests is told: as few partitions, threads and buffers as do, failures noticed soon, and a cleaner
that can be watched."""
import os
import subprocess

PROTOCOLS = {"PLAINTEXT": "PLAINTEXT", "CONTROLLER": "PLAINTEXT", "SASL": "SASL_PLAINTEXT", "TLS": "SSL", "SASLTLS": "SASL_SSL"}
USER, PASSWORD = "rollcall", "only-for-tests"

COMMON = {
    "process.roles": "broker,controller",
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "auto.create.topics.enable": "false",
    "num.partitions": 8,
    "offsets.topic.num.partitions": 4,
    "transaction.state.log.num.partitions": 4,
    "share.coordinator.state.topic.num.partitions": 2,
    "group.initial.rebalance.delay.ms": 0,
    "message.max.bytes": 2 << 20,
    "replica.fetch.max.bytes": 2 << 20,
    "num.network.threads": 2,
    "num.io.threads": 4,
    "log.cleaner.backoff.ms": 200,
    "log.cleaner.dedupe.buffer.size": 4 << 20,
    "log.cleaner.min.cleanable.ratio": 0.01,
    "log.initial.task.delay.ms": 1000,
    "log.retention.check.interval.ms": 1000,
    "log.segment.delete.delay.ms": 1000,  # how long a file that was compacted away still lies there
    "replica.lag.time.max.ms": 3000,      # out of the in-sync replicas after that long
    "broker.heartbeat.interval.ms": 500,
    "broker.session.timeout.ms": 3000,    # without a heartbeat for that long a broker leads nothing; started anew it waits for that, too
}


def _of(broker, cluster) -> dict:
    copies = min(3, len(cluster.brokers))
    enough = 2 if copies == 3 else 1
    told = COMMON | {
        "node.id": broker.node,
        "log.dirs": broker.data,
        "controller.quorum.voters": ",".join(f"{b.node}@127.0.0.1:{b.ports['CONTROLLER'].number}" for b in cluster.brokers.values()),
        "listener.security.protocol.map": ",".join(f"{name}:{protocol}" for name, protocol in (PROTOCOLS | dict.fromkeys(broker.doors, "PLAINTEXT")).items()),
        "listeners": ",".join(f"{name}://127.0.0.1:{port.number}" for name, port in broker.ports.items()),
        "default.replication.factor": copies, "min.insync.replicas": enough,
        "offsets.topic.replication.factor": copies,
        "transaction.state.log.replication.factor": copies, "transaction.state.log.min.isr": enough,
        "share.coordinator.state.topic.replication.factor": copies, "share.coordinator.state.topic.min.isr": enough,
    }
    if broker.doors:
        advertised = {name: f"127.0.0.1:{port.number}" for name, port in broker.ports.items() if name != "CONTROLLER"}
        advertised |= {name: f"{door.host}:{door.port.number}" for name, door in broker.doors.items()}
        told["advertised.listeners"] = ",".join(f"{name}://{address}" for name, address in advertised.items())
    for name in broker.ports:
        told |= (_sasl(name) if name.startswith("SASL") else {}) | (_tls(name, cluster.folder) if name.endswith("TLS") else {})
    return told | cluster.config


def _sasl(listener: str) -> dict:
    """SCRAM by the user that is added when formatting. PLAIN too: Kafka 4 checks a nonce that librdkafka before
    2.6.1 gets wrong, so such a client can't use SCRAM."""
    prefix, package = f"listener.name.{listener.lower()}.", "org.apache.kafka.common.security."
    return {prefix + "sasl.enabled.mechanisms": "SCRAM-SHA-512,PLAIN",
            prefix + "scram-sha-512.sasl.jaas.config": package + "scram.ScramLoginModule required;",
            prefix + "plain.sasl.jaas.config": f'{package}plain.PlainLoginModule required user_{USER}="{PASSWORD}";'}


def _tls(listener: str, folder: str) -> dict:
    """A client may show a certificate of its own; if it does, it must be the authority's."""
    prefix = f"listener.name.{listener.lower()}.ssl."
    return {prefix + "keystore.type": "PEM", prefix + "keystore.location": os.path.join(folder, "server.pem"),
            prefix + "truststore.type": "PEM", prefix + "truststore.location": os.path.join(folder, "ca.pem"),
            prefix + "client.auth": "requested"}


def write(broker, cluster):
    with open(broker.properties, "w", encoding="utf-8") as file:
        file.writelines(f"{key}={value}\n" for key, value in _of(broker, cluster).items())


def make_certificates(folder: str):
    """ca.pem, an authority for this cluster alone; server.pem, the brokers' key and certificate for 127.0.0.1; client.pem."""
    def openssl(*arguments):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", *arguments],
                       cwd=folder, check=True, capture_output=True, timeout=60)
    openssl("-subj", "/CN=An authority for tests", "-keyout", "ca.key", "-out", "ca.pem", "-addext", "keyUsage=critical,keyCertSign")
    for name, common in (("server", "localhost"), ("client", USER)):
        openssl("-subj", f"/CN={common}", "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", f"{name}.key", "-out", f"{name}.crt",
                "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE")
        with open(os.path.join(folder, f"{name}.pem"), "wb") as both:
            for part in (f"{name}.key", f"{name}.crt"):
                with open(os.path.join(folder, part), "rb") as file:
                    both.write(file.read())
