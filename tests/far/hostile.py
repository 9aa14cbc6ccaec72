"""A server of SFTP that never comes to an end: the subsystem of a real sshd. What it does without end is its argument. With `short` and a file
it has that file for a list, and gives little of it at a time; with `long` its folder has a name without end, and with `says` its words have none."""

import struct
import sys

mode = sys.argv[1]
served = open(sys.argv[2], "rb").read() if mode == "short" else b""
incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer


def text(value):
    value = value.encode() if isinstance(value, str) else value
    return struct.pack(">I", len(value)) + value


def send(kind, body):
    outgoing.write(struct.pack(">IB", len(body) + 1, kind) + body)
    outgoing.flush()


def status(number, code, words=""):
    send(101, struct.pack(">II", number, code) + text(words) + text("en"))


TOP = {"long": "/" + "t" * 200_000 + "/top", "says": "/" + "t" * 3000 + "/top"}.get(mode, "/top")


FOLDER = struct.pack(">II", 4, 0o40755)
FILE = struct.pack(">II", 4, 0o100644)

while True:
    head = incoming.read(4)
    if len(head) < 4:
        break
    packet = incoming.read(struct.unpack(">I", head)[0])
    kind = packet[0]
    if kind == 1:
        send(2, struct.pack(">I", 3) + text("posix-rename@openssh.com") + text("1"))
        continue
    number, length = struct.unpack(">II", packet[1:9])
    path = packet[9 : 9 + length].decode("utf-8", "replace")
    if kind == 16:
        send(104, struct.pack(">II", number, 1) + text(TOP) + text("x") + FOLDER)
    elif kind == 7 and mode == "says":
        status(number, 4, "s" * 200_000)
    elif kind in (7, 17):
        if mode == "drip" and path.endswith(".fcsite-published"):
            send(105, struct.pack(">I", number) + FILE)
        elif mode == "short" and path.endswith(".fcsite-published"):
            send(105, struct.pack(">I", number) + struct.pack(">IQI", 5, len(served), 0o100644))
        elif path.endswith((".fcsite-parts", "/top")):
            send(105, struct.pack(">I", number) + FOLDER)
        else:
            status(number, 2)
    elif kind in (3, 11):
        send(102, struct.pack(">I", number) + text("h"))
    elif kind == 5 and mode == "short":
        offset, most = struct.unpack(">QI", packet[9 + length : 21 + length])
        # A server may give less than was asked for, and is not even in that.
        piece = served[offset : offset + min(most, 900 + offset % 7)]
        send(103, struct.pack(">I", number) + text(piece)) if piece else status(number, 1)
    elif kind == 5:
        send(103, struct.pack(">I", number) + text("x"))
    elif kind == 12 and mode == "dots":
        send(104, struct.pack(">II", number, 1) + text(".") + text(".") + FOLDER)
    elif kind == 12 and mode == "names":
        send(104, struct.pack(">II", number, 1) + text("n" * 100_000) + text("") + FILE)
    elif kind == 12:
        status(number, 1)
    elif kind == 8:
        send(105, struct.pack(">I", number) + struct.pack(">I", 0))
    else:
        status(number, 0)
