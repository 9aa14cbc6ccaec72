//! A municipality's theme: the one that it names, with its own face.

use std::sync::Arc;

use crate::base::{At, Code, Diagnostic, Phrase, SourcePath, key};
use crate::model::{Logo, Section};
use crate::theme::{MovedToken, Theme, Wear};

/// A theme as a municipality wears it.
pub struct Worn {
    /// The theme.
    pub theme: Arc<Theme>,
    /// What was changed of what the municipality gave, in a line.
    pub remark: Option<Phrase>,
    /// What the theme does not have.
    pub missing: Option<Diagnostic>,
}

/// A municipality's theme.
pub fn wear(section: &Section, theme: Arc<Theme>) -> Worn {
    let Some(look) = section.config.as_ref().and_then(|config| config.look.as_ref()) else {
        return Worn { theme, remark: None, missing: None };
    };
    let font = look.font.map(|font| font.key());
    let logo = section.logo.as_ref().and_then(|logo| match logo {
        Logo::Drawing(drawing) => Some(&drawing.bytes),
        Logo::Picture(_) => None,
    });
    let missing = font.filter(|font| theme.lacks_font(font)).map(|font| {
        let file = SourcePath::new(&format!("content/{}/municipality.yaml", section.folder()));
        let at = At::Value(vec![key("look"), key("font")]);
        let words = Diagnostic::new(Code::TemplateMissing, &file, at).with("theme", &theme.name);
        words.with("name", format!("assets/font-{font}.css"))
    });
    let (worn, moved) = theme.worn(&Wear { colour: look.colour, font, logo });
    let remark = look.colour.zip(moved).map(|(colour, moved)| {
        let name = section.name.in_language(section.own(), section.own()).0;
        said(&moved).with("name", name).with("colour", colour.css())
    });
    Worn { theme: Arc::new(worn), remark, missing }
}

/// What became of a colour.
fn said(moved: &MovedToken) -> Phrase {
    let MovedToken { link, line } = moved;
    match (&link.1, &line.1) {
        (Some(dark_link), Some(dark_line)) => Phrase::new("look-moved")
            .with("link", &link.0)
            .with("line", &line.0)
            .with("dark_link", dark_link)
            .with("dark_line", dark_line),
        _ => Phrase::new("look-moved-light").with("link", &link.0).with("line", &line.0),
    }
}
