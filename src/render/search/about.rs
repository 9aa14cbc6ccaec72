//! What can be found, and the texts that results show a sentence of: JSON, written straight to bytes.

use crate::base::json;
use crate::parse::digest::plain;
use crate::parse::markdown::Body;
use crate::plan::{SearchEntry, SearchIndex, SearchKind, SearchText};

/// How many bytes of a text a result is cut from.
const LONGEST: usize = 8000;

/// All of an index but its pieces; its words are letters and digits, and so is what is written of them.
pub fn about(
    index: &SearchIndex,
    (vocabulary, starts, postings): (&str, &[usize], Option<&str>),
    out: &mut Vec<u8>,
) {
    out.extend_from_slice(b"{\"entries\":");
    list(&index.entries, out, entry);
    for (name, text) in [
        ("vocabulary", vocabulary),
        ("version", &index.fingerprint.short()),
        ("stop", &index.stop),
        ("synonyms", &index.synonyms),
    ] {
        field(name, text, out);
    }
    if let Some(postings) = postings {
        field("postings", postings, out);
    }
    out.extend_from_slice(b",\"starts\":");
    list(starts, out, |start, out| out.extend_from_slice(start.to_string().as_bytes()));
    out.extend_from_slice(b",\"texts\":");
    list(&index.texts, out, |key, out| json::write_string(&key.short(), out));
    out.extend_from_slice(b",\"words\":{");
    index.words.iter().for_each(|(name, text)| field(name, text, out));
    out.extend_from_slice(b"}}");
}

fn list<T>(items: &[T], out: &mut Vec<u8>, mut each: impl FnMut(&T, &mut Vec<u8>)) {
    out.push(b'[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        each(item, out);
    }
    out.push(b']');
}

/// A field of the object that was begun last.
fn field(name: &str, text: &str, out: &mut Vec<u8>) {
    if !out.ends_with(b"{") {
        out.push(b',');
    }
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
    json::write_string(text, out);
}

/// An entry; what it has nothing of is left out.
fn entry(entry: &SearchEntry, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"k\":");
    out.extend_from_slice(entry.kind.index().to_string().as_bytes());
    field("t", &entry.title.text, out);
    field("u", &entry.url, out);
    let lang = entry.title.lang.as_deref().unwrap_or_default();
    // A text has its ingress with it.
    let is_short = entry.kind == SearchKind::Activity;
    let lead = if is_short { entry.lead.as_str() } else { "" };
    for (name, text) in [("l", lang), ("p", &entry.place), ("s", &entry.state), ("d", lead)] {
        if !text.is_empty() {
            field(name, text, out);
        }
    }
    if let Some(phone) = &entry.phone {
        field("n", &phone.text.text, out);
        field("h", &phone.href, out);
    }
    if !entry.times.is_empty() {
        out.extend_from_slice(b",\"w\":");
        list(&entry.times, out, |time, out| json::write_string(time, out));
    }
    if let Some((file, place)) = entry.text {
        out.extend_from_slice(format!(",\"x\":[{file},{place}]").as_bytes());
    }
    if entry.is_old {
        out.extend_from_slice(b",\"o\":1");
    }
    out.push(b'}');
}

/// Texts that results show a sentence of, as a list.
pub fn render_texts(texts: &[SearchText], bodies: &[&Body], out: &mut Vec<u8>) {
    let both: Vec<_> = texts.iter().zip(bodies).collect();
    let mut whole = String::with_capacity(LONGEST);
    list(&both, out, |(text, body), out| {
        let own;
        let body = if text.fills.is_empty() {
            &body.plain
        } else {
            own = plain(body, &text.fills);
            &own
        };
        whole.clear();
        whole.push_str(text.lead.trim());
        if !whole.is_empty() && !body.is_empty() {
            whole.push(' ');
        }
        whole.push_str(body);
        whole.truncate(whole.floor_char_boundary(LONGEST));
        json::write_string(&whole, out);
    });
}
