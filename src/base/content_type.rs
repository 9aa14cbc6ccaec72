//! What kind of file it is, by its name: what `serve` says, and what a web server is told to say.

/// Content types by the ending of the name. JSON is UTF-8 by its definition, and its types have no charset (RFC 8259, 8.1).
pub const BY_ENDING: [(&str, &str); 28] = [
    ("atom", "application/atom+xml; charset=utf-8"),
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("geojson", "application/geo+json"),
    ("gif", "image/gif"),
    ("htm", "text/html; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("rdf", "application/rdf+xml; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml; charset=utf-8"),
];

/// Content types of files whose whole name says more than its ending.
pub const BY_NAME: [(&str, &str); 3] = [
    ("feed.json", "application/feed+json"),
    ("feed.xml", "application/atom+xml; charset=utf-8"),
    // A catalogue of data has an address without an ending (DCAT-AP-SE).
    ("dcat", "application/rdf+xml; charset=utf-8"),
];

/// The content type of a file of the site.
pub fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some((_, kind)) = BY_NAME.iter().find(|(known, _)| *known == name) {
        return kind;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = BY_ENDING.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    known.map_or("application/octet-stream", |(_, kind)| kind)
}

/// Is it made of text, so that it gets smaller by being compressed?
pub fn is_text(kind: &str) -> bool {
    let plain = bare(kind);
    plain.starts_with("text/") || plain.ends_with("json") || plain.ends_with("xml")
}

/// A content type without its charset.
pub fn bare(kind: &str) -> &str {
    kind.split(';').next().unwrap_or(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_each_ending_stands_once() {
        assert!(BY_ENDING.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn texts_are_what_compresses() {
        let packed = |path: &str| is_text(content_type(path));
        assert!(
            ["a/index.html", "x.ics", "x.svg", "feed.xml", "x.geojson", "datasets/dcat"]
                .map(packed)
                .iter()
                .all(|yes| *yes)
        );
        assert!(!["x.webp", "x.woff2", "x.pdf", "x.ico", "x"].map(packed).iter().any(|yes| *yes));
    }
}
