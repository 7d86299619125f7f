"""The faults. Each takes the world and the seeded numbers, does its harm, undoes what an operator or time would undo
(starts again, wakes, mends the cable), and says what it did. What must get well by itself is left to it."""
from services import APART, LANES, World

TAKEOVER = 60.0  # seconds for others to have a silent owner's lanes (a session lasts 6)


def _restart(world: World, services: list, rng):
    for service in services:
        world.sleep(rng.choice([0, 0, rng.uniform(0, 2)]))
        service.start()


def _kill_one_of(world: World, rng, services: list) -> str:
    victim = rng.choice(services)
    world.sleep(rng.uniform(0, 1))
    victim.kill()
    times = 1
    if rng.random() < 0.3:  # again while it starts
        victim.start()
        world.sleep(rng.uniform(0, 0.6))
        victim.kill()
        times = 2
    _restart(world, [victim], rng)
    return f"{victim.name}, {times} times"


def kill_gateway(world, rng):
    return _kill_one_of(world, rng, world.gateways)


def kill_admission(world, rng):
    return _kill_one_of(world, rng, world.admissions)


def kill_projector(world, rng):
    return _kill_one_of(world, rng, world.projectors)


def kill_together(world, rng):
    names = sorted(world.services)
    victims = [world.services[name] for name in (names if rng.random() < 0.4 else rng.sample(names, rng.randrange(2, len(names))))]
    rng.shuffle(victims)
    world.sleep(rng.uniform(0, 1))
    for victim in victims:
        victim.kill()
    _restart(world, victims, rng)
    return " ".join(victim.name for victim in victims)


def restart_broker(world, rng):
    node, away = rng.randrange(1, 4), rng.uniform(0, 4)
    world.cluster.kill(node)
    world.sleep(away)
    world.cluster.start(node)
    world.brokers_well()
    return f"broker {node}, started again after {away:.1f} s"


def lose_broker(world, rng):
    """The check must pass while it is away."""
    node = rng.randrange(1, 4)
    world.cluster.kill(node)
    world.settle()
    world.check()
    world.cluster.start(node)
    world.brokers_well()
    return f"broker {node}, away for a whole check"


def kill_broker_and_service(world, rng):
    node, victim = rng.randrange(1, 4), rng.choice([world.services[name] for name in sorted(world.services)])
    acts = [lambda: world.cluster.kill(node), victim.kill]
    rng.shuffle(acts)
    for act in acts:
        act()
        world.sleep(rng.uniform(0, 0.3))
    victim.start()
    world.cluster.start(node)
    world.brokers_well()
    return f"broker {node} and {victim.name}"


def pause_broker(world, rng):
    node, long = rng.randrange(1, 4), rng.uniform(1, 8)
    world.cluster.pause(node)
    world.sleep(long)
    world.cluster.resume(node)
    world.brokers_well()
    return f"broker {node} for {long:.1f} s"


def outage(world, rng):
    """No majority of brokers, for longer than an append waits."""
    nodes, long = rng.sample([1, 2, 3], rng.choice([2, 3])), rng.uniform(31, 36)
    for node in nodes:
        world.cluster.kill(node)
    world.sleep(long)
    for node in nodes:
        world.cluster.start(node)
    world.brokers_well()
    return f"brokers {nodes} for {long:.0f} s"


def zombie(world, rng):
    """An owner stops while records of its are under way; others take its lanes; then it wakes and the records arrive."""
    victim, held = rng.choice(world.admissions), 0
    world.doors.tell("hold", victim.name, who="appender")
    world.wait(lambda: world.doors.tell("held", victim.name)["bytes"] > 0, f"{victim.name} has records under way")
    world.sleep(rng.uniform(0, 0.4))
    victim.pause()
    held = world.doors.tell("held", victim.name)["bytes"]
    _let_others_take(world, victim)
    world.sleep(rng.uniform(0, 1))
    acts = [lambda: world.doors.tell("pass", victim.name), victim.resume]
    rng.shuffle(acts)
    for act in acts:
        act()
    return f"{victim.name} woke with {held} bytes under way"


def sleeper(world, rng):
    """SIGSTOP at any moment, and nothing else: shorter than a session, or until others have its lanes."""
    victim, long = rng.choice(world.admissions), rng.choice([0, rng.uniform(1, 6)])
    world.sleep(rng.uniform(0, 1))
    victim.pause()
    world.sleep(long) if long else _let_others_take(world, victim)
    victim.resume()
    return f"{victim.name}, " + (f"{long:.1f} s" if long else "until others had its lanes")


