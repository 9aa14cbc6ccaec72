"""Reads the structured data of a site's pages with a processor of JSON-LD, and holds them against schema.org's own vocabulary:
linked.py <folder> <folder of the vocabulary>"""

import collections
import html.parser
import json
import pathlib
import sys

import rdflib
from pyld import jsonld
from rdflib.namespace import RDF, RDFS

folder, known = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SCHEMA = rdflib.Namespace("http://schema.org/")
vocabulary = rdflib.Graph().parse(known / "schemaorg-all-http.nt", format="nt")
context = json.loads((known / "schemaorgcontext.jsonld").read_text("utf-8"))


def load(address, _):
    assert address.rstrip("/") == "https://schema.org", address
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": context}


class Scripts(html.parser.HTMLParser):
    """The structured data of a page."""

    def __init__(self, text):
        super().__init__()
        self.found, self.inside = [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.found.append(json.loads(data))


def above(kind):
    """A class, and all that it is a kind of."""
    return set(vocabulary.transitive_objects(kind, RDFS.subClassOf))


# Whatever may be a text: a literal is one of these, or stands for a thing of which nothing else is said.
LITERALS = {SCHEMA[name] for name in ("Text", "URL", "Date", "DateTime", "Time", "Boolean", "Number", "Integer")}


# What later versions say of properties that this one has already.
SINCE = {SCHEMA.keywords: {SCHEMA.Organization, SCHEMA.Place}}


def faults(document):
    """What schema.org does not know, or not there."""
    graph = rdflib.Graph().parse(data=jsonld.to_rdf(document, {"documentLoader": load, "format": "application/n-quads"}), format="nquads")
    found = []
    for subject, name, value in graph:
        kinds = set(graph.objects(subject, RDF.type))
        if name == RDF.type:
            if (value, RDF.type, RDFS.Class) not in vocabulary:
                found.append(f"no type {value}")
            continue
        # What an action asks for is the property that it fills, with this ending.
        known_name = rdflib.URIRef(name.removesuffix("-input"))
        if (known_name, RDF.type, RDF.Property) not in vocabulary:
            found.append(f"no property {name}")
            continue
        domain = set(vocabulary.objects(known_name, SCHEMA.domainIncludes)) | SINCE.get(known_name, set())
        if kinds and not any(above(kind) & domain for kind in kinds):
            found.append(f"{name} of {sorted(kinds)}")
        ranges = set(vocabulary.objects(known_name, SCHEMA.rangeIncludes))
        of_value = set(graph.objects(value, RDF.type))
        is_address = isinstance(value, rdflib.URIRef) and SCHEMA.URL in ranges
        if of_value and not is_address and not any(above(kind) & ranges for kind in of_value):
            found.append(f"{name} is {sorted(of_value)}")
        # An address stands for the thing that it leads to; if it is one of schema.org's, for one that it names.
        text = str(value).replace("https://schema.org/", SCHEMA)
        if text.startswith(SCHEMA):
            if not any(above(kind) & ranges for kind in vocabulary.objects(rdflib.URIRef(text), RDF.type)):
                found.append(f"{name} is {value}")
        elif isinstance(value, rdflib.Literal) and not ranges & LITERALS and not name.endswith("-input"):
            # A day of the week is known by its name alone.
            is_named = any(above(kind) & ranges for kind in vocabulary.objects(SCHEMA[text.replace(" ", "")], RDF.type))
            if not is_named and not text.startswith(("http://", "https://")):
                found.append(f"{name} is a text")
    kinds = [str(kind).removeprefix(SCHEMA) for kind in graph.objects(None, RDF.type)]
    return found, kinds


counted, wrong = collections.Counter(), []
for path in sorted(folder.rglob("*.html")):
    for document in Scripts(path.read_text("utf-8")).found:
        found, kinds = faults(document)
        wrong += [f"{path.relative_to(folder)}: {one}" for one in found]
        counted.update(kinds)
# What is wrong is seen: else nothing would be said of what is right.
for spoilt in (
    {"@type": "Familjecentral", "name": "A"},
    {"@type": "GovernmentOffice", "oppetHours": "A"},
    {"@type": "GovernmentOffice", "startDate": "2026-12-01"},
    {"@type": "Event", "location": {"@type": "Event", "name": "A"}},
    {"@type": "Event", "eventStatus": "https://schema.org/Monday"},
    {"@type": "Event", "location": {"@type": "Place", "geo": "59.2"}},
    {"@type": "OpeningHoursSpecification", "dayOfWeek": "Måndag"},
):
    assert faults({"@context": "https://schema.org", **spoilt})[0], spoilt
print(json.dumps({"wrong": wrong, "types": counted}))
