//! The pages of the editor, made of its templates.

use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Tera};

use super::{Editor, PREFIX};
use crate::base::{Messages, markup};
use crate::host::serve::Reply;

const HTML: &str = "text/html; charset=utf-8";

/// The templates, by name.
const TEMPLATES: [(&str, &str); 19] = [
    ("layout.html", include_str!("../../../themes/editor/layout.html")),
    ("parts.html", include_str!("../../../themes/editor/parts.html")),
    ("message.html", include_str!("../../../themes/editor/message.html")),
    ("start.html", include_str!("../../../themes/editor/start.html")),
    ("municipality.html", include_str!("../../../themes/editor/municipality.html")),
    ("form.html", include_str!("../../../themes/editor/form.html")),
    ("conflict.html", include_str!("../../../themes/editor/conflict.html")),
    ("away.html", include_str!("../../../themes/editor/away.html")),
    ("publish.html", include_str!("../../../themes/editor/publish.html")),
    ("target.html", include_str!("../../../themes/editor/target.html")),
    ("upload.html", include_str!("../../../themes/editor/upload.html")),
    ("bring.html", include_str!("../../../themes/editor/bring.html")),
    ("colours.html", include_str!("../../../themes/editor/colours.html")),
    ("again.html", include_str!("../../../themes/editor/again.html")),
    ("new.html", include_str!("../../../themes/editor/new.html")),
    ("begin.html", include_str!("../../../themes/editor/begin.html")),
    ("twin.html", include_str!("../../../themes/editor/twin.html")),
    ("broken.html", include_str!("../../../themes/editor/broken.html")),
    ("task.html", include_str!("../../../themes/editor/task.html")),
];

/// The words of the templates: `edit-` and this.
const WORDS: [&str; 215] = [
    "skip",
    "where",
    "start",
    "show-site",
    "undo",
    "go-on",
    "start-lead",
    "nothing-to-do",
    "to-do",
    "centres",
    "news",
    "pages",
    "municipality",
    "write-news",
    "write-page",
    "required",
    "not-said",
    "week-help",
    "lines-help",
    "copy-week",
    "add",
    "not-saved",
    "parts",
    "unsaved",
    "body",
    "body-help",
    "tools",
    "tool-heading",
    "tool-list",
    "tool-strong",
    "tool-link",
    "tool-fact",
    "save",
    "save-anyway",
    "remove",
    "cancel-day",
    "conflict-lead",
    "kept",
    "fetch",
    "forget",
    "field",
    "theirs",
    "mine",
    "keep-mine",
    "take-theirs",
    "together",
    "conflict-kept",
    "unkept",
    "more",
    "list-before",
    "list-behind",
    "search",
    "search-do",
    "care-mend",
    "care-stops",
    "typed",
    "send-again",
    "new-title",
    "new-lead",
    "new-lead-help",
    "new-draft",
    "true",
    "false",
    "preview",
    "preview-heading",
    "preview-lead",
    "preview-frame",
    "preview-open",
    "preview-width",
    "preview-phone",
    "preview-computer",
    "preview-show",
    "preview-form",
    "preview-page",
    "preview-wrong",
    "away",
    "away-lead",
    "away-files",
    "away-addresses",
    "away-target",
    "away-target-help",
    "away-choose",
    "away-nowhere",
    "away-archive",
    "away-not",
    "away-do",
    "back",
    "publish",
    "publish-lead",
    "publish-none",
    "publish-fix",
    "publish-see",
    "publish-yes",
    "publish-key-yes",
    "publish-secret-help",
    "publish-go-on",
    "publish-send",
    "publish-wait",
    "publish-more",
    "publish-targets",
    "tasks",
    "care-none",
    "upload-picture",
    "upload-document",
    "upload-file",
    "upload-picture-help",
    "upload-alt",
    "upload-alt-help",
    "upload-decorative",
    "upload-place",
    "upload-top",
    "upload-in-text",
    "upload-add-picture",
    "upload-document-help",
    "upload-text",
    "upload-text-help",
    "upload-add-document",
    "upload-wait",
    "bring-again",
    "bring-not",
    "bring-dry",
    "bring-columns",
    "bring-lines",
    "bring-left",
    "bring-file",
    "bring-nothing",
    "bring-write",
    "bring-other-file",
    "bring-rows-lead",
    "bring-texts-lead",
    "bring-rows-help",
    "bring-texts-help",
    "bring-pictures",
    "bring-pictures-help",
    "bring-look",
    "bring-rows",
    "bring-news",
    "bring-pages",
    "colours",
    "colours-some",
    "colours-all",
    "colours-choose",
    "colours-show",
    "original",
    "translations",
    "translation-make",
    "translation-of",
    "begin-services-help",
    "begin-make",
    "begin-municipality",
    "begin-centre",
    "task-where",
    "tasks-heading",
    "owners",
    "site",
    "example",
    "example-remove",
    "target-heading",
    "target-lead",
    "target-folder",
    "target-folder-help",
    "target-url",
    "target-url-help",
    "target-save",
    "publish-back",
    "publish-back-send",
    "upload-at-mark",
    "save-and-upload",
    "days-heading",
    "days-lead",
    "days-day",
    "days-hours",
    "days-why",
    "order-title",
    "order-day",
    "order-do",
    "move-day",
    "copy",
    "tool-picture",
    "tool-centre",
    "link-heading",
    "link-text",
    "link-text-help",
    "link-page",
    "link-none",
    "link-address",
    "link-address-help",
    "link-in",
    "link-not",
    "box-centre",
    "box-centre-help",
    "box-in",
    "twin-lead",
    "twin-kept",
    "twin-leave",
    "twin-take",
    "twins",
    "twins-lead",
    "twin-compare",
    "open-elsewhere",
    "broken-text",
    "broken-help",
    "broken-here",
    "kept-differs",
    "kept-typed",
    "save-draft",
    "unfinished",
    "new-kept",
    "new-title-help",
    "copy-from",
    "copy-to",
    "copy-do",
    "copy-done",
    "bring-copied",
    "elsewhere",
];

