"""Reads a year's file with programs that are not ours (warcio, cdxj-indexer), and prints what they found as JSON."""

import contextlib
import io
import json
import os
import sys
import tempfile
import zipfile

from cdxj_indexer.main import CDXJIndexer
from warcio.archiveiterator import ArchiveIterator

found = {"kinds": {}, "problems": [], "digests": 0, "dangling": 0, "files": [], "stored": True}
with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(sys.argv[1]) as package:
    found["stored"] = all(part.compress_type == zipfile.ZIP_STORED for part in package.infolist())
    found["torn"] = package.testzip()
    package.extractall(folder)
    archive = os.path.join(folder, "archive")
    files = [os.path.join(archive, name) for name in sorted(os.listdir(archive))]
    found["files"] = [os.path.basename(name) for name in files]
    whole, refers = {}, []
    for name in files:
        with open(name, "rb") as stream:
            for record in ArchiveIterator(stream, check_digests=True):
                kinds = found["kinds"]
                kinds[record.rec_type] = kinds.get(record.rec_type, 0) + 1
                head = record.rec_headers
                record.content_stream().read()
                found["problems"] += record.digest_checker.problems
                found["digests"] += record.digest_checker.passed is True
                place = (head.get_header("WARC-Target-URI"), head.get_header("WARC-Date"))
                if record.rec_type == "response":
                    assert record.http_headers.get_statuscode() == "200"
                    whole[place] = head.get_header("WARC-Payload-Digest")
                if record.rec_type == "revisit":
                    uri, date = head.get_header("WARC-Refers-To-Target-URI"), head.get_header("WARC-Refers-To-Date")
                    refers.append(((uri, date), head.get_header("WARC-Payload-Digest")))
    found["dangling"] = sum(whole.get(place) != digest for place, digest in refers)
    out = io.StringIO()
    with contextlib.redirect_stderr(io.StringIO()):
        CDXJIndexer(out, files, sort=True).process_all()
    import gzip

    own = gzip.open(os.path.join(folder, "indexes", "index.cdx.gz"), "rt", encoding="utf-8").read().splitlines()

    def line(text):
        key, time, fields = text.split(" ", 2)
        return [key, time, json.loads(fields)]

    theirs = [line(text) for text in out.getvalue().splitlines()]
    found["lines"] = len(own)
    found["same_index"] = sorted(map(json.dumps, map(line, own))) == sorted(map(json.dumps, theirs))
    found["sorted"] = own == sorted(own, key=lambda text: text.split(" ", 2)[:2])
    pages = open(os.path.join(folder, "pages", "pages.jsonl"), encoding="utf-8").read().splitlines()
    found["pages"] = [json.loads(page)["url"] for page in pages[1:]]
print(json.dumps(found))
