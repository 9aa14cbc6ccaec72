//! Netlify's `netlify.toml`, which some other hosts read too.

use std::collections::BTreeSet;

use super::{HEADERS, KEEP, OPEN, Says, Served, is_named, is_open};
use crate::base::content_type::content_type;

pub fn settings(served: &Served, says: Says<'_>) -> String {
    let mut text = says.comment("head", "# ");
    text.push_str("\n[build]\n  publish = \"public\"\n\n");
    text.push_str(&says.comment("secure", "# "));
    // Not how long pages may be kept: Netlify says that by itself, and joins what two rules say of one header.
    text.push_str(&headers("/*", &HEADERS));
    text.push_str(&says.comment("keep", "# "));
    for folder in &served.assets {
        text.push_str(&headers(&format!("{}*", served.at(folder)), &[("Cache-Control", KEEP)]));
    }
    text.push_str(&says.comment("types", "# "));
    for file in told(served, is_named) {
        text.push_str(&headers(&served.at(&file), &[("Content-Type", content_type(&file))]));
    }
    text.push_str(&says.comment("open", "# "));
    for file in told(served, is_open) {
        text.push_str(&headers(&served.at(&file), &[OPEN]));
    }
    if !served.moved.is_empty() {
        text.push_str(&says.comment("moved", "# "));
    }
    for (from, to) in &served.moved {
        text.push_str(&redirect(&served.at(from), &served.at(to), "301\n  force = true"));
    }
    text.push_str(&says.comment("missing", "# "));
    for folder in &served.missing {
        let at = served.at(folder);
        text.push_str(&redirect(&format!("{at}*"), &format!("{at}404.html"), "404"));
    }
    text
}

/// Files of some names with a sign for each folder that they lie in: a rule for all of one name that lie equally deep.
fn told(served: &Served, is_wanted: fn(&str) -> bool) -> BTreeSet<String> {
    let files = served.told.iter().filter(|file| is_wanted(file));
    files
        .map(|file| {
            let (folders, name) = file
                .rsplit_once('/')
                .map_or((0, file.as_str()), |(folder, name)| (folder.split('/').count(), name));
            let signs: String = (0..folders).map(|place| format!(":f{place}/")).collect();
            format!("{signs}{name}")
        })
        .collect()
}

fn headers(path: &str, values: &[(&str, &str)]) -> String {
    let mut text = format!("[[headers]]\n  for = \"{path}\"\n  [headers.values]\n");
    for (name, value) in values {
        text.push_str(&format!("    {name} = \"{value}\"\n"));
    }
    text.push('\n');
    text
}

fn redirect(from: &str, to: &str, status: &str) -> String {
    format!("[[redirects]]\n  from = \"{from}\"\n  to = \"{to}\"\n  status = {status}\n\n")
}
