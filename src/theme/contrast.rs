//! The contrast of a theme's colours: 4.5 to 1 for text (WCAG 1.4.3), 3 to 1 for what must be seen otherwise (WCAG 1.4.11).

use super::{Theme, Tokens};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::parse::colour::Colour;

/// The tokens that stand upon each other in the base theme: what is in front, what is behind it, and the least contrast. A theme is looked at by
/// them, and a municipality's own palette is made by them.
pub const PAIRS: [(&str, &str, f64); 27] = [
    ("color-text", "color-background", TEXT),
    ("color-text", "color-surface", TEXT),
    ("color-text", "color-tint", TEXT),
    ("color-muted", "color-background", TEXT),
    ("color-muted", "color-surface", TEXT),
    ("color-link", "color-background", TEXT),
    ("color-link", "color-surface", TEXT),
    ("color-link", "color-tint", TEXT),
    ("color-on-primary", "color-primary", TEXT),
    ("color-on-button", "color-button", TEXT),
    ("color-on-accent", "color-accent", TEXT),
    ("color-on-notice", "color-notice", TEXT),
    ("color-on-footer", "color-footer", TEXT),
    ("color-text", "color-open-tint", TEXT),
    ("color-open", "color-open-tint", TEXT),
    ("color-ask", "color-ask-tint", TEXT),
    ("color-closed", "color-closed-tint", TEXT),
    ("color-text", "color-maternal-health", TEXT),
    ("color-text", "color-child-health", TEXT),
    ("color-text", "color-open-preschool", TEXT),
    ("color-text", "color-social-services", TEXT),
    ("color-muted", "color-tint", TEXT),
    ("color-line-strong", "color-background", OTHER),
    ("color-line-strong", "color-surface", OTHER),
    ("color-primary", "color-background", OTHER),
    ("color-primary", "color-surface", OTHER),
    ("color-primary", "color-tint", OTHER),
];

const TEXT: f64 = 4.5;
const OTHER: f64 = 3.0;

/// Looks at a theme's colours, for a light screen and a dark one. What is told stands at that of the two tokens which was given last, in
/// the theme that gave it: the other one was there before.
pub fn check(theme: &Theme, has_file: impl Fn(&SourcePath) -> bool) -> Vec<Diagnostic> {
    let all = [Some(&theme.tokens), theme.dark.as_ref()];
    let mut found = Vec::new();
    for tokens in all.into_iter().flatten() {
        for (first, second, least) in PAIRS {
            let (Some(one), Some(two)) = (tokens.values.get(first), tokens.values.get(second)) else {
                continue;
            };
            let (Some(front), Some(back)) = (Colour::parse(one), Colour::parse(two)) else { continue };
            let ratio = front.contrast(back);
            if ratio >= least {
                continue;
            }
            let (token, giver, field) = given_last(theme, tokens, (first, second));
            let path = SourcePath::new(&format!("themes/{giver}/theme.yaml"));
            let diagnostic = if has_file(&path) {
                let at = At::Value(vec![Seg::Key(field.to_string()), Seg::Key(token.to_string())]);
                Diagnostic::new(Code::LowContrast, &path, at)
            } else {
                Diagnostic::anywhere(Code::LowContrast)
            };
            let diagnostic = diagnostic.with("first", first).with("one", one);
            let diagnostic = diagnostic.with("second", second).with("two", two);
            // Rounded down: 4.49 is not enough.
            let shown = format!("{:.2}", (ratio * 100.0).floor() / 100.0);
            let diagnostic = diagnostic.with("ratio", shown).with("least", least);
            found.push(diagnostic.with("criterion", if least < TEXT { "1.4.11" } else { "1.4.3" }));
        }
    }
    found
}

/// Which of two tokens was given last along the chain, by which theme and in which of its fields; the first where one theme gave both.
fn given_last<'a>(
    theme: &'a Theme,
    tokens: &'a Tokens,
    (first, second): (&'a str, &'a str),
) -> (&'a str, &'a str, &'static str) {
    let of = |token: &'a str| {
        let given = tokens.givers.get(token);
        let (giver, field) =
            given.map_or((theme.name.as_str(), "tokens"), |(giver, field)| (giver.as_str(), *field));
        let distance = theme.chain.iter().position(|name| name == giver).unwrap_or(usize::MAX);
        // What is for a dark screen lies over what is for any.
        ((distance, field == "tokens"), token, giver, field)
    };
    let (first, second) = (of(first), of(second));
    let (_, token, giver, field) = if second.0 < first.0 { second } else { first };
    (token, giver, field)
}
