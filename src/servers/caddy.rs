//! Caddy.

use super::{ASK, HEADERS, IS_OPEN, KEEP, OPEN, Says, Served, escaped, quoted};
use crate::base::content_type::{BY_ENDING, BY_NAME};

pub fn settings(served: &Served, says: Says<'_>) -> String {
    let way = &served.way;
    let mut text = says.comment("head", "# ");
    text.push_str(&format!("\n{} {{\n\troot * {}\n\n", served.host, folder(&served.root)));
    text.push_str(&says.comment("secure", "\t# "));
    text.push_str("\theader {\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("\t\t{name} {}\n", quoted(value)));
    }
    text.push_str("\t}\n\n");
    text.push_str(&says.comment("ask", "\t# "));
    // Of two headers of one name the one without a condition would be the last.
    text.push_str(&format!("\t@asked not path_regexp ^{}(.*/)?assets/\n", escaped(way)));
    text.push_str(&format!("\theader @asked Cache-Control {}\n", quoted(ASK)));
    text.push_str(&says.comment("keep", "\t# "));
    text.push_str(&format!("\t@assets path_regexp ^{}(.*/)?assets/\n", escaped(way)));
    text.push_str(&format!("\theader @assets Cache-Control {}\n\n", quoted(KEEP)));
    text.push_str(&says.comment("open", "\t# "));
    text.push_str(&format!("\t@open path_regexp ^{}{IS_OPEN}\n", escaped(way)));
    text.push_str(&format!("\theader @open {} {}\n\n", OPEN.0, quoted(OPEN.1)));
    text.push_str(&types(says));
    text.push_str(&says.comment("packed", "\t# "));
    text.push_str("\tencode gzip\n\n");
    text.push_str(&says.comment("hidden", "\t# "));
    text.push_str("\t@hidden {\n\t\tpath */.*\n\t\tnot path /.well-known/*\n\t}\n\terror @hidden 404\n\n");
    if !served.moved.is_empty() {
        text.push_str(&says.comment("moved", "\t# "));
    }
    for (from, to) in &served.moved {
        text.push_str(&format!("\tredir {} {} 301\n", served.at(from), served.at(to)));
    }
    let packed = if served.packed { " {\n\t\tprecompressed br gzip\n\t}" } else { "" };
    text.push_str(&format!("\tfile_server{packed}\n\n"));
    text.push_str(&missing(served, says));
    text.push_str("}\n");
    text
}

/// A folder. Between double quotes Caddy has no way to write a backslash before a quotation mark, and takes each for itself.
fn folder(root: &str) -> String {
    if root.contains('\\') { format!("`{root}`") } else { quoted(root) }
}

/// A star at the beginning stands for all folders. Of two headers of one name it is not told which is the last, so no file has two.
fn types(says: Says<'_>) -> String {
    let mut text = says.comment("types", "\t# ");
    for (ending, kind) in BY_ENDING {
        let others = BY_NAME.iter().filter(|(name, _)| name.ends_with(&format!(".{ending}")));
        let others: String = others.map(|(name, _)| format!("\t\tnot path */{name}\n")).collect();
        text.push_str(&format!("\t@{ending} {{\n\t\tpath *.{ending}\n{others}\t}}\n"));
        text.push_str(&format!("\theader @{ending} Content-Type {}\n", quoted(kind)));
    }
    for (name, kind) in BY_NAME {
        let label = name.replace('.', "-");
        text.push_str(&format!(
            "\t@{label} path */{name}\n\theader @{label} Content-Type {}\n",
            quoted(kind)
        ));
    }
    text.push('\n');
    text
}

/// The page for what is missing that is nearest to an address.
fn missing(served: &Served, says: Says<'_>) -> String {
    let mut text = says.comment("missing", "\t# ");
    text.push_str("\thandle_errors {\n");
    text.push_str("\t\theader Content-Type \"text/html; charset=utf-8\"\n");
    text.push_str(&format!("\t\theader Cache-Control {}\n", quoted(ASK)));
    text.push_str(&format!("\t\theader -{}\n", OPEN.0));
    for folder in &served.missing {
        let at = served.at(folder);
        text.push_str(&format!(
            "\t\thandle {at}* {{\n\t\t\trewrite * {at}404.html\n\t\t\tfile_server\n\t\t}}\n"
        ));
    }
    if served.way != "/" {
        text.push_str(&format!(
            "\t\thandle {{\n\t\t\trewrite * {}\n\t\t\tfile_server\n\t\t}}\n",
            served.at("404.html")
        ));
    }
    text.push_str("\t}\n");
    text
}
