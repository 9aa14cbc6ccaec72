//! Bodies: the holes that the parse left are filled in.

use tera::{Context, Value};

use crate::base::markup::escape_into;
use crate::base::{Diagnostic, marks};
use crate::parse::markdown::{Body, Piece};
use crate::plan::{BodyJob, PageJob, Part};

/// The HTML of a body on a page.
pub fn fill(page: &PageJob, job: &BodyJob, body: &Body, path: &str, found: &mut Vec<Diagnostic>) -> String {
    let mut html = String::with_capacity(4096);
    // What a component writes; only what is whole is taken over.
    let mut made = Vec::new();
    let part = |parts: &[Option<Part>], index: usize| {
        parts.get(index).and_then(Option::as_ref).map(|part| part.value.clone())
    };
    for piece in &body.pieces {
        match piece {
            Piece::Html(text) => html.push_str(text),
            Piece::Href(index) => {
                let before = html.len();
                if let Some(href) = job.hrefs.get(*index) {
                    escape_into(&page.root, &mut html);
                    escape_into(href, &mut html);
                }
                // The front page seen from itself: an empty address would be this page with its query.
                if html.len() == before {
                    html.push_str("./");
                }
            }
            Piece::FileNote(index) => html.push_str(job.notes.get(*index).map_or("", String::as_str)),
            Piece::Words(key) => {
                let word = page.frame.words.get_from_path(key).and_then(Value::as_str).unwrap_or(key);
                match marks::are_in(word) {
                    false => escape_into(word, &mut html),
                    // The page puts an element there.
                    true => {
                        html.push(marks::OPEN);
                        escape_into(word, &mut html);
                        html.push(marks::CLOSE);
                    }
                }
            }
            Piece::Fill(index) => html.push_str(job.fills.get(*index).map_or("", String::as_str)),
            Piece::Image(index) => {
                if let Some(image) = part(&job.images, *index) {
                    found.extend(call(page, "BodyImage", ("image", image), path, &mut made).err());
                    html.push_str(std::str::from_utf8(&made).unwrap_or_default());
                }
            }
            Piece::Contacts => {
                if let Some(centres) = job.contacts.as_ref().map(|part| part.value.clone()) {
                    found.extend(call(page, "Contacts", ("centres", centres), path, &mut made).err());
                    html.push_str(std::str::from_utf8(&made).unwrap_or_default());
                }
            }
            Piece::Centre(index) => {
                if let Some(centre) = part(&job.boxes, *index) {
                    found.extend(call(page, "CentreBox", ("centre", centre), path, &mut made).err());
                    html.push_str(std::str::from_utf8(&made).unwrap_or_default());
                }
            }
        }
    }
    html
}

/// Calls one of the theme's components, which writes into `out`.
fn call(
    page: &PageJob,
    component: &str,
    (name, value): (&'static str, Value),
    path: &str,
    out: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    out.clear();
    let mut context = Context::new();
    context.insert_value(name, value);
    context.insert_value("root", Value::from(page.root.as_str()));
    context.insert_value("words", page.frame.words.clone());
    super::bounded::component(page, component, (&context, &Context::new()), path, out).map_err(|found| {
        out.clear();
        *found
    })
}
