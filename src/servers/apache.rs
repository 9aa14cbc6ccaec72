//! Apache's httpd.

use super::{ASK, HEADERS, IS_OPEN, KEEP, OPEN, Says, Served, compressed, escaped, quoted};
use crate::base::content_type::{BY_ENDING, BY_NAME};

pub fn settings(served: &Served, says: Says<'_>) -> String {
    let way = &served.way;
    let mut text = says.comment("head", "# ");
    text.push_str("# a2enmod headers deflate rewrite\n\n<VirtualHost *:80>\n");
    text.push_str(&format!("    ServerName {}\n    DocumentRoot {}\n", served.host, quoted(&served.root)));
    text.push_str(&format!(
        "    <Directory {}>\n        Require all granted\n        AllowOverride None\n        Options None\n        DirectoryIndex index.html\n    </Directory>\n\n",
        quoted(&served.root)
    ));
    text.push_str(&says.comment("secure", "    # "));
    for (name, value) in HEADERS {
        text.push_str(&format!("    Header always set {name} {}\n", quoted(value)));
    }
    text.push('\n');
    text.push_str(&says.comment("ask", "    # "));
    text.push_str(&format!("    Header always set Cache-Control {}\n", quoted(ASK)));
    text.push_str(&says.comment("keep", "    # "));
    text.push_str(&format!(
        "    <LocationMatch \"^{}(.*/)?assets/\">\n        Header always unset Cache-Control\n        Header set Cache-Control {}\n    </LocationMatch>\n\n",
        escaped(way),
        quoted(KEEP)
    ));
    text.push_str(&says.comment("open", "    # "));
    text.push_str(&format!(
        "    <LocationMatch \"^{}{IS_OPEN}\">\n        Header set {} {}\n    </LocationMatch>\n\n",
        escaped(way),
        OPEN.0,
        quoted(OPEN.1)
    ));
    text.push_str(&missing(served, says));
    text.push_str(&types(says));
    text.push_str(&packing(served, says));
    text.push('\n');
    text.push_str(&says.comment("hidden", "    # "));
    text.push_str("    RedirectMatch 404 \"/\\.(?!well-known(/|$))\"\n");
    if !served.moved.is_empty() {
        text.push('\n');
        text.push_str(&says.comment("moved", "    # "));
    }
    for (from, to) in &served.moved {
        text.push_str(&format!(
            "    RedirectMatch 301 \"^{}$\" {}\n",
            escaped(&served.at(from)),
            quoted(&served.at(to))
        ));
    }
    text.push_str("</VirtualHost>\n");
    text
}

/// The page for what is missing that is nearest to an address: of several places that an address is in, the last one counts.
fn missing(served: &Served, says: Says<'_>) -> String {
    let mut text = says.comment("missing", "    # ");
    for folder in served.missing.iter().rev() {
        let at = served.at(folder);
        let page = format!("{at}404.html");
        text.push_str(&format!(
            "    <Location {}>\n        ErrorDocument 404 {page}\n        ErrorDocument 403 {page}\n    </Location>\n",
            quoted(&at)
        ));
    }
    text.push('\n');
    text
}

fn types(says: Says<'_>) -> String {
    let mut text = says.comment("types", "    # ");
    for (ending, kind) in BY_ENDING {
        text.push_str(&format!("    AddType {} .{ending}\n", quoted(kind)));
    }
    for (name, kind) in BY_NAME {
        let name = escaped(name);
        text.push_str(&format!(
            "    <FilesMatch \"^{name}(\\.br|\\.gz)?$\">\n        ForceType {}\n    </FilesMatch>\n",
            quoted(kind)
        ));
    }
    text.push('\n');
    text
}

fn packing(served: &Served, says: Says<'_>) -> String {
    let mut text = says.comment("packed", "    # ");
    if served.packed {
        text.push_str("    RewriteEngine on\n    RewriteRule \"^(.*)/$\" \"$1/index.html\"\n");
        for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
            text.push_str(&format!("    RewriteCond \"%{{HTTP:Accept-Encoding}}\" \"\\b{coding}\\b\"\n"));
            text.push_str(&format!("    RewriteCond \"%{{DOCUMENT_ROOT}}$1.{ending}\" -f\n"));
            text.push_str(&format!("    RewriteRule \"^(.+)$\" \"$1.{ending}\" [L]\n"));
            text.push_str(&format!("    AddEncoding {coding} .{ending}\n"));
        }
        text.push_str("    Header merge Vary Accept-Encoding\n");
    }
    text.push_str("    AddOutputFilterByType DEFLATE");
    for kind in compressed() {
        text.push_str(&format!(" {kind}"));
    }
    text.push('\n');
    text
}
