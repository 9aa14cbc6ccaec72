//! The catalogue of open data as RDF/XML, which is what dataportal.se reads.
//!
//! Every thing has an address of its own, since the portal drops what has none: what belongs to the catalogue is named after its file.

use jiff::civil::Date;

use crate::base::xml::{Attribute, Xml};
use crate::plan::{Bilingual, DataCatalogue, DataContact, Dataset, Distribution, Publisher};

/// The names of the vocabularies.
const NAMES: [Attribute<'static>; 8] = [
    ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xmlns:rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xmlns:dcat", "http://www.w3.org/ns/dcat#"),
    ("xmlns:dcatap", "http://data.europa.eu/r5r/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:foaf", "http://xmlns.com/foaf/0.1/"),
    ("xmlns:skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xmlns:vcard", "http://www.w3.org/2006/vcard/ns#"),
];

const DATE: &str = "http://www.w3.org/2001/XMLSchema#date";
const NUMBER: &str = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
const THEMES: &str = "http://publications.europa.eu/resource/authority/data-theme";
const PUBLIC: &str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
const STABLE: &str = "http://publications.europa.eu/resource/authority/planned-availability/STABLE";

const TITLE: Bilingual = ["Öppna data om familjecentraler", "Open data on family centres"];
const DESCRIPTION: Bilingual = [
    "Familjecentraler, deras öppettider, vad som händer där och deras nyheter.",
    "Family centres, their opening hours, what happens there and their news.",
];

/// Renders a catalogue.
pub fn render(catalogue: &DataCatalogue, out: &mut Vec<u8>) {
    let mut text = String::with_capacity(16 * 1024);
    let mut xml = Xml::begin(&mut text);
    xml.element("rdf:RDF", &NAMES, |xml| {
        xml.line();
        add_catalogue(catalogue, xml);
        add_publisher(&catalogue.publisher, xml);
        if let Some(contact) = &catalogue.contact {
            add_contact(catalogue, contact, xml);
        }
        add_places(catalogue, xml);
        for dataset in &catalogue.datasets {
            add_dataset(catalogue, dataset, xml);
            for (place, file) in dataset.files.iter().enumerate() {
                add_file(catalogue, (dataset, place), file, xml);
            }
        }
    });
    xml.line();
    out.extend_from_slice(text.as_bytes());
}

fn add_catalogue(catalogue: &DataCatalogue, xml: &mut Xml<'_>) {
    thing("dcat:Catalog", &catalogue.about, xml, |xml| {
        both("dcterms:title", TITLE, xml);
        both("dcterms:description", DESCRIPTION, xml);
        link("dcterms:publisher", &catalogue.publisher.about, xml);
        link("dcterms:license", catalogue.licence, xml);
        add_spatial(catalogue, xml);
        link("dcat:themeTaxonomy", THEMES, xml);
        link("foaf:homepage", &catalogue.home, xml);
        for language in &catalogue.languages {
            link("dcterms:language", language, xml);
        }
        day("dcterms:issued", catalogue.issued, xml);
        day("dcterms:modified", catalogue.datasets.iter().filter_map(|dataset| dataset.modified).max(), xml);
        for dataset in &catalogue.datasets {
            link("dcat:dataset", &part(catalogue, dataset.name), xml);
        }
        for part in &catalogue.parts {
            link("dcterms:hasPart", part, xml);
        }
    });
    // Of a catalogue of which nothing is said but that it is one the portal fetches what its address has.
    for part in &catalogue.parts {
        thing("dcat:Catalog", part, xml, |_| {});
    }
    thing("foaf:Document", &catalogue.home, xml, |_| {});
}

fn add_publisher(publisher: &Publisher, xml: &mut Xml<'_>) {
    thing("foaf:Agent", &publisher.about, xml, |xml| {
        let (name, lang) = &publisher.name;
        xml.text_with("foaf:name", &[("xml:lang", lang)], name);
        link("dcterms:type", publisher.kind, xml);
        xml.text("dcterms:identifier", &publisher.number);
    });
}

fn add_contact(catalogue: &DataCatalogue, contact: &DataContact, xml: &mut Xml<'_>) {
    thing("vcard:Organization", &part(catalogue, "kontakt"), xml, |xml| {
        xml.text("vcard:fn", &contact.name);
        link("vcard:hasEmail", &contact.email, xml);
        if let Some(url) = &contact.url {
            link("vcard:hasURL", url, xml);
        }
    });
}

