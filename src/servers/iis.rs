//! Microsoft's IIS: a `web.config` that lies in the folder of the site.

use super::{HEADERS, OPEN, Says, Served};
use crate::base::content_type::{BY_ENDING, content_type};

/// The list of a site's pages, for search engines.
const SITEMAP: &str = "sitemap.xml";

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
        // By far the most are feeds; what else there is has a place of its own below.
        let kind = if ending == "xml" { content_type("feed.xml") } else { kind };
        text.push_str(&mime(ending, kind));
    }
    // A name without a dot ends in one, as IIS has it.
    text.push_str(&mime("", content_type("dcat")));
    text.push_str("    </staticContent>\n");
    text.push_str(&errors(""));
    text.push_str("  </system.webServer>\n");
    text.push_str(&places(served, says));
    text.push_str("</configuration>\n");
    text
}

/// What holds in some folders and for some files alone. Nothing here needs a module that IIS does not bring along, and nothing names each feed or
/// page of a site: IIS reads 250 kB.
fn places(served: &Served, says: Says<'_>) -> String {
    let mut text = note("types", says);
    // All other files of this ending are feeds.
    for folder in &served.missing {
        let types = mime("xml", content_type(SITEMAP));
        text.push_str(&place(
            &format!("{folder}{SITEMAP}"),
            &format!("    <staticContent>\n{types}    </staticContent>\n"),
        ));
    }
    text.push_str(&note("keep", says));
    let keep = "    <staticContent>\n      <clientCache cacheControlMode=\"UseMaxAge\" \
                cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" />\n    </staticContent>\n";
    for folder in &served.assets {
        text.push_str(&place(folder, keep));
    }
    text.push_str(&note("open-data", says));
    let (name, value) = OPEN;
    let open = format!(
        "    <httpProtocol>\n      <customHeaders>\n        <add name=\"{name}\" value=\"{value}\" />\n      </customHeaders>\n    </httpProtocol>\n"
    );
    for folder in served.open_folders() {
        text.push_str(&place(folder, &open));
    }
    text.push_str(&note("missing", says));
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
