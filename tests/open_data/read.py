"""Reads the open data of a municipality's folder with programs that are not ours: read.py <folder> <its address> <shapes>

With the names of municipalities after that it is the region's folder, whose catalogue leads to theirs."""

import csv
import datetime
import html.parser
import json
import pathlib
import sys
import urllib.parse
import zoneinfo

import dateutil.rrule
import feedparser
import frictionless
import geojson
import jsonschema
import pyshacl
import rdflib
from frictionless.formats import CsvControl
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

folder, base, shapes = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def conforms(graph):
    good, _, text = pyshacl.validate(graph, shacl_graph=shapes, meta_shacl=False)
    return good, text


def catalogue(municipalities=()):
    path = folder / "datasets/dcat"
    assert path.read_bytes() == (folder / "datasets/dcat.rdf").read_bytes()
    graph = rdflib.Graph().parse(path, format="xml")
    for triple in graph:
        for term in triple:
            assert not isinstance(term, rdflib.BNode), triple
            if isinstance(term, rdflib.URIRef):
                parts = urllib.parse.urlsplit(term)
                assert parts.scheme in ("http", "https", "mailto") and (parts.netloc or parts.path), term
    # Of a catalogue that is a part nothing is said but that it is one: then the portal fetches it.
    about = rdflib.URIRef(f"{base}/datasets/dcat")
    within = set(graph.objects(about, DCTERMS.hasPart))
    assert within == {rdflib.URIRef(f"{base}/{one}/datasets/dcat") for one in municipalities}, within
    for one in within:
        assert list(graph.predicate_objects(one)) == [(RDF.type, DCAT.Catalog)]
        assert (folder / str(one).removeprefix(f"{base}/")).is_file()
        graph.remove((one, None, None))
    good, text = conforms(graph)
    assert good, text
    about = rdflib.URIRef(f"{base}/datasets/dcat")
    assert list(graph.subjects(RDF.type, DCAT.Catalog)) == [about]
    listed = set(graph.objects(about, DCAT.dataset))
    assert listed == set(graph.subjects(RDF.type, DCAT.Dataset))
    identifiers = [str(one) for dataset in listed for one in graph.objects(dataset, DCTERMS.identifier)]
    assert len(set(identifiers)) == len(listed)
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(file, DCAT.downloadURL))
        assert address.startswith(f"{base}/"), address
        data = (folder / address.removeprefix(f"{base}/")).read_bytes()
        size = graph.value(file, DCAT.byteSize)
        assert size is None or int(size) == len(data), (address, size, len(data))
        schema = graph.value(file, DCTERMS.conformsTo)
        assert schema is None or (folder / str(schema).removeprefix(f"{base}/")).is_file(), schema
    spoilt(graph)
    return sorted(str(dataset).split("#")[1] for dataset in listed), identifiers


def spoilt(graph):
    """The shapes see what is taken away: else they would say nothing of what is there."""
    for kind, properties in {
        DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset],
        DCAT.Dataset: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher],
        DCAT.Distribution: [DCAT.accessURL, DCTERMS.format],
        FOAF.Agent: [FOAF.name, DCTERMS.type],
    }.items():
        thing = next(graph.subjects(RDF.type, kind))
        for name in properties:
            less = rdflib.Graph()
            less += graph
            less.remove((thing, name, None))
            assert not conforms(less)[0], (kind, name)


def tables():
    read = {}
    for schema in sorted(folder.glob("data/*.tableschema.json")):
        name = schema.name.split(".")[0]
        path = folder / f"data/{name}.csv"
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n"), path
        dialect = frictionless.Dialect(controls=[CsvControl(delimiter=",", line_terminator="\r\n")])
        resource = frictionless.Resource(
            path=str(path.relative_to(folder)),
            basepath=str(folder),
            encoding="utf-8-sig",
            dialect=dialect,
            schema=frictionless.Schema.from_descriptor(json.loads(schema.read_text("utf-8"))),
        )
        report = resource.validate()
        assert report.valid, report.flatten(["fieldName", "rowNumber", "message"])
        read[name] = report.tasks[0].stats.get("rows")
    assert {path.name.split(".")[0] for path in folder.glob("data/*.csv")} == set(read)
    return read


