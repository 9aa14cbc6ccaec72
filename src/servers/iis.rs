//! Microsoft's IIS: a `web.config` that lies in the folder of the site.

use super::{HEADERS, IS_OPEN, KEEP, OPEN, Says, Served, escaped};
use crate::base::content_type::{BY_ENDING, BY_NAME, content_type};

pub fn settings(served: &Served, says: Says<'_>) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    text.push_str(&note("head", says));
    text.push_str(
        "<configuration>\n  <system.webServer>\n    <defaultDocument>\n      <files>\n        <clear />\n",
    );
    text.push_str("        <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n");
    text.push_str(
        "    <directoryBrowse enabled=\"false\" />\n    <urlCompression doStaticCompression=\"true\" />\n",
    );
    text.push_str(&note("secure", says));
    text.push_str("    <httpProtocol>\n      <customHeaders>\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("        <add name=\"{name}\" value=\"{value}\" />\n"));
    }
    text.push_str("      </customHeaders>\n    </httpProtocol>\n");
    text.push_str(&note("ask", says));
    text.push_str("    <staticContent>\n      <clientCache cacheControlMode=\"DisableCache\" />\n");
    for (ending, kind) in BY_ENDING {
        text.push_str(&mime(ending, kind));
    }
    // A name without a dot ends in one, as IIS has it.
    text.push_str(&mime("", content_type("dcat")));
    text.push_str("    </staticContent>\n");
    text.push_str(&errors(""));
    text.push_str(&rules(says));
    text.push_str("  </system.webServer>\n");
    text.push_str(&places(served, says));
    text.push_str("</configuration>\n");
    text
}

/// What holds for files of some names and places, wherever they are: a rule each, since a file of settings that names every feed of a large
/// site would be more than IIS reads (250 kB). Microsoft's module for it is `URL Rewrite`.
fn rules(says: Says<'_>) -> String {
    let mut text = note("module", says);
    text.push_str("    <rewrite>\n      <outboundRules>\n");
    text.push_str(&note("types", says));
    for (name, kind) in BY_NAME {
        text.push_str(&rule(name, ("Content_Type", kind), &format!("/{}$", escaped(name))));
    }
    text.push_str(&note("keep", says));
    text.push_str(&rule("assets", ("Cache_Control", KEEP), "/assets/"));
    text.push_str(&note("open", says));
    let (header, value) = OPEN;
    text.push_str(&rule("open", (&header.replace('-', "_"), value), &format!("^/{IS_OPEN}")));
    text.push_str("      </outboundRules>\n    </rewrite>\n");
    text
}

/// A header of the answers to some addresses, but not of those that say that there is nothing there.
fn rule(name: &str, (header, value): (&str, &str), pattern: &str) -> String {
    format!(
        "        <rule name=\"fcsite {name}\">\n          <match serverVariable=\"RESPONSE_{header}\" pattern=\".*\" />\n          \
         <conditions>\n            <add input=\"{{URL}}\" pattern=\"{pattern}\" />\n            \
         <add input=\"{{RESPONSE_STATUS}}\" pattern=\"^(200|206|304)\" />\n          </conditions>\n          \
         <action type=\"Rewrite\" value=\"{value}\" />\n        </rule>\n"
    )
}

/// What holds in some folders and for some files alone.
fn places(served: &Served, says: Says<'_>) -> String {
    let mut text = note("missing", says);
    for folder in served.missing.iter().filter(|folder| !folder.is_empty()) {
        text.push_str(&place(folder, &errors(folder)));
    }
    if !served.moved.is_empty() {
        text.push_str(&note("moved", says));
    }
    for (from, to) in &served.moved {
        let moved = format!(
            "    <httpRedirect enabled=\"true\" destination=\"{}\" exactDestination=\"true\" httpResponseStatus=\"Permanent\" />\n",
            served.at(to)
        );
        text.push_str(&place(from, &moved));
    }
    text
}

fn place(path: &str, rules: &str) -> String {
    let path = path.trim_end_matches('/');
    format!(
        "  <location path=\"{path}\">\n    <system.webServer>\n{rules}    </system.webServer>\n  </location>\n"
    )
}

fn mime(ending: &str, kind: &str) -> String {
    format!(
        "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />\n"
    )
}

/// The page of a folder for what is missing. A file that is sent keeps the status, as an address that is executed would not.
fn errors(folder: &str) -> String {
    let path = format!("{folder}404.html").replace('/', "\\");
    format!(
        "    <httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n      <remove statusCode=\"404\" />\n      \
         <error statusCode=\"404\" path=\"{path}\" responseMode=\"File\" />\n    </httpErrors>\n"
    )
}

/// An explanation. Within a comment of XML no two hyphens stand side by side (XML 1.0, 2.5).
fn note(id: &str, says: Says<'_>) -> String {
    let text = says.comment(id, "").replace("--", "- -");
    format!("  <!-- {} -->\n", text.trim_end())
}