fn add_spatial(catalogue: &DataCatalogue, xml: &mut Xml<'_>) {
    (0..catalogue.places.len()).for_each(|place| link("dcterms:spatial", &place_part(catalogue, place), xml));
}

fn add_places(catalogue: &DataCatalogue, xml: &mut Xml<'_>) {
    let lang = [("xml:lang", catalogue.lang.as_str())];
    for (place, name) in catalogue.places.iter().enumerate() {
        thing("dcterms:Location", &place_part(catalogue, place), xml, |xml| {
            xml.text_with("rdfs:label", &lang, name);
            xml.text_with("skos:prefLabel", &lang, name);
        });
    }
}

fn add_dataset(catalogue: &DataCatalogue, dataset: &Dataset, xml: &mut Xml<'_>) {
    let about = part(catalogue, dataset.name);
    thing("dcat:Dataset", &about, xml, |xml| {
        xml.text("dcterms:identifier", &dataset.identifier);
        both("dcterms:title", dataset.title, xml);
        both("dcterms:description", dataset.description, xml);
        link("dcterms:publisher", &catalogue.publisher.about, xml);
        if catalogue.contact.is_some() {
            link("dcat:contactPoint", &part(catalogue, "kontakt"), xml);
        }
        for words in dataset.keywords {
            both("dcat:keyword", *words, xml);
        }
        for theme in dataset.themes {
            link("dcat:theme", theme, xml);
        }
        for language in &catalogue.languages {
            link("dcterms:language", language, xml);
        }
        link("dcterms:accessRights", PUBLIC, xml);
        link("dcterms:accrualPeriodicity", dataset.frequency, xml);
        add_spatial(catalogue, xml);
        day("dcterms:issued", catalogue.issued, xml);
        day("dcterms:modified", dataset.modified, xml);
        if dataset.period.is_some() {
            link("dcterms:temporal", &format!("{about}-dagar"), xml);
        }
        if let Some(specification) = &dataset.specification {
            link("dcterms:conformsTo", specification, xml);
        }
        for place in 0..dataset.files.len() {
            link("dcat:distribution", &file_part(catalogue, dataset, place), xml);
        }
    });
    if let Some((first, last)) = dataset.period {
        thing("dcterms:PeriodOfTime", &format!("{about}-dagar"), xml, |xml| {
            day("dcat:startDate", Some(first), xml);
            day("dcat:endDate", Some(last), xml);
        });
    }
    if let Some(specification) = &dataset.specification {
        thing("dcterms:Standard", specification, xml, |xml| both("dcterms:title", dataset.title, xml));
    }
}

fn add_file(
    catalogue: &DataCatalogue,
    (dataset, place): (&Dataset, usize),
    file: &Distribution,
    xml: &mut Xml<'_>,
) {
    thing("dcat:Distribution", &file_part(catalogue, dataset, place), xml, |xml| {
        both("dcterms:title", dataset.title, xml);
        both("dcterms:description", dataset.description, xml);
        link("dcat:accessURL", &file.url, xml);
        link("dcat:downloadURL", &file.url, xml);
        xml.text("dcterms:format", file.media_type);
        link("dcterms:license", catalogue.licence, xml);
        link("dcatap:availability", STABLE, xml);
        if let Some(bytes) = file.bytes {
            xml.text_with("dcat:byteSize", &[("rdf:datatype", NUMBER)], &bytes.to_string());
        }
        day("dcterms:modified", dataset.modified, xml);
        if let Some(schema) = &file.schema {
            link("dcterms:conformsTo", schema, xml);
        }
    });
    if let Some(schema) = &file.schema {
        thing("dcterms:Standard", schema, xml, |xml| both("dcterms:title", dataset.title, xml));
    }
}

/// The address of something that the catalogue alone names.
fn part(catalogue: &DataCatalogue, name: &str) -> String {
    format!("{}#{name}", catalogue.about)
}

/// The address of a place as a thing.
fn place_part(catalogue: &DataCatalogue, place: usize) -> String {
    match place {
        0 => part(catalogue, "plats"),
        _ => part(catalogue, &format!("plats-{}", place + 1)),
    }
}

/// The address of a dataset's file as a thing.
fn file_part(catalogue: &DataCatalogue, dataset: &Dataset, place: usize) -> String {
    part(catalogue, &format!("{}-fil-{}", dataset.name, place + 1))
}

