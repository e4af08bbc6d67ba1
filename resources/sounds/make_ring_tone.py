#!/usr/bin/env python3
"""Writes the ring tone: two soft bell strokes and a rest, made to be looped. Usage: make_ring_tone.py OUT.wav"""
import math
import struct
import sys
import wave

RATE = 16000
LOOP_SECONDS = 2.4
STROKES = ((0.0, 784.0), (0.32, 988.0))  # start, pitch
PARTIALS = ((1.0, 1.0, 5.0), (2.0, 0.35, 8.0), (3.01, 0.12, 12.0))  # multiple, loudness, decay per second


def stroke(seconds, pitch):
    if seconds < 0:
        return 0.0
    attack = min(1.0, seconds / 0.006)
    return attack * sum(
        loudness * math.exp(-decay * seconds) * math.sin(2 * math.pi * pitch * multiple * seconds)
        for multiple, loudness, decay in PARTIALS
    )


def sample(index):
    seconds = index / RATE
    fade_out = min(1.0, (LOOP_SECONDS - seconds) / 0.05)
    value = 0.45 * fade_out * sum(stroke(seconds - start, pitch) for start, pitch in STROKES)
    return int(max(-1.0, min(1.0, value)) * 32767)


with wave.open(sys.argv[1], "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(2)
    out.setframerate(RATE)
    out.writeframes(b"".join(struct.pack("<h", sample(i)) for i in range(int(RATE * LOOP_SECONDS))))
