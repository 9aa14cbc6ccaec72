//! Microsoft's IIS: a `web.config` that lies in the folder of the site.

use super::{HEADERS, OPEN, Says, Served};
use crate::base::content_type::{BY_ENDING, content_type};
use crate::base::xml::Xml;

/// The list of a site's pages, for search engines.
const SITEMAP: &str = "sitemap.xml";

pub fn settings(served: &Served, says: Says<'_>) -> String {
    let mut text = String::new();
    let mut xml = Xml::begin(&mut text);
    note(&mut xml, "head", says);
    xml.block("configuration", &[], |xml| {
        xml.block("system.webServer", &[], |xml| everywhere(xml, says));
        places(xml, served, says);
    });
    text
}

/// What holds for the whole site.
fn everywhere(xml: &mut Xml<'_>, says: Says<'_>) {
    xml.block("defaultDocument", &[], |xml| {
        xml.block("files", &[], |xml| {
            xml.single("clear", &[]);
            xml.single("add", &[("value", "index.html")]);
        });
    });
    xml.single("directoryBrowse", &[("enabled", "false")]);
    xml.single("urlCompression", &[("doStaticCompression", "true")]);
    note(xml, "secure", says);
    headers(xml, &HEADERS);
    note(xml, "ask", says);
    xml.block("staticContent", &[], |xml| {
        xml.single("clientCache", &[("cacheControlMode", "DisableCache")]);
        for (ending, kind) in BY_ENDING {
            // By far the most are feeds; what else there is has a place of its own below.
            let kind = if ending == "xml" { content_type("feed.xml") } else { kind };
            mime(xml, ending, kind);
        }
        // A name without a dot ends in one, as IIS has it.
        mime(xml, "", content_type("dcat"));
    });
    errors(xml, "");
}

/// What holds in some folders and for some files alone. Nothing here needs a module that IIS does not bring along, and nothing names each feed or
/// page of a site: IIS reads 250 kB.
fn places(xml: &mut Xml<'_>, served: &Served, says: Says<'_>) {
    note(xml, "types", says);
    // All other files of this ending are feeds.
    for folder in &served.missing {
        place(xml, &format!("{folder}{SITEMAP}"), |xml| {
            xml.block("staticContent", &[], |xml| mime(xml, "xml", content_type(SITEMAP)));
        });
    }
    note(xml, "keep", says);
    for folder in &served.assets {
        place(xml, folder, |xml| xml.block("staticContent", &[], keep));
    }
    note(xml, "open-data", says);
    for folder in served.open_folders() {
        place(xml, folder, |xml| headers(xml, &[OPEN]));
    }
    note(xml, "missing", says);
    for folder in served.missing.iter().filter(|folder| !folder.is_empty()) {
        place(xml, folder, |xml| errors(xml, folder));
    }
    if !served.moved.is_empty() {
        note(xml, "moved", says);
    }
    for (from, to) in &served.moved {
        let to = served.at(to);
        let moved = [
            ("enabled", "true"),
            ("destination", to.as_str()),
            ("exactDestination", "true"),
            ("httpResponseStatus", "Permanent"),
        ];
        place(xml, from, |xml| xml.single("httpRedirect", &moved));
    }
}

fn place(xml: &mut Xml<'_>, path: &str, rules: impl FnOnce(&mut Xml<'_>)) {
    let path = path.trim_end_matches('/');
    xml.block("location", &[("path", path)], |xml| xml.block("system.webServer", &[], rules));
}

fn headers(xml: &mut Xml<'_>, headers: &[(&str, &str)]) {
    xml.block("httpProtocol", &[], |xml| {
        xml.block("customHeaders", &[], |xml| {
            for &(name, value) in headers {
                xml.single("add", &[("name", name), ("value", value)]);
            }
        });
    });
}

fn mime(xml: &mut Xml<'_>, ending: &str, kind: &str) {
    let ending = format!(".{ending}");
    let extension = ("fileExtension", ending.as_str());
    xml.single("remove", &[extension]);
    xml.single("mimeMap", &[extension, ("mimeType", kind)]);
}

fn keep(xml: &mut Xml<'_>) {
    xml.single(
        "clientCache",
        &[
            ("cacheControlMode", "UseMaxAge"),
            ("cacheControlMaxAge", "365.00:00:00"),
            ("cacheControlCustom", "public, immutable"),
        ],
    );
}

/// The page of a folder for what is missing. A file that is sent keeps the status, as an address that is executed would not.
fn errors(xml: &mut Xml<'_>, folder: &str) {
    let path = format!("{folder}404.html").replace('/', "\\");
    xml.block("httpErrors", &[("errorMode", "Custom"), ("existingResponse", "Replace")], |xml| {
        xml.single("remove", &[("statusCode", "404")]);
        xml.single("error", &[("statusCode", "404"), ("path", path.as_str()), ("responseMode", "File")]);
    });
}

/// An explanation.
fn note(xml: &mut Xml<'_>, id: &str, says: Says<'_>) {
    xml.comment(says.comment(id, "").trim_end());
}
