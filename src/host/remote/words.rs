//! What is said of a publication: the same words in the terminal and in the editor.

use super::{Doubt, FarError, FarPath, Planned};
use crate::base::{Code, Diagnostic, Messages};

/// How many strangers are named.
const MOST: usize = 5;

/// What would happen, in a line.
pub fn plan(messages: &Messages, target: &str, planned: &Planned) -> String {
    counted(messages, "publish-plan", target, planned)
}

/// What has happened, in a line: `publish-done` or `publish-undone`.
pub fn done(messages: &Messages, key: &str, planned: &Planned) -> String {
    counted(messages, key, "", planned)
}

fn counted(messages: &Messages, key: &str, target: &str, planned: &Planned) -> String {
    let [new, changed, gone] =
        [&planned.new, &planned.changed, &planned.gone].map(|pages| pages.len().to_string());
    let (files, bytes) = planned.sent();
    let (files, size) = (files.to_string(), size(bytes));
    let args =
        [("new", &*new), ("changed", &*changed), ("gone", &*gone), ("files", &*files), ("size", &*size)];
    messages.text(key, &[&args[..], &[("target", target)]].concat())
}

/// What a person should know first.
pub fn doubt(messages: &Messages, doubt: &Doubt, planned: &Planned) -> String {
    match doubt {
        Doubt::Others { by, at } => messages.text("publish-others", &[("by", by), ("at", at)]),
        Doubt::Broken { by, at } => messages.text("publish-broken", &[("by", by), ("at", at)]),
        Doubt::Forgotten => messages.text("publish-forgotten", &[]),
        Doubt::Loss => {
            let (gone, pages) = (planned.gone.len().to_string(), planned.pages_before.to_string());
            messages.text("publish-loss", &[("gone", &gone), ("pages", &pages)])
        }
        Doubt::Strangers(files) => {
            let first = files.iter().take(MOST).map(FarPath::to_string).collect::<Vec<_>>().join(", ");
            messages.text("publish-strangers", &[("count", &files.len().to_string()), ("files", &first)])
        }
    }
}

/// What is told where a publication did not finish.
pub fn failed(target: &str, error: FarError) -> Diagnostic {
    let kind = if error.has_begun { "begun" } else { "unbegun" };
    let diagnostic = Diagnostic::anywhere(Code::TargetFailed).with("target", target).with("kind", kind);
    diagnostic.saying("reason", error.reason)
}

/// The address of a page: `/nyheter/`.
pub fn address(path: &FarPath) -> String {
    let path = path.as_str();
    format!("/{}", path.strip_suffix("index.html").unwrap_or(path))
}

/// How much that is, as people say it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
