//! nginx.

use std::collections::BTreeSet;

use super::{ASK, HEADERS, IS_OPEN, KEEP, OPEN, Says, Served, compressed, escaped, quoted};
use crate::base::content_type::{BY_ENDING, BY_NAME, bare};

pub fn settings(served: &Served, says: Says<'_>) -> String {
    let mut text = says.comment("head", "# ");
    text.push_str(&missing(served, says));
    text.push_str(&format!(
        "\n{}map $uri $fcsite_open {{\n    default \"\";\n    {} {};\n}}\n",
        says.comment("open", "# "),
        // Within quotation marks nginx takes no backslash but those before one.
        format_args!("\"~^{}{IS_OPEN}\"", escaped(&served.way)),
        quoted(OPEN.1)
    ));
    text.push_str(&format!(
        "\nserver {{\n    listen 80;\n    server_name {};\n    root {};\n    index index.html;\n",
        served.host,
        quoted(&served.root)
    ));
    text.push_str("    absolute_redirect off;\n    server_tokens off;\n\n");
    text.push_str(&says.comment("secure", "    # "));
    text.push('\n');
    text.push_str(&types(says));
    text.push_str(&packing(served, says));
    let way = &served.way;
    text.push_str("\n    error_page 404 $fcsite_missing;\n    error_page 403 =404 $fcsite_missing;\n\n");
    text.push_str(&says.comment("ask", "    # "));
    text.push_str(&place(&format!("location {way}"), ASK, None));
    text.push_str(&says.comment("keep", "    # "));
    text.push_str(&place(&format!("location ~ ^{}(.*/)?assets/", escaped(way)), KEEP, None));
    for (name, kind) in BY_NAME {
        let rule = format!("location ~ ^{}(.*/)?{}$", escaped(way), escaped(name));
        text.push_str(&place(&rule, ASK, Some(kind)));
    }
    text.push_str(&says.comment("hidden", "    # "));
    text.push_str("    location ~ /\\.(?!well-known/) {\n        return 404;\n    }\n");
    if !served.moved.is_empty() {
        text.push('\n');
        text.push_str(&says.comment("moved", "    # "));
    }
    for (from, to) in &served.moved {
        text.push_str(&format!("    location = {} {{ return 301 {}; }}\n", served.at(from), served.at(to)));
    }
    text.push_str("}\n");
    text
}

/// The page for what is missing that is nearest to an address.
fn missing(served: &Served, says: Says<'_>) -> String {
    let mut text = format!("\n{}map $uri $fcsite_missing {{\n", says.comment("missing", "# "));
    text.push_str(&format!("    default {};\n", served.at("404.html")));
    for folder in served.missing.iter().filter(|folder| !folder.is_empty()) {
        let at = served.at(folder);
        text.push_str(&format!("    ~^{} {at}404.html;\n", escaped(&at)));
    }
    text.push_str("}\n");
    text
}

fn types(says: Says<'_>) -> String {
    let mut text = says.comment("types", "    # ");
    text.push_str("    types {\n");
    for (ending, kind) in BY_ENDING {
        text.push_str(&format!("        {} {ending};\n", bare(kind)));
    }
    text.push_str("    }\n    charset utf-8;\n    charset_types");
    for kind in BY_ENDING
        .iter()
        .filter(|(_, kind)| kind.contains("charset"))
        .map(|(_, kind)| bare(kind))
        .collect::<BTreeSet<_>>()
    {
        // What is HTML is so by itself.
        if kind != "text/html" {
            text.push_str(&format!(" {kind}"));
        }
    }
    text.push_str(";\n\n");
    text
}

fn packing(served: &Served, says: Says<'_>) -> String {
    let mut text = says.comment("packed", "    # ");
    if served.packed {
        text.push_str("    gzip_static on;\n    # brotli_static on;\n");
    }
    text.push_str("    gzip on;\n    gzip_vary on;\n    gzip_min_length 512;\n    gzip_types");
    for kind in compressed().into_iter().filter(|kind| *kind != "text/html") {
        text.push_str(&format!(" {kind}"));
    }
    text.push_str(";\n");
    text
}

/// A place with its headers: nginx takes none over from outside where there is one inside.
fn place(rule: &str, cache: &str, kind: Option<&str>) -> String {
    let mut text = format!("    {rule} {{\n");
    if let Some(kind) = kind {
        text.push_str(&format!("        types {{ }}\n        default_type {};\n", quoted(bare(kind))));
    }
    let always = if cache == ASK { " always" } else { "" };
    text.push_str(&format!("        add_header Cache-Control {}{always};\n", quoted(cache)));
    for (name, value) in HEADERS {
        text.push_str(&format!("        add_header {name} {} always;\n", quoted(value)));
    }
    // A header without a value is none.
    text.push_str(&format!("        add_header {} $fcsite_open;\n    }}\n\n", OPEN.0));
    text
}