def race(world, rng):
    """Two owners fence with the same epoch: the fence of the one is under way when it falls silent, and the other reads
    the lane without it."""
    first, leaver = rng.sample(world.admissions, 2)
    world.clients_rest()  # a producer has five requests under way at most: the fence must not wait behind what is held
    world.doors.tell("hold", first.name, who="appender")
    leaver.stop()  # leaves the group at once: the others get its lanes
    world.wait(lambda: world.doors.tell("held", first.name)["fence"], f"a fence of {first.name} is under way", TAKEOVER)
    world.clients_go_on()
    how = rng.choice(["stopped", "cut off"])
    first.pause() if how == "stopped" else world.doors.tell("hold", first.name, who="")
    leaver.start()
    _let_others_take(world, first)
    world.doors.tell("pass", first.name)
    if how == "stopped":
        first.resume()
    return f"{first.name} {how}, after {leaver.name} left"


def _let_others_take(world, victim):
    world.wait(lambda: world.lanes_owned(but=victim) == LANES, f"others have the lanes of {victim.name}", TAKEOVER)


def cut(world, rng):
    """The network between a service and the brokers breaks."""
    names, long = rng.sample(sorted(world.names_of_doors()), rng.choice([1, 1, 2])), rng.choice([rng.uniform(0.5, 4), rng.uniform(4, 12)])
    for name in names:
        world.doors.tell("cut", name)
    world.sleep(long)
    for name in names:
        world.doors.tell("pass", name)
    return f"{' '.join(names)} for {long:.1f} s"


def part_network(world, rng):
    """Packets of an admission are lost, and nobody is told: what was under way comes late, when TCP tries again."""
    long = rng.choice([rng.uniform(1, 5), rng.uniform(7, 14)])
    if not world.network.works:
        return cut(world, rng)
    world.network.part()
    world.sleep(long)
    world.network.mend()
    return f"{APART} for {long:.1f} s"


def stall(world, rng):
    """The network takes what is sent and delivers it late."""
    name, long = rng.choice(sorted(world.names_of_doors())), rng.choice([rng.uniform(0.5, 4), rng.uniform(6, 12), rng.uniform(31, 34)])
    world.doors.tell("hold", name, who="")
    world.sleep(long)
    world.doors.tell("pass", name)
    return f"{name} for {long:.1f} s"


def full_disk(world, rng):
    """Under a projector that ends and is started again before there is room. What it still answers is right; it loses no
    more than it can read again."""
    victim = world.services["p2"]
    world.disk.fill()
    world.check_answers(victim)
    victim.kill() if rng.random() < 0.5 else victim.end_somehow()
    victim.start()
    world.sleep(rng.uniform(0.5, 3))
    world.disk.fill()
    if victim.answers():
        world.check_answers(victim)
    if victim.up():
        victim.kill()
    world.disk.free()
    victim.start()
    return victim.name


def disk_fills(world, rng):
    """Under a projector that runs, until it has to write: it goes red, tells nothing wrong, and catches up when there is room."""
    victim = world.services["p2"]
    world.disk.fill()
    world.hurry(True)
    world.wait(lambda: not victim.ready(), "the projector on a full disk is red", 400)
    world.hurry(False)
    world.check_answers(victim)
    victim.kill() if rng.random() < 0.5 else victim.end_somehow()
    world.disk.free()
    victim.start()
    return victim.name


def step_clock(world, rng):
    name = rng.choice(sorted(world.clocks))
    steps = [rng.choice([-1, 1]) * rng.choice([rng.randrange(1, 10), rng.randrange(60, 3600)]) for _ in range(rng.randrange(1, 4))]
    for step in steps:
        world.clocks[name].step(step)
        world.sleep(1.5)
    return f"{name} by {steps} s"


# How often each comes in a deck.
DECK = {kill_gateway: 1, kill_admission: 2, kill_projector: 1, kill_together: 1, restart_broker: 1, lose_broker: 1, kill_broker_and_service: 1, pause_broker: 1, outage: 1,
        zombie: 3, sleeper: 1, race: 2, cut: 1, part_network: 1, stall: 1, full_disk: 1, step_clock: 1}
