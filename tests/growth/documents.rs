//! Series of what lies beside the texts: the ground of a map, and documents that texts link to.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::Series;
use crate::bodies::{each, fill};
use crate::project::{NEWS, Project};

const MAP: &str = "content/botkyrka/map.geojson";

/// A site with this ground.
fn ground(name: &'static str, features: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| {
        let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features(bytes));
        Project::new().placed().with(MAP, text)
    })
    .from(2048)
}

fn feature(properties: &str, kind: &str, coordinates: &str) -> String {
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
    )
}

/// A point of a line that turns at each.
fn point(at: usize) -> String {
    format!("[17.{:05},59.{:05}]", 80_000 + at * 7919 % 9973, 20_000 + at * 104_729 % 9967)
}

fn points(bytes: usize) -> String {
    let all = each(bytes, |at| format!("{},", point(at)));
    format!("[{}]", all.trim_end_matches(','))
}

/// A site with a document that a text links to.
fn document(name: &'static str, file: &'static str, bytes: impl Fn(usize) -> Vec<u8> + 'static) -> Series {
    Series::new(name, move |length| {
        let project = Project::new().and(NEWS, &format!("\nLäs [broschyren](../files/{file}).\n"));
        project.with(&format!("content/botkyrka/files/{file}"), bytes(length))
    })
    .from(2048)
}

/// A PDF of these objects, with a table of their places; the first says what the whole is.
fn pdf(objects: impl Iterator<Item = String>) -> Vec<u8> {
    let mut out = "%PDF-1.7\n".to_string();
    let mut table = "0000000000 65535 f \n".to_string();
    let mut count = 1;
    for object in objects {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{count} 0 obj\n{object}\nendobj\n"));
        count += 1;
    }
    let at = out.len();
    out.push_str(&format!(
        "xref\n0 {count}\n{table}trailer\n<</Size {count}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{at}\n%%EOF\n"
    ));
    out.into_bytes()
}

/// What every PDF here begins with: the catalogue with something more in it, its pages, and what it says of itself.
fn beginning(more: &str, title: &str) -> [String; 3] {
    [
        format!("<</Type/Catalog/Pages 2 0 R/Lang(sv-SE){more}>>"),
        "<</Type/Pages/Kids[]/Count 0>>".to_string(),
        format!("<</Title({title})>>"),
    ]
}

/// A packed file with these parts.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut file, mut contents) = (Vec::new(), Vec::new());
    let four = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let two = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    for (name, data) in parts {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(data).unwrap();
        let packed = packed.finish().unwrap();
        let begin = file.len();
        let sizes = [&four(packed.len())[..], &four(data.len()), &two(name.len()), &[0, 0]].concat();
        let facts = [&[8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &sizes].concat();
        file.extend([b"PK\x03\x04\x14\0\0\0", &facts[..], name.as_bytes(), &packed].concat());
        let tail = [&[0; 10][..], &four(begin), name.as_bytes()].concat();
        contents.extend([b"PK\x01\x02\x14\0\x14\0\0\0", &facts[..], &tail].concat());
    }
    let (at, length, count) = (four(file.len()), four(contents.len()), two(parts.len()));
    file.extend(contents);
    file.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &at, &[0, 0]].concat());
    file
}

pub fn series() -> Vec<Series> {
    [maps(), pdfs(), packed()].into_iter().flatten().collect()
}

fn maps() -> Vec<Series> {
    vec![
        ground("shapes of a map", |bytes| {
            let line = |at: usize| {
                format!("{},", feature("", "LineString", &format!("[{},{}]", point(at), point(at + 1))))
            };
            each(bytes, line).trim_end_matches(',').to_string()
        }),
        ground("a long line of a map", |bytes| feature("", "LineString", &points(bytes))),
        ground("a large land of a map", |bytes| {
            let ring = points(bytes);
            feature(
                "",
                "Polygon",
                &format!("[{},{}]]", ring.trim_end_matches(']').to_string() + "]", point(0)),
            )
        }),
        ground("names of a shape", |bytes| {
            let names = each(bytes, |at| format!("\"namn{at}\":\"Ort\","));
            feature(names.trim_end_matches(','), "LineString", "[[17.81,59.21],[17.82,59.22]]")
        }),
        ground("lists in lists of a map", |bytes| "[".repeat(bytes)),
        Series::new("centres on a map", |bytes| {
            let line = feature("", "LineString", "[[17.7,59.1],[17.9,59.3]]");
            let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{line}]}}");
            (0..bytes / 256).fold(Project::new().placed().with(MAP, text), |project, at| {
                let place =
                    format!("geo: {{lat: 59.2{:03}, lon: 17.8{:03}}}\n", at * 7 % 1000, at * 13 % 1000);
                let file = crate::project::FITTJA_TEXT.replace("Fittja", &format!("Hus {at}"));
                project.with(&format!("content/botkyrka/centres/h{at}.yaml"), file + &place)
            })
        })
        .from(2048),
    ]
}

