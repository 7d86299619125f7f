"""What a partner's own program does with confluent-kafka; run by python_client.python().

  produce BROKERS TOPIC < [{"headers": {…}, "value": base64, "partition": 0}, …]
  consume BROKERS TOPIC COUNT     the first COUNT of all partitions as JSON lines, in no order among partitions
"""
import base64
import json
import sys

from confluent_kafka import Consumer, Producer

PATIENCE = 60.0  # seconds


def produce(brokers: str, topic: str):
    failed = []
    producer = Producer({"bootstrap.servers": brokers, "acks": "all", "enable.idempotence": True})
    for message in json.load(sys.stdin):
        producer.produce(topic, base64.b64decode(message["value"]), partition=message.get("partition", -1), headers=list(message["headers"].items()),
                         on_delivery=lambda error, _: error and failed.append(str(error)))
    if producer.flush(PATIENCE) or failed:
        sys.exit(f"not delivered: {failed}")


def consume(brokers: str, topic: str, count: int):
    consumer = Consumer({"bootstrap.servers": brokers, "group.id": "a-stranger", "auto.offset.reset": "earliest", "enable.auto.commit": False})
    consumer.subscribe([topic])
    for _ in range(count):
        message = consumer.poll(PATIENCE)
        if message is None or message.error():
            sys.exit(f"no more messages: {message and message.error()}")
        headers = {name: (value or b"").decode("utf-8", "replace") for name, value in message.headers() or []}
        print(json.dumps({"key": (message.key() or b"").decode(), "headers": headers, "value": base64.b64encode(message.value() or b"").decode()}))
    consumer.close()


if __name__ == "__main__":
    produce(*sys.argv[2:]) if sys.argv[1] == "produce" else consume(*sys.argv[2:4], int(sys.argv[4]))
