//! Markdown: what editors may write, what becomes of it, and what never reaches a page.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod hostile;
mod links;
mod pathological;
mod running;
mod site;
mod standard;

use std::path::PathBuf;

use std::borrow::Cow;

use fcsite::base::{At, Code, Report, SourcePath};
use fcsite::parse::markdown::{Body, Dialect, Piece, parse};

/// A diagnostic: its code, the text that it points at, and its words.
type Found = (Code, String, Vec<(&'static str, String)>);

/// The body of a text that begins seven bytes into its file, and what is wrong with it.
fn read(text: &str) -> (Body, Vec<Found>) {
    let offset = 7;
    let mut report = Report::on(&SourcePath::new("content/botkyrka/news/2021-01-27-x.md"));
    let body = parse(text, offset, Dialect::Site, &mut report);
    let found = report.into_diagnostics().into_iter().map(|diagnostic| {
        let At::Span(span) = diagnostic.at else { panic!("{:?} has no span", diagnostic.code) };
        let place = text
            .get(span.start - offset..span.end - offset)
            .expect("a span lies between characters of the text");
        let args = diagnostic.args.into_iter().map(|(name, value)| {
            let Cow::Borrowed(name) = name else { panic!("{name} was not written in the program") };
            (name, value.as_str().to_string())
        });
        (diagnostic.code, place.to_string(), args.collect())
    });
    (body, found.collect())
}

/// The HTML of a text without faults, with the holes in brackets.
fn html(text: &str) -> String {
    let (body, found) = read(text);
    assert!(found.is_empty(), "{found:?}");
    joined(&body)
}

/// What is wrong with a text: codes and the places that they point at.
fn faults(text: &str) -> Vec<(Code, String)> {
    read(text).1.into_iter().map(|(code, place, _)| (code, place)).collect()
}

/// The words of the only fault of a text.
fn words(text: &str) -> Vec<(&'static str, String)> {
    let (_, found) = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap().2
}

/// The pieces of a body as one text, with the holes in brackets.
fn joined(body: &Body) -> String {
    let show = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Href(at) => format!("[{}]", body.links[*at].target),
        Piece::Image(at) => format!("[{}]", body.images[*at].path),
        Piece::Centre(at) => format!("[{}]", body.centres[*at].name),
        Piece::Fill(at) => body.fills[*at].fill.written.clone(),
        Piece::Words(key) => format!("[{key}]"),
        Piece::FileNote(at) => format!("[kind and size of {at}]"),
        Piece::Contacts => "[contacts]".to_string(),
    };
    body.pieces.iter().map(show).collect()
}

/// Test data that others wrote. A test that needs it fails where it has not been fetched.
#[expect(clippy::disallowed_methods, reason = "a test reads its own data")]
fn cases<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let folder = std::env::var_os("FCSITE_CASES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/external/cases"),
        PathBuf::from,
    );
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}. Run tests/external/fetch first.", path.display()));
    serde_json::from_str(&text).unwrap()
}
