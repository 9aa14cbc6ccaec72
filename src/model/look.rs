//! The face of a municipality: its logo and picture are looked at where the file names them.

use std::sync::Arc;

use super::attachments::{LookedFiles, Lookup};
use super::images::{self, Mention};
use super::references::image_path;
use super::{Folder, ImageFact, Section, Sourced};
use crate::base::{At, Code, Diagnostic, SourcePath, key};
use crate::input::Inputs;
use crate::parse::drawing::{self, Drawing};
use crate::parse::look::OwnLook;
use crate::parse::municipality::Municipality;

/// A municipality's logo.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Logo {
    /// A picture among the section's images.
    Picture(SourcePath),
    /// A drawing, harmless.
    Drawing(Arc<Drawing>),
}

/// Looks at the pictures of `look:`.
pub fn resolve(
    section: &mut Section,
    config: &Sourced<Municipality>,
    (folder, inputs): (&Folder, &dyn Inputs),
    found: &mut Vec<Diagnostic>,
) {
    let Some(look) = &config.value.look else { return };
    let mut known = LookedFiles::of(std::mem::take(&mut section.images));
    if let Some(image) = &look.image {
        let at = At::Value(vec![key("look"), key("image"), key("src")]);
        let mention = mention(config, &image.src, at);
        // An empty name was told when the file was read.
        found.extend(
            Some(mention)
                .filter(|mention| !mention.written.is_empty())
                .and_then(|mention| images::look_at(&mention, &[folder], inputs, &mut known).err()),
        );
    }
    let lookup = Lookup { folders: &[folder], inputs, known: &mut known };
    section.logo = logo(config, look, lookup, found);
    section.images = known.facts;
}

fn mention<'a>(config: &'a Sourced<Municipality>, written: &'a str, at: At) -> Mention<'a> {
    Mention {
        path: image_path(&config.path, written),
        written,
        file: &config.path,
        at,
        markdown: false,
        proposed: true,
    }
}

fn logo(
    config: &Sourced<Municipality>,
    look: &OwnLook,
    Lookup { folders, inputs, known }: Lookup<'_, ImageFact>,
    found: &mut Vec<Diagnostic>,
) -> Option<Logo> {
    let written = look.logo.as_deref().filter(|written| !written.is_empty())?;
    let mention = mention(config, written, At::Value(vec![key("look"), key("logo")]));
    let path = mention.path.clone();
    let is_there =
        path.as_ref().filter(|path| folders.iter().any(|folder| folder.images.binary_search(path).is_ok()));
    let Some(svg) = is_there.filter(|path| drawing::is_drawing(path.as_str())) else {
        return match images::look_at(&mention, folders, inputs, known) {
            Ok(()) => path.map(Logo::Picture),
            Err(diagnostic) => {
                found.push(diagnostic);
                None
            }
        };
    };
    let bytes = match inputs.read(svg) {
        Ok(bytes) => bytes,
        Err(error) => {
            found.push(error.diagnostic(svg));
            return None;
        }
    };
    match drawing::harmless(&bytes) {
        Ok(drawing) => Some(Logo::Drawing(Arc::new(drawing))),
        Err(error) => {
            let diagnostic = Diagnostic::new(Code::BadImage, &config.path, mention.at).with("image", written);
            found.push(diagnostic.saying("reason", error.phrase()).with("advice", "logo"));
            None
        }
    }
}
