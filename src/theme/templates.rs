//! Templates: Tera set up for a chain, and its errors in our own form.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::value::{Key, Map};
use tera::{Error, ErrorKind, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::plurals;
use super::words::fill;
use crate::base::characters::capitalised;
use crate::base::{At, Code, Diagnostic, Phrase, SourcePath, markup};
use crate::parse::contacts;

/// The templates that every theme must have, itself or through its chain.
pub const TEMPLATES: [&str; 14] = [
    "region.html",
    "municipality.html",
    "centres.html",
    "centre.html",
    "agenda.html",
    "poster.html",
    "search.html",
    "news.html",
    "news-list.html",
    "page.html",
    "accessibility.html",
    "404.html",
    "redirect.html",
    "components.html",
];

/// The components that fcsite calls itself.
const COMPONENTS: [&str; 13] = [
    "CentreBox",
    "CentreBoxes",
    "BodyImage",
    "Contacts",
    "NewsGrid",
    "SearchField",
    "SiteGuard",
    "SiteLinks",
    "SiteLang",
    "SiteBrand",
    "SiteMenu",
    "SiteFoot",
    "Breadcrumbs",
];

/// Sets Tera up: `templates` by full name (`base/layout.html`), looked for along `chain`.
pub fn set_up(
    chain: &[String],
    templates: &[(String, String)],
    sources: &BTreeMap<String, SourcePath>,
    found: &mut Vec<Diagnostic>,
) -> Tera {
    let mut tera = Tera::new();
    tera.set_escape_fn(markup::escape);
    let prefixes: Vec<String> = chain.iter().map(|name| format!("{name}/")).collect();
    tera.register_filter("fill", |text: &str, values: Kwargs, _: &State| {
        let values: Vec<(String, String)> = values
            .iter()
            .map(|(key, value)| (key.as_str().unwrap_or_default().to_string(), value.to_string()))
            .collect();
        let pairs: Vec<(&str, &str)> =
            values.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        fill(text, &pairs)
    });
    tera.register_filter("replace", replace);
    // The form of a word that goes with a number: `words | counted(key="count_centres", n=3)`.
    tera.register_filter("counted", counted);
    // Tera's own would take a mark for the first letter, and write the rest in small letters: an Arabic or Ukrainian name within is a name.
    tera.register_filter("capitalize", |text: &str, _: Kwargs, _: &State| capitalised(text));
    // What can be tapped in a plain text, as links; where a link must not stand, only numbers in a run of their own.
    tera.register_filter("linked", |text: &str, _: Kwargs, _: &State| tappable(text, true));
    tera.register_filter("isolated", |text: &str, _: Kwargs, _: &State| tappable(text, false));
    // Tera's own keeps groups in the order of a hash, which differs from run to run.
    tera.register_filter("group_by", |items: &[Value], options: Kwargs, _: &State| -> TeraResult<Value> {
        let attribute = options.must_get::<&str>("attribute")?;
        let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
        for item in items {
            let Some(key) =
                item.get_from_path(attribute).filter(|key| !key.is_none()).map(ToString::to_string)
            else {
                continue;
            };
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, group)) => group.push(item.clone()),
                None => groups.push((key, vec![item.clone()])),
            }
        }
        let map: Map = groups
            .into_iter()
            .map(|(key, group)| (Key::String(Arc::from(key)), Value::from(group)))
            .collect();
        Ok(Value::from(map))
    });
    let added = tera.set_fallback_prefixes(prefixes).and_then(|()| {
        tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    });
    if let Err(error) = added {
        found.push(describe(&error, sources, None));
        return tera;
    }
    check_whole(chain, &tera, found);
    tera
}

