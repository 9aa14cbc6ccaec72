//! Pages: a template, its data and its body become HTML.

use std::sync::PoisonError;

use tera::{Context, Value};

use super::bounded::{Bounded, component, too_large};
use super::{body, breaks, loads};
use crate::base::{Code, Diagnostic, marks};
use crate::parse::language;
use crate::parse::markdown::Body;
use crate::plan::{Fragment, PageJob};
use crate::theme::describe;

/// Renders a page into `out`.
pub fn render(page: &PageJob, path: &str, body: Option<&Body>, out: &mut Vec<u8>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let frame = &page.frame;
    let mut context = Context::new();
    context.insert_value("lang", Value::from(frame.lang.as_str()));
    context.insert_value("dir", Value::from(frame.dir));
    context.insert_value("root", Value::from(page.root.as_str()));
    context.insert_value("words", frame.words.clone());
    context.insert_value("assets", page.theme.asset_urls.clone());
    context.insert_value("site", frame.site.clone());
    context.insert_value("page", page.page.value.clone());
    let mut added: Vec<(Option<&str>, &'static str, Value)> = Vec::new();
    for fragment in frame.everywhere.iter().chain(&page.fragments) {
        added.push((fragment.into, fragment.name, fragment_html(page, fragment, path, &mut found)));
    }
    if let (Some((into, job)), Some(body)) = (&page.body, body) {
        let html = body::fill(page, job, body, path, &mut found);
        added.push((*into, "body", Value::safe_string(&html)));
    }
    for (name, part) in &page.parts {
        context.insert_value(*name, with_added(&part.value, name, &added));
    }
    for (_, name, value) in added.into_iter().filter(|(into, ..)| into.is_none()) {
        context.insert_value(name, value);
    }
    let mut bounded = Bounded::new(out);
    if let Err(error) = page.theme.tera.render_to(page.template, &context, &mut bounded) {
        found.push(match bounded.is_full() {
            true => too_large(&page.theme, page.template, path),
            false => describe(&error, &page.theme.sources, Some(path)),
        });
    }
    marks::resolve(out, &frame.fallback, language::direction(&frame.fallback));
    breaks::put(out);
    for host in loads::foreign_hosts(out) {
        if !page.allowed_hosts.contains(&host) {
            let code =
                if page.allowed_hosts.is_empty() { Code::LoadsFromElsewhere } else { Code::ThirdPartyHost };
            found.push(Diagnostic::anywhere(code).with("what", path).with("host", host));
        }
    }
    found
}

/// A part with what was made for it just now.
fn with_added(part: &Value, name: &str, added: &[(Option<&str>, &'static str, Value)]) -> Value {
    let mine = || added.iter().filter(|(into, ..)| *into == Some(name));
    if mine().next().is_none() {
        return part.clone();
    }
    let mut map = part.clone().into_map().unwrap_or_default();
    for (_, key, value) in mine() {
        map.insert((*key).into(), value.clone());
    }
    Value::from(map)
}

/// A fragment, made now or before.
fn fragment_html(page: &PageJob, fragment: &Fragment, path: &str, found: &mut Vec<Diagnostic>) -> Value {
    let key = (fragment.component, fragment.part.fingerprint, page.root.clone());
    // A thread that panicked with the lock in its hand has left whole entries behind.
    let known = || page.frame.fragments.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(value) = known().get(&key) {
        return value.clone();
    }
    let mut context = Context::new();
    context.insert_value(fragment.argument, fragment.part.value.clone());
    context.insert_value("root", Value::from(page.root.as_str()));
    context.insert_value("words", page.frame.words.clone());
    let mut implicits = Context::new();
    implicits.insert_value("lang", Value::from(page.frame.lang.as_str()));
    implicits.insert_value("assets", page.theme.asset_urls.clone());
    implicits.insert_value("site", page.frame.site.clone());
    let mut html = Vec::new();
    match component(page, fragment.component, (&context, &implicits), path, &mut html) {
        Ok(()) => {
            let value = Value::safe_string(std::str::from_utf8(&html).unwrap_or_default());
            known().insert(key, value.clone());
            value
        }
        Err(diagnostic) => {
            found.push(*diagnostic);
            Value::none()
        }
    }
}
