#!/usr/bin/env python3
"""How long until a desk notices that the network is silently gone: failover.silent_s, by the wall clock.

The site, the network and the desks are in three network namespaces; the network is a router that from one moment on
drops every packet without a word: no reset, no ICMP, no link that goes down. Desks of all kinds are measured at once,
idle ones and ones that send something into the silence, with the moments at which they last heard something spread out.
The figure is that of the slowest desk, from the first dropped packet to the event OnConnectionFailure on its output.

Where namespaces cannot be made, the simulator's fault "half-open" has to do (bytes vanish above TCP, which goes on
acknowledging): then only desks that send something are measured, as for idle ones that is the heartbeat's to find out.
Standard error tells which was measured.
"""

import contextlib
import json
import os
import selectors
import socket
import subprocess
import sys
import time
from pathlib import Path

PROGRAMS = Path(__file__).resolve().parent
DESKS = 8
APART = 0.7  # seconds between the desks' last words
PATIENCE = 60
INSIDE = "CALLWRIGHT_BENCH_NAMESPACES"
IN_SERVER, IN_ROUTER = (("nsenter", f"--net=/run/netns/{name}") for name in ("server", "router"))

NETWORK = """
ip netns add server
ip netns add router
ip link add desk0 type veth peer name to-desks netns router
ip link add name server0 netns server type veth peer name to-server netns router
ip address add 10.77.1.2/24 dev desk0
ip -n router address add 10.77.1.1/24 dev to-desks
ip -n router address add 10.77.2.1/24 dev to-server
ip -n server address add 10.77.2.2/24 dev server0
ip link set desk0 up
ip -n router link set to-desks up
ip -n router link set to-server up
ip -n server link set server0 up
ip -n server link set lo up
ip link set lo up
ip route add default via 10.77.1.1
ip -n server route add default via 10.77.2.1
"""


def say(text):
    print(f"callwright-bench-silent: {text}", file=sys.stderr)


def in_namespaces():
    """Runs this again in namespaces, which vanish with it, where they can be made."""
    as_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    apart = ["unshare", *as_user, "--net", "--mount"]
    setup = "mount -t tmpfs none /run && ip netns add probe"
    with contextlib.suppress(OSError):
        if subprocess.run([*apart, "sh", "-c", setup], capture_output=True).returncode == 0:
            os.execvpe(apart[0], [*apart, sys.executable, __file__], {**os.environ, INSIDE: "1"})


def make_network():
    subprocess.run(["mount", "-t", "tmpfs", "none", "/run"], check=True)
    subprocess.run(["sh", "-e"], input=NETWORK, text=True, check=True)
    set_forwarding(True)


def set_forwarding(is_on):
    subprocess.run([*IN_ROUTER, "sh", "-c", f"echo {int(is_on)} > /proc/sys/net/ipv4/ip_forward"], check=True)


class Process:
    """A program that says one JSON object a line."""

    def __init__(self, command, log):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        self.rest = b""

    def lines(self):
        """What came; blocks when nothing did."""
        self.rest += os.read(self.process.stdout.fileno(), 65536)
        *whole, self.rest = self.rest.split(b"\n")
        return [json.loads(line) for line in whole]

    def write(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()


class Desks:
    def __init__(self, server, log):
        self.selector = selectors.DefaultSelector()
        self.desks = []
        for number in range(1, DESKS + 1):
            options = ["--a", server["A"], "--b", server["B"]]
            options += ["--agent", f"{1000 + number}", "--instrument", f"{3100 + number}"]
            desk = Process([PROGRAMS / "callwright-console", "agent", *options], log)
            self.desks.append(desk)
            self.selector.register(desk.process.stdout, selectors.EVENT_READ, desk)

    def wait(self, is_awaited, desks):
        """Until each of these desks has said such a line; when it did, by the wall clock."""
        told = {}
        deadline = time.monotonic() + PATIENCE
        while len(told) < len(desks):
            ready = self.selector.select(max(0, deadline - time.monotonic()))
            now = time.monotonic()
            if not ready:
                sys.exit("callwright-bench-silent: a desk says nothing")
            for key, _ in ready:
                if any(is_awaited(line) for line in key.data.lines()) and key.data in desks:
                    told.setdefault(key.data, now)
        return told


def in_state(state):
    return lambda line: line.get("event") == "OnAgentStateChange" and line["args"].get("AgentState") == state


def is_loss(line):
    return line.get("event") == "OnConnectionFailure"


def control(address, command):
    host, _, port = address.rpartition(":")
    with socket.create_connection((host, int(port))) as port_of_control, port_of_control.makefile("rw") as file:
        file.write(json.dumps({"id": 1, **command}) + "\n")
        file.flush()
        if not json.loads(file.readline())["ok"]:
            sys.exit(f"callwright-bench-silent: the simulator refuses {command}")


def measure(has_network, log):
    address = "10.77.2.2" if has_network else "127.0.0.1"
    simulator = [*(IN_SERVER if has_network else ()), PROGRAMS / "callwright-sim", "--a", f"{address}:0"]
    site = Process([*simulator, "--b", f"{address}:0", "--control", f"{address}:0"], log)
    server = site.lines()[0]
    desks = Desks(server, log)
    everybody = set(desks.desks)
    desks.wait(lambda line: line.get("event") == "OnSetAgentModeEvent", everybody)
    for desk in desks.desks:
        desk.write("login")
        desks.wait(in_state(2), {desk})  # not ready
        time.sleep(APART)
    busy = set(desks.desks[::2])
    measured = everybody if has_network else busy
    began = time.monotonic()
    if has_network:
        set_forwarding(False)
    else:
        control(server["control"], {"do": "fault", "kind": "half-open"})
    for desk in busy:
        desk.write("ready")
    told = desks.wait(is_loss, measured)
    for process in (*desks.desks, site):
        process.process.kill()
    seconds = {desk: told[desk] - began for desk in measured}
    for name, kind in (("idle", measured - busy), ("sending", busy)):
        if kind:
            say(f"{name} desks: " + ", ".join(f"{second:.1f}" for second in sorted(seconds[desk] for desk in kind)))
    return max(seconds.values())


def main():
    has_network = INSIDE in os.environ
    if not has_network:
        in_namespaces()
    if has_network:
        make_network()
        say("measured on a network that drops every packet in silence")
    else:
        say("no network namespaces here: measured on the simulator's fault half-open, above TCP")
    with open(os.devnull, "wb") as log:
        print(json.dumps({"failover.silent_s": round(measure(has_network, log), 2)}))


main()
