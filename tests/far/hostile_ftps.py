"""A server of FTPS that does what none should: what, is its first argument, and its port the second. What it heard is in the file `heard`."""

import socket
import ssl
import sys
import threading
import time

mode, port = sys.argv[1], int(sys.argv[2])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("server.pem", "server.key")
heard = open("heard", "a", buffering=1)


def data(listener, send):
    socket, _ = listener.accept()
    with context.wrap_socket(socket, server_side=True) as stream:
        try:
            send(stream)
            stream.unwrap()
        except OSError:
            pass


def names(stream):
    while mode == "names":
        stream.sendall(b"type=file; " + b"n" * 50 + b"\r\n" * 200)


def file(stream):
    while True:
        stream.sendall(b"x" * 65536)


def serve(stream):
    say = lambda text: stream.sendall(text.encode() + b"\r\n")
    say("220 hej")
    lines = stream.makefile("rb")
    listener = None
    while line := lines.readline():
        line = line.decode("utf-8", "replace").strip()
        heard.write(line + "\n")
        verb, _, rest = line.partition(" ")
        if verb == "AUTH" and mode == "plain":
            say("502 nej")
        elif verb == "AUTH":
            say("234 ja")
            stream = context.wrap_socket(stream, server_side=True)
            lines = stream.makefile("rb")
        elif verb == "FEAT" and mode == "talks":
            while True:
                say("211-" + "x" * 60)
        elif verb == "FEAT" and mode == "drips":
            while True:
                stream.sendall(b"2")
                time.sleep(0.5)
        elif verb == "FEAT":
            stream.sendall(b"211-kan\r\n MLST type*;\r\n211 slut\r\n")
        elif verb == "USER":
            say("331 ord?")
        elif verb == "PASS":
            say("230 in")
        elif verb == "PWD":
            say('257 "/top"')
        elif verb == "CWD":
            say("250 ja")
        elif verb == "SIZE":
            say("213 5" if mode == "bytes" else "550 nej")
        elif verb == "PASV":
            listener = socket.create_server(("127.0.0.1", 0))
            at = listener.getsockname()[1]
            # Nobody is there.
            say(f"227 hit (203,0,113,7,{at // 256},{at % 256})")
        elif verb in ("MLSD", "LIST"):
            say("150 kommer")
            data(listener, names)
            say("226 slut")
        elif verb == "RETR":
            say("150 kommer")
            data(listener, file)
            say("226 slut")
        else:
            say("200 ja")


def guarded(stream):
    try:
        serve(stream)
    except OSError:
        pass


with socket.create_server(("127.0.0.1", port)) as server:
    while True:
        stream, _ = server.accept()
        threading.Thread(target=guarded, args=(stream,), daemon=True).start()