/// The file of an address that is no page.
pub fn file(name: &str) -> Option<Reply> {
    let (content_type, text) = match name {
        "stil.css" => ("text/css; charset=utf-8", include_str!("../../../themes/editor/stil.css")),
        "ikon.svg" => ("image/svg+xml", include_str!("../../../themes/editor/ikon.svg")),
        "skript.js" => ("text/javascript; charset=utf-8", include_str!("../../../themes/editor/skript.js")),
        _ => return None,
    };
    Some(Reply { status: 200, content_type, body: text.into(), location: None, cookie: None })
}

/// A step of the way to a page.
#[derive(Clone, Debug, Serialize)]
pub struct TrailStep {
    /// Its address.
    pub href: String,
    /// What it is called.
    pub text: String,
}

/// A link of a page to a part of it.
#[derive(Clone, Debug, Serialize)]
pub struct Door {
    /// The end of its address.
    pub query: String,
    /// What it says.
    pub text: String,
    /// Is it this page?
    pub here: bool,
}

/// What a page is made with.
pub struct PageOf<'a> {
    editor: &'a Editor,
    context: Context,
}

impl<'a> PageOf<'a> {
    /// A page with a heading.
    pub fn new(editor: &'a Editor, messages: &Messages, heading: &str) -> Self {
        let word = |word: &&str| (word.replace('-', "_"), messages.text(&format!("edit-{word}"), &[]));
        let words: std::collections::BTreeMap<String, String> = WORDS.iter().map(word).collect();
        let mut context = Context::new();
        context.insert("t", &words);
        context.insert("lang", editor.locale.tag());
        context.insert("prefix", &PREFIX.to_string());
        context.insert("heading", heading);
        context.insert("form_word", &editor.secrets.form);
        context.insert("saved", &editor.saved());
        context.insert("notice", "");
        context.insert("typed", &Vec::<()>::new());
        context.insert("pane", &None::<()>);
        context.insert("notice_kind", "good");
        context.insert("trail", &Vec::<TrailStep>::new());
        Self { editor, context }
    }

    /// With a value.
    pub fn with<T: Serialize + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        self.context.insert(name, value);
        self
    }

    /// The finished page.
    pub fn reply(self, template: &str, status: u16) -> Reply {
        let mut body = Vec::new();
        let made = tera().render_to(template, &self.context, &mut body);
        if let Err(error) = made {
            // A fault of the program's own templates, which a test would have found.
            return Reply {
                status: 500,
                content_type: "text/plain; charset=utf-8",
                body: format!("{}: {error}", self.editor.locale.tag()).into_bytes(),
                location: None,
                cookie: None,
            };
        }
        Reply { status, content_type: HTML, body, location: None, cookie: None }
    }
}

fn tera() -> &'static Tera {
    static TERA: OnceLock<Tera> = OnceLock::new();
    TERA.get_or_init(|| {
        let mut tera = Tera::new();
        tera.set_escape_fn(markup::escape);
        // That they can be read is tested; without them no page is made.
        let _ = tera.add_raw_templates(TEMPLATES);
        tera
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Locale;

    #[test]
    fn the_templates_can_be_read_and_every_word_of_theirs_is_said_in_both_languages() {
        let mut tera = Tera::new();
        tera.set_escape_fn(markup::escape);
        tera.add_raw_templates(TEMPLATES).unwrap();
        for (name, text) in TEMPLATES {
            for (at, _) in text.match_indices("t.") {
                let is_word =
                    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-' || c == '.');
                let word: String =
                    text[at + 2..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let word = word.replace('_', "-");
                assert!(!is_word || word.is_empty() || WORDS.contains(&word.as_str()), "{name}: {word}");
            }
        }
        for locale in Locale::ALL {
            let messages = Messages::whole(locale);
            for word in WORDS {
                let id = format!("edit-{word}");
                assert_ne!(messages.text(&id, &[]), id, "{}", locale.tag());
            }
        }
    }
}
