//! A bound for what a theme may write. A template that multiplies texts would else fill the memory and never end; a page of this size no
//! browser shows anyhow.

use std::io::{self, Write};

use tera::Context;

use crate::base::{At, Code, Diagnostic};
use crate::plan::PageJob;
use crate::theme::{MOST_BYTES, Theme, describe};

/// A page in the making that takes no more than [`MOST_BYTES`].
pub struct Bounded<'o> {
    out: &'o mut Vec<u8>,
    is_full: bool,
}

impl<'o> Bounded<'o> {
    /// Writes at the end of `out`.
    pub fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, is_full: false }
    }

    /// Was there more to write than a page may hold?
    pub fn is_full(&self) -> bool {
        self.is_full
    }
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.out.len() + bytes.len() > MOST_BYTES {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    // A template writes many short pieces, and what the trait does for them asks more often.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes).map(|_| ())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Calls one of the theme's components, which writes at the end of `out`. `implicits` are there for those that ask for them (`@site`).
pub fn component(
    page: &PageJob,
    name: &str,
    (context, implicits): (&Context, &Context),
    path: &str,
    out: &mut Vec<u8>,
) -> Result<(), Box<Diagnostic>> {
    let mut bounded = Bounded::new(out);
    page.theme
        .tera
        .render_component_with_implicits_to(name, context, implicits, None, true, &mut bounded)
        .map_err(|error| {
            Box::new(match bounded.is_full() {
                true => too_large(&page.theme, name, path),
                false => describe(&error, &page.theme.sources, Some(path)),
            })
        })
}

/// What is told of a page that grew beyond the bound in a template, or in one of its components.
pub fn too_large(theme: &Theme, template: &str, page: &str) -> Diagnostic {
    let name = |layer: &String| format!("{layer}/{template}");
    let source = theme.chain.iter().find_map(|layer| theme.sources.get(&name(layer)));
    let diagnostic = match source {
        Some(path) => Diagnostic::new(Code::PageTooLarge, path, At::File),
        None => Diagnostic::anywhere(Code::PageTooLarge),
    };
    diagnostic.with("template", template).with("page", page).with("limit", MOST_BYTES / 1024 / 1024)
}
