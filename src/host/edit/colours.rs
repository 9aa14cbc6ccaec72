//! The palette that a municipality's colour gives, shown while it is chosen: made by the code that makes the theme.

use super::Editor;
use super::desk::Office;
use super::files::{self, ContentFile};
use super::view::PageOf;
use crate::base::{Locale, SourcePath};
use crate::edit::Answers;
use crate::host::serve::Reply;
use crate::parse::colour::Colour;
use crate::schema::Kind;
use crate::theme::{PaletteRow, Tokens, palette_rows};

/// The palette of a colour, as a page shows it.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct ShownColours {
    /// The colour that was given.
    given: String,
    /// For a light screen, and for a dark one where the theme has one.
    screens: Vec<ShownScreen>,
    /// Was the colour changed anywhere?
    is_changed: bool,
    /// Why there is none.
    note: String,
}

/// The palette of one kind of screen.
#[derive(Clone, Debug, serde::Serialize)]
struct ShownScreen {
    heading: String,
    id: &'static str,
    rows: Vec<ShownSwatch>,
}

/// Two colours that stand upon each other.
#[derive(Clone, Debug, serde::Serialize)]
struct ShownSwatch {
    name: String,
    ground: String,
    ink: String,
    value: String,
    contrast: String,
    note: String,
    is_sign: bool,
}

/// The colours alone, for the script that asks while one is chosen. None where there is no such municipality.
pub(super) fn show(office: &Office<'_>, owner: &str, query: &Answers) -> Option<Reply> {
    let owner = files::owners(&office.editor.root).into_iter().find(|known| known == owner)?;
    let colour = query.get("farg").map(String::as_str).unwrap_or_default();
    let page = PageOf::new(office.editor, office.messages, &office.word("edit-colours"));
    Some(page.with("colours", &shown(office, &owner, colour)).reply("colours.html", 200))
}

/// Has a file's form a colour?
pub(super) fn is_for(file: &ContentFile) -> bool {
    file.kind == Kind::Municipality
}

/// The palette of what stands in the field.
pub(super) fn shown(office: &Office<'_>, owner: &str, written: &str) -> ShownColours {
    let written = written.trim();
    let is_bare = written.len() == 6 && written.bytes().all(|byte| byte.is_ascii_hexdigit());
    let colour = Colour::parse(&if is_bare { format!("#{written}") } else { written.to_string() });
    let nothing = |note: &str| ShownColours {
        given: String::new(),
        screens: Vec::new(),
        is_changed: false,
        note: office.word(note),
    };
    let Some(colour) = colour else {
        return nothing(if written.is_empty() { "edit-colours-empty" } else { "edit-colours-wrong" });
    };
    let Some((light, dark)) = office.editor.tokens_of(owner) else { return nothing("edit-preview-waiting") };
    let mut is_changed = false;
    let mut screen = |tokens: &Tokens, id: &'static str| {
        let rows = palette_rows(colour, tokens);
        is_changed |= rows.iter().any(|row| row.is_changed);
        let rows = rows.iter().map(|row| swatch(office, row, colour)).collect();
        ShownScreen { heading: office.word(id), id, rows }
    };
    let mut screens = vec![screen(&light, "edit-colours-light")];
    screens.extend(dark.as_ref().map(|dark| screen(dark, "edit-colours-dark")));
    ShownColours { given: colour.css(), screens, is_changed, note: String::new() }
}

fn swatch(office: &Office<'_>, row: &PaletteRow, given: Colour) -> ShownSwatch {
    // Tenths, never more than there are: 4.49 is no 4.5.
    let tenths = (row.contrast * 10.0).floor() / 10.0;
    let number = format!("{tenths:.1}");
    let number = match office.messages.locale() {
        Locale::Swedish => number.replace('.', ","),
        Locale::English => number,
    };
    let ratio = office.messages.text("edit-colours-ratio", &[("ratio", &number)]);
    let note = match row.is_changed {
        true => office.messages.text("edit-colours-changed", &[("given", &given.css())]),
        false => String::new(),
    };
    ShownSwatch {
        name: office.word(&format!("edit-colours-{}", row.name)),
        ground: row.ground.clone(),
        ink: row.ink.clone(),
        value: row.value.clone(),
        contrast: ratio,
        note,
        is_sign: row.is_sign,
    }
}

impl Editor {
    /// The colours of a municipality's theme, as they are without a colour of its own; none where nothing was built yet.
    fn tokens_of(&self, owner: &str) -> Option<(Tokens, Option<Tokens>)> {
        let named = |path: &str, kind: Kind| -> Option<String> {
            let file = ContentFile::named(path, kind)?;
            files::text_of(&self.bytes(&SourcePath::new(path)).ok()?, &file, "theme", "sv")
        };
        let own = format!("content/{owner}/municipality.yaml");
        let name = named(&own, Kind::Municipality).or_else(|| named("content/site.yaml", Kind::Site));
        self.colours_of_theme(name.as_deref().unwrap_or("base"))
    }
}