fn pdfs() -> Vec<Series> {
    vec![
        document("objects of a PDF", "broschyr.pdf", |bytes| {
            let more = (0..bytes / 40).map(|at| format!("<</Number {at}>>"));
            pdf(beginning("", "Broschyr").into_iter().chain(more))
        }),
        document("names in a PDF", "broschyr.pdf", |bytes| {
            pdf(beginning(&each(bytes, |at| format!("/Name{at} {at} 0 R")), "Broschyr").into_iter())
        }),
        document("lists in lists of a PDF", "broschyr.pdf", |bytes| {
            pdf(beginning(&format!("/Deep {}", "[".repeat(bytes)), "Broschyr").into_iter())
        }),
        document("a long title of a PDF", "broschyr.pdf", |bytes| {
            pdf(beginning("", &fill("ord \\( ", bytes)).into_iter())
        }),
        document("objects of a PDF that lead to each other", "broschyr.pdf", |bytes| {
            let more = (0..bytes / 40).map(|at| format!("{} 0 R", at + 5));
            let first = beginning("/MarkInfo 4 0 R/StructTreeRoot 4 0 R", "Broschyr");
            pdf(first.into_iter().chain(more))
        }),
        document("tables of a PDF", "broschyr.pdf", |bytes| {
            let mut out = pdf(beginning("", "Broschyr").into_iter());
            let mut before = String::from_utf8_lossy(&out).find("xref\n0").unwrap();
            while out.len() < bytes {
                let at = out.len();
                let trailer = format!("<</Size 4/Root 1 0 R/Prev {before}>>");
                out.extend(format!("xref\n0 0\ntrailer\n{trailer}\nstartxref\n{at}\n%%EOF\n").into_bytes());
                before = at;
            }
            out
        }),
        document("a PDF without a table", "broschyr.pdf", |bytes| {
            [b"%PDF-1.7\n".to_vec(), fill("startxref 1 0 obj << ", bytes).into_bytes()].concat()
        }),
        document("a calendar", "dagar.ics", |bytes| {
            let events = fill("BEGIN:VEVENT\r\nSUMMARY:Lek\r\nEND:VEVENT\r\n", bytes);
            format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n").into_bytes()
        }),
        Series::new("documents that nothing links to", |bytes| {
            (0..bytes / 256).fold(Project::new(), |project, at| {
                let bytes = pdf(beginning("", "Broschyr").into_iter());
                project.with(&format!("content/botkyrka/files/b{at}.pdf"), bytes)
            })
        })
        .from(2048),
        Series::new("documents that a text links to", |bytes| {
            (0..bytes / 256).fold(Project::new(), |project, at| {
                let bytes = pdf(beginning("", "Broschyr").into_iter());
                let project = project.and(NEWS, &format!("\nLäs [broschyr {at}](../files/b{at}.pdf).\n"));
                project.with(&format!("content/botkyrka/files/b{at}.pdf"), bytes)
            })
        })
        .from(2048),
    ]
}

fn packed() -> Vec<Series> {
    vec![
        document("parts of a text of Word", "text.docx", |bytes| {
            let first = [("[Content_Types].xml".to_string(), b"<Types/>".to_vec())];
            let first = first.into_iter().chain([("word/document.xml".to_string(), b"<w/>".to_vec())]);
            let more = (0..bytes / 100).map(|at| (format!("word/media/bild{at:05}.png"), Vec::new()));
            zip(&first.chain(more).collect::<Vec<_>>())
        }),
        document("kinds in a text of Word", "text.docx", |bytes| {
            let types = each(bytes, |at| format!("<Override PartName=\"/p{at}\" ContentType=\"t/{at}\"/>"));
            let types = format!("<Types>{types}</Types>").into_bytes();
            zip(&[
                ("[Content_Types].xml".to_string(), types),
                ("word/document.xml".to_string(), b"<w/>".to_vec()),
            ])
        }),
    ]
}
