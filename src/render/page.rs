//! Pages: a template, its data and its body become HTML.

use tera::{Context, Value};

use super::{body, loads};
use crate::base::{Code, Diagnostic};
use crate::parse::markdown::Body;
use crate::plan::PageJob;
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
    for (name, part) in &page.parts {
        context.insert_value(*name, part.value.clone());
    }
    if let (Some((into, job)), Some(body)) = (&page.body, body) {
        let html = body::fill(page, job, body, path, &mut found);
        let html = Value::safe_string(&html);
        match into {
            None => context.insert_value("body", html),
            Some(name) => {
                let part = page.parts.iter().find(|(part, _)| part == name);
                let mut map = part.and_then(|(_, part)| part.value.clone().into_map()).unwrap_or_default();
                map.insert("body".into(), html);
                context.insert_value(*name, Value::from(map));
            }
        }
    }
    if let Err(error) = page.theme.tera.render_to(page.template, &context, &mut *out) {
        found.push(describe(&error, &page.theme.sources, Some(path)));
    }
    for host in loads::foreign_hosts(out) {
        if !page.allowed_hosts.contains(&host) {
            let code = if page.allowed_hosts.is_empty() { Code::LoadsFromElsewhere } else { Code::ThirdPartyHost };
            found.push(Diagnostic::anywhere(code).with("what", path).with("host", host));
        }
    }
    found
}
