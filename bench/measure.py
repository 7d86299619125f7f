"""The measurements themselves; each answers a dictionary of figures."""
import json
import threading
import time

import generate
from server import Connection

NDJSON = ["Content-Type: application/x-ndjson", "Prefer: wait=30"]


def percentile(sorted_values, share):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def milliseconds(name, seconds):
    seconds = sorted(seconds)
    return {f"{name}_p50_ms": round(percentile(seconds, 0.50) * 1e3, 2), f"{name}_p99_ms": round(percentile(seconds, 0.99) * 1e3, 2), f"{name}_max_ms": round(seconds[-1] * 1e3, 2)}


def ingest(server, history, tokens, count, connections):
    """From the first byte sent until the last decision was read; bytes made beforehand."""
    speakers = generate.SPEAKERS[:connections]
    bodies = [b"\n".join(lines) + b"\n" for lines in history.round(count, speakers)]
    sockets = [Connection(server.port) for _ in speakers]
    admitted, refused = [0] * connections, []

    def read(n):
        status, _ = sockets[n].head()
        rest = b""
        for chunk in sockets[n].chunks():
            lines, _, rest = (rest + chunk).rpartition(b"\n")
            admitted[n] += lines.count(b'"decision":"admitted"')
            if status != 200 or b'"decision":"refused"' in lines:
                refused.append(lines[:500])

    def write(n):
        sockets[n].send_head("POST", "/v1/events", [*NDJSON, f"Content-Length: {len(bodies[n])}", f"Authorization: Bearer {tokens[speakers[n]]}"])
        sockets[n].socket.sendall(bodies[n])

    cpu, begun = server.cpu(), time.monotonic()
    threads = [threading.Thread(target=f, args=(n,)) for n in range(connections) for f in (read, write)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    took, total = time.monotonic() - begun, sum(admitted)
    for s in sockets:
        s.socket.close()
    if refused:
        print(json.dumps({"warning": "refused", "first": refused[0].decode(errors="replace")}), flush=True)
    return {"figure": "ingest", "connections": connections, "admitted": total, "of": count, "seconds": round(took, 2), "events_per_s": round(total / took),
            "server_cpu_us_per_event": round((server.cpu() - cpu) / max(total, 1) * 1e6, 1)}


def latency(server, token, seconds, rate=1000, every=20):
    """Lines at a steady rate over one connection. To the decision: when its line was read. To sight: every n-th event's
    own cell is asked for, at least at the receipt's position, as soon as the receipt is there."""
    history = generate.History(seed=7, countries=generate.COUNTRIES[-100:])
    history.count = iter(range(5_000_000, 9_000_000))
    lines = history.round(rate * seconds, ["bench-monitor-1"])[0]
    sent, decided, seen = [0.0] * len(lines), [], []
    c, asked = Connection(server.port), []
    wanted, done = threading.Condition(), threading.Event()

    def write():
        c.send_head("POST", "/v1/events", [*NDJSON, "Transfer-Encoding: chunked", f"Authorization: Bearer {token}"])
        begun = time.monotonic()
        for n, line in enumerate(lines):
            if (wait := begun + n / rate - time.monotonic()) > 0:
                time.sleep(wait)
            sent[n] = time.monotonic()
            c.socket.sendall(b"%x\r\n%s\n\r\n" % (len(line) + 1, line))
        c.socket.sendall(b"0\r\n\r\n")

    def read():
        c.head()
        rest = b""
        for chunk in c.chunks():
            answers = (rest + chunk).split(b"\n")
            rest, now = answers.pop(), time.monotonic()
            for answer in answers:
                n = len(decided)
                decided.append(now - sent[n])
                if n % every == 0:
                    with wanted:
                        asked.append((n, json.loads(answer)["position"]))
                        wanted.notify()
        done.set()
        with wanted:
            wanted.notify()

    def look():
        with Connection(server.port) as reads:
            while True:
                with wanted:
                    wanted.wait_for(lambda: asked or done.is_set())
                    if not asked:
                        return
                    n, position = asked.pop(0)
                event = json.loads(lines[n])
                cell = event["data"].get("commitment", generate.COMMITMENTS[0])
                status, _, body = reads.get(f"/v1/{event['subject'].replace('country', 'countries')}/commitments/{cell}", [f"Rollcall-At-Least: {position}"])
                if status != 200:
                    raise SystemExit(f"a cell could not be read: {body[:300]}")
                seen.append(time.monotonic() - sent[n])

    cpu = server.cpu()
    threads = [threading.Thread(target=f) for f in (write, read, look)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    c.socket.close()
    return {"figure": "latency", "events_per_s": rate, "seconds": seconds, **milliseconds("decided", decided), **milliseconds("visible", seen),
            "visible_within_15_ms": round(sum(s <= 0.015 for s in seen) / len(seen), 4), "server_cpu_share": round((server.cpu() - cpu) / seconds, 2)}


def matrix(server, events, gets=500, at_most=10.0):
    """The matrix of 60 countries and 58 commitments, one keep-alive connection; as many GETs as fit the time."""
    target = f"/v1/regions/{generate.REGION}/scorecard?framework={generate.FRAMEWORK}"
    for form, headers in (("json", []), ("csv", ["Accept: text/csv"]), ("json gzip", ["Accept-Encoding: gzip"])):
        with Connection(server.port) as c:
            times, begun, cpu = [], time.monotonic(), server.cpu()
            while len(times) < gets and time.monotonic() - begun < at_most:
                before = time.monotonic()
                status, answer_headers, body = c.get(target, headers)
                times.append(time.monotonic() - before)
                if status != 200:
                    raise SystemExit(f"the matrix could not be read: {body[:300]}")
        yield {"figure": "matrix", "form": form, "events_per_country": round(events / len(generate.COUNTRIES)), "gets": len(times), "bytes": len(body),
               "encoding": answer_headers.get("content-encoding", "none"), **milliseconds("get", times),
               "server_cpu_ms_per_get": round((server.cpu() - cpu) / len(times) * 1e3, 1)}