fn thing(name: &'static str, about: &str, xml: &mut Xml<'_>, inner: impl FnOnce(&mut Xml<'_>)) {
    xml.element(name, &[("rdf:about", about)], inner);
    xml.line();
}

fn link(name: &'static str, to: &str, xml: &mut Xml<'_>) {
    xml.empty(name, &[("rdf:resource", to)]);
}

fn both(name: &'static str, [swedish, english]: Bilingual, xml: &mut Xml<'_>) {
    xml.text_with(name, &[("xml:lang", "sv")], swedish);
    xml.text_with(name, &[("xml:lang", "en")], english);
}

fn day(name: &'static str, day: Option<Date>, xml: &mut Xml<'_>) {
    if let Some(day) = day {
        xml.text_with(name, &[("rdf:datatype", DATE)], &day.to_string());
    }
}

#[cfg(test)]
mod tests {
    use quick_xml::events::Event;

    use super::*;
    use crate::base::characters::is_forbidden;

    /// A catalogue whose words are all of this text.
    fn catalogue(text: &str) -> DataCatalogue {
        let url = || "https://prov.example/å?a=1&b".to_string();
        DataCatalogue {
            about: url(),
            home: url(),
            licence: "https://creativecommons.org/publicdomain/zero/1.0/",
            languages: Vec::new(),
            publisher: Publisher {
                about: url(),
                name: (text.into(), text.into()),
                kind: "http://purl.org/adms/publishertype/LocalAuthority",
                number: text.into(),
            },
            contact: Some(DataContact {
                name: text.into(),
                email: format!("mailto:{text}"),
                url: Some(text.into()),
            }),
            issued: None,
            places: vec![text.into()],
            lang: text.into(),
            datasets: vec![Dataset {
                name: "nyheter",
                identifier: text.into(),
                title: ["a", "b"],
                description: ["a", "b"],
                keywords: &[],
                themes: &[],
                frequency: THEMES,
                specification: Some(text.into()),
                modified: None,
                period: None,
                files: vec![Distribution {
                    url: url(),
                    media_type: "text/csv",
                    bytes: Some(1),
                    schema: Some(text.into()),
                }],
            }],
            parts: vec![text.into()],
        }
    }

    /// The names in a catalogue, read by a library that is not ours; a fault where it is none.
    fn names(text: &str) -> Result<Vec<String>, String> {
        let mut out = Vec::new();
        render(&catalogue(text), &mut out);
        let xml = String::from_utf8(out).map_err(|error| error.to_string())?;
        let mut reader = quick_xml::Reader::from_str(&xml);
        let (mut names, mut open, mut depth) = (Vec::new(), None, 0);
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(start) => {
                    depth += 1;
                    start.attributes().collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
                    open = (start.name().as_ref() == b"foaf:name").then(String::new);
                }
                Event::Empty(empty) => {
                    empty.attributes().collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
                }
                Event::Text(text) => {
                    let text = text.decode().map_err(|error| error.to_string())?;
                    open.iter_mut().for_each(|open| open.push_str(&text));
                }
                Event::GeneralRef(name) => {
                    let name = name.decode().map_err(|error| error.to_string())?;
                    let text =
                        quick_xml::escape::unescape(&format!("&{name};")).map(|text| text.into_owned());
                    let text = text.map_err(|error| error.to_string())?;
                    open.iter_mut().for_each(|open| open.push_str(&text));
                }
                Event::End(_) => {
                    depth -= 1;
                    names.extend(open.take());
                }
                Event::Eof if depth == 0 => return Ok(names),
                Event::Eof => return Err(format!("{depth} elements have no end")),
                _ => {}
            }
        }
    }

    #[test]
    fn every_character_in_a_name_is_read_as_it_was_or_dropped() {
        let all: Vec<char> = ('\0'..=char::MAX).collect();
        for some in all.chunks(4096) {
            let text: String = some.iter().collect();
            let kept: String = some.iter().filter(|c| !is_forbidden(**c)).collect();
            // A reader of XML knows one kind of line end.
            let kept = kept.replace("\r\n", "\n");
            let names = names(&text).unwrap();
            assert!(!names.is_empty());
            for name in names {
                assert_eq!(name.replace("\r\n", "\n"), kept);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_makes_a_catalogue_that_is_well_formed(text in proptest::prelude::any::<String>()) {
            proptest::prop_assert!(names(&text).is_ok());
        }
    }
}
