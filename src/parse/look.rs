//! The face of a municipality: `look:` in its file.

use super::check::ImageUse;
use super::colour::Colour;
use super::files::{HeadingFont, forms};
use super::record::{As, Checked, record};
use super::trail::Trail;
use crate::base::{Code, Report};

record! {
    /// The face of a municipality, without a theme of its own.
    pub struct OwnLook {
        /// Its colour, of which a palette is made.
        colour: Option<Colour>,
        /// Its logo: a picture or a drawing, by its path in the municipality's folder.
        logo: Option<String> as Option<forms::Words>,
        /// The picture of its front page.
        image: Option<ImageUse>,
        /// The face of its headings.
        font: Option<HeadingFont>,
    }
}

impl Checked for Colour {
    type Written = As<forms::Colour>;
    type Value = Self;

    fn check(written: Self::Written, at: &Trail, report: &mut Report) -> Option<Self> {
        let text = written.0.trim();
        // As it stands in many a graphic profile.
        let is_bare = text.len() == 6 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let colour = if is_bare { Self::parse(&format!("#{text}")) } else { Self::parse(text) };
        if colour.is_none() {
            report.add(Code::BadColour, at.value()).with("value", text);
        }
        colour
    }
}