def places():
    """A reader of RFC 7946 takes them, and each lies in Sweden with the longitude first."""
    found = geojson.loads((folder / "data/familjecentraler.geojson").read_text("utf-8"))
    assert found.is_valid and "crs" not in found, found.errors()
    for feature in found["features"]:
        if feature["geometry"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert 10 < longitude < 25 < 55 < latitude < 70, feature
    return len(found["features"])


class Addresses(html.parser.HTMLParser):
    """The addresses of a piece of HTML, of links and of pictures."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src")]


def feed(path, address, home):
    """Both forms of a feed hold the same, and each is read by a program that knows its form. What each entry says, by its title."""
    atom = feedparser.parse((path / "feed.xml").read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    assert not atom.bozo, atom.bozo_exception
    document = json.loads((path / "feed.json").read_text("utf-8"))
    formats = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.validate(document, FEED, cls=jsonschema.Draft202012Validator, format_checker=formats)
    assert document["feed_url"] == f"{address}feed.json" and document["home_page_url"] == home, document
    assert [link.href for link in atom.feed.links if link.rel == "self"] == [f"{address}feed.xml"]
    said = {}
    assert len(atom.entries) == len(document["items"])
    for entry, item in zip(atom.entries, document["items"]):
        content = [(part.type, part.value.strip()) for part in entry.get("content", [])]
        whole = [("text/html", item["content_html"].strip())] if "content_html" in item else []
        assert content == whole, (content, whole)
        assert (entry.id, entry.link, entry.title) == (item["id"], item["url"], item["title"])
        assert entry.get("summary") in (item.get("summary"), *(text for _, text in content)), entry
        said[entry.title] = whole[0][1] if whole else None
        for one in Addresses(said[entry.title] or "").found:
            parts = urllib.parse.urlsplit(one)
            assert parts.scheme in ("http", "https") and parts.netloc or parts.scheme in ("mailto", "tel"), one
    return said


def feeds():
    """The feed of the whole, and those of the centres, which are about a page."""
    news = feed(folder, f"{base}/", f"{base}/")
    of_centres = {}
    for path in sorted(folder.glob("familjecentraler/*/feed.xml")):
        address = f"{base}/familjecentraler/{path.parent.name}/"
        of_centres[path.parent.name] = feed(path.parent, address, address)
    return {"news": news, "centres": of_centres}


# What JSON Feed 1.1 (jsonfeed.org/version/1.1) demands, of what is used here.
ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://"}
MOMENT = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(Z|[+-][0-9:]{5})$"}
FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "language": {"type": "string"},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "oneOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": {"type": "string"},
                    "url": ADDRESS,
                    "title": {"type": "string"},
                    "content_text": {"type": "string"},
                    "content_html": {"type": "string"},
                    "summary": {"type": "string"},
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


# What HSDS 3.0 (docs.openreferral.org) demands of a package of services, of the parts that are used here. No registry has its schemas.
UUID = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}
TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "format": "date"}
CLOCK = {"type": "string", "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9][+]0[12]:00$"}


def part(required, **properties):
    return {"type": "object", "required": required, "properties": {"id": UUID, **properties}, "additionalProperties": False}


def several(items):
    return {"type": "array", "minItems": 1, "items": items}


PHONE = part(["id", "number"], number={"type": "string", "pattern": "^[+]46[0-9]{7,9}$"})
SCHEDULE = part(
    ["id"],
    valid_from=DAY,
    valid_to=DAY,
    dtstart=DAY,
    until=DAY,
    freq={"enum": ["WEEKLY", "MONTHLY"]},
    interval={"type": "number"},
    byday={"enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]},
    opens_at=CLOCK,
    closes_at=CLOCK,
    timezone={"type": "number"},
    attending_type=TEXT,
)
LOCATION = part(
    ["id", "location_type"],
    location_type={"enum": ["physical", "postal", "virtual"]},
    name=TEXT,
    latitude={"type": "number"},
    longitude={"type": "number"},
    transportation=TEXT,
    phones=several(PHONE),
    schedules=several(SCHEDULE),
    languages=several(part(["id"], code={"type": "string", "pattern": "^[a-z]{2,3}$"})),
    addresses=several(
        part(
            ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
            address_1=TEXT,
            address_2=TEXT,
            city=TEXT,
            state_province=TEXT,
            postal_code=TEXT,
            country={"const": "SE"},
            address_type={"enum": ["physical", "postal", "virtual"]},
        )
    ),
)
HSDS = {
    "type": "array",
    "items": part(
        ["id", "name", "status"],
        name=TEXT,
        status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        url={"type": "string", "format": "uri", "pattern": "^https?://"},
        assured_date=DAY,
        phones=several(PHONE),
        schedules=several(SCHEDULE),
        organization_id=UUID,
        organization=part(["id", "name", "description"], name=TEXT, description=TEXT),
        service_at_locations=several(
            part(["id", "service_id", "location_id"], service_id=UUID, location_id=UUID, location=LOCATION)
        ),
    ),
}


def package(of):
    """The services of a folder, as HSDS has them."""
    services = json.loads((of / "data/hsds.json").read_text("utf-8"))
    formats = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.validate(services, HSDS, cls=jsonschema.Draft202012Validator, format_checker=formats)
    assert len({one["id"] for one in services}) == len(services)
    return services


def together(municipalities):
    """What the region's files say is what those of its municipalities do, one after the other."""
    services = package(folder)
    assert services == [one for name in municipalities for one in package(folder / name)]
    files = {"familjecentraler.json": None, "familjecentraler.geojson": "features", "aktiviteter.json": None}
    for file, within in files.items():
        read = lambda of: json.loads((of / f"data/{file}").read_text("utf-8")) if (of / f"data/{file}").exists() else []
        rows_of = lambda of: read(of)[within] if within else read(of)
        assert rows_of(folder) == [row for name in municipalities for row in rows_of(folder / name)], file
    for table in ("familjecentraler", "oppettider", "aktiviteter"):
        assert rows(table) == [row for name in municipalities for row in rows(table, folder / name)], table
    return len(services)


def hsds():
    """The services, of which each schedule is expanded by a program that knows iCalendar's rules: they say what the table of hours says."""
    services = package(folder)
    names = {row["id"]: row["name"] for row in rows("familjecentraler")}
    wanted, said = set(), set()
    for row in rows("oppettider"):
        if row["opens"] and row["confirmed"] == "true":
            wanted.add((names[row["centre_id"]], row["service_name"], row["date"], row["opens"], row["closes"]))
    for one in services:
        place = one["service_at_locations"][0]["location"]
        for name, schedules in (("", place.get("schedules", [])), (one["name"], one.get("schedules", []))):
            for schedule in schedules:
                first, last = (datetime.datetime.fromisoformat(schedule[end]) for end in ("dtstart", "until"))
                weekday = getattr(dateutil.rrule, schedule["byday"])
                for day in dateutil.rrule.rrule(dateutil.rrule.WEEKLY, dtstart=first, until=last, byweekday=weekday):
                    noon = day.replace(hour=12, tzinfo=zoneinfo.ZoneInfo("Europe/Stockholm"))
                    offset = f"{noon:%z}"
                    assert schedule["opens_at"][5:].replace(":", "") == offset, schedule
                    assert noon.utcoffset() == datetime.timedelta(hours=schedule["timezone"]), schedule
                    said.add((place["name"], name, f"{day:%Y-%m-%d}", schedule["opens_at"][:5], schedule["closes_at"][:5]))
    # What begins with a sign that a spreadsheet would calculate with is disarmed in the table alone.
    assert {(a, b.removeprefix("'"), *rest) for a, b, *rest in wanted} == said, wanted ^ said
    return services


def rows(name, of=folder):
    path = of / f"data/{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def documents():
    read = {}
    for schema in sorted(folder.glob("data/*.schema.json")):
        name = schema.name.split(".")[0]
        rules = json.loads(schema.read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(rules)
        document = json.loads((folder / f"data/{name}.json").read_text("utf-8"))
        formats = jsonschema.Draft202012Validator.FORMAT_CHECKER
        jsonschema.validate(document, rules, cls=jsonschema.Draft202012Validator, format_checker=formats)
        read[name] = len(document) if isinstance(document, list) else None
    return read


datasets, identifiers = catalogue(sys.argv[4:])
if sys.argv[4:]:
    print(
        json.dumps(
            {
                "datasets": datasets,
                "identifiers": identifiers,
                "tables": tables(),
                "documents": documents(),
                "places": places(),
                "services": together(sys.argv[4:]),
                "feeds": {"news": feed(folder, f"{base}/", f"{base}/")},
            }
        )
    )
    sys.exit()
print(json.dumps({"datasets": datasets, "identifiers": identifiers, "tables": tables(), "documents": documents(), "places": places(), "feeds": feeds(), "hsds": hsds()}))