/// Tells of templates and components that a theme has nowhere in its chain.
fn check_whole(chain: &[String], tera: &Tera, found: &mut Vec<Diagnostic>) {
    let theme = chain.first().map_or("", String::as_str);
    let lacks = |key: &'static str, name: &str| {
        let diagnostic = Diagnostic::anywhere(Code::TemplateMissing).with("theme", theme);
        diagnostic.saying("name", Phrase::new(key).with("name", name))
    };
    let templates = TEMPLATES.iter().filter(|name| !tera.contains_template(name));
    let templates = templates.map(|name| lacks("theme-template", &format!("templates/{name}")));
    let components = COMPONENTS.iter().filter(|name| !tera.contains_component(name));
    let missing: Vec<Diagnostic> =
        templates.chain(components.map(|name| lacks("theme-component", name))).collect();
    // A theme that builds on none lacks nearly all: one line in its file brings it.
    let last = chain.last().map_or("", String::as_str);
    if missing.len() > 3 && last != "base" {
        let file = SourcePath::new(&format!("themes/{last}/theme.yaml"));
        let diagnostic = Diagnostic::new(Code::TemplateMissing, &file, At::File).with("theme", last);
        found.push(diagnostic.with("name", "extends: base"));
    } else {
        found.extend(missing);
    }
}

/// The most that a page may hold, and a text within a template. A book has a twentieth of that.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Stands in the error of a filter that would make more than [`MOST_BYTES`].
const TOO_LARGE: &str = "the text grows too large";

/// Tera's own, with a bound: in a loop it would double a text until the memory is full.
fn replace(text: StringInput<'_>, options: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let from = options.must_get::<&str>("from")?;
    let to = options.must_get::<StringInput<'_>>("to")?;
    let is_safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let (whole, instead) = match is_safe {
        true => (text.rendered(state)?, to.rendered(state)?),
        false => (text.as_str().into(), to.as_str().into()),
    };
    let added = whole.matches(from).count().saturating_mul(instead.len());
    if added.saturating_add(whole.len()) > MOST_BYTES {
        return Err(Error::message(TOO_LARGE));
    }
    let replaced = whole.replace(from, &instead);
    Ok(if is_safe { Value::safe_string(&replaced) } else { Value::from(replaced) })
}

fn counted(words: &Map, options: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let (key, number) = (options.must_get::<&str>("key")?, options.must_get::<u64>("n")?);
    let find = |key: &str| words.get(&Key::Str(key)).cloned();
    let lang = find("language_code");
    let form = plurals::form(lang.as_ref().and_then(Value::as_str).unwrap_or_default(), number);
    let of = |form: &str| find(&format!("{key}_{form}"));
    Ok(of(form).or_else(|| of("other")).or_else(|| find(key)).unwrap_or_else(Value::none))
}

fn tappable(text: &str, linked: bool) -> Value {
    contacts::html(text, linked).map_or_else(|| Value::from(text), |html| Value::safe_string(&html))
}

/// Tera's error as a diagnostic: the template's file, line and column, and the page that was being made.
pub fn describe(error: &Error, sources: &BTreeMap<String, SourcePath>, page: Option<&str>) -> Diagnostic {
    let code = if page.is_some() { Code::TemplateRender } else { Code::TemplateSyntax };
    let diagnostic = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let at = At::LineColumn(report.span().start_line, report.span().start_col + 1);
            let diagnostic = match sources.get(report.filename()) {
                Some(path) => Diagnostic::new(code, path, at),
                None => Diagnostic::anywhere(code),
            };
            let place = if sources.contains_key(report.filename()) {
                String::new()
            } else {
                format!(
                    " ({}:{}:{})",
                    report.filename(),
                    report.span().start_line,
                    report.span().start_col + 1
                )
            };
            if report.message().contains(TOO_LARGE) {
                let diagnostic = Diagnostic { code: Code::PageTooLarge, ..diagnostic };
                let diagnostic = diagnostic.with("template", report.filename());
                diagnostic.with("limit", MOST_BYTES / 1024 / 1024)
            } else {
                diagnostic.with("reason", format!("{}{place}", report.message()))
            }
        }
        other => Diagnostic::anywhere(code).with("reason", other),
    };
    match page {
        Some(page) => diagnostic.with("page", page),
        None => diagnostic,
    }
}
