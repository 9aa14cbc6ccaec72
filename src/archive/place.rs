//! Where a file of the site is on the web, and back.

use std::fmt::Write as _;

use crate::base::percent_decoded;

/// The address of a file: `https://x.example/familj/nyheter/` of `nyheter/index.html`.
pub fn address(base: &str, path: &str) -> String {
    let path = match path.rsplit_once('/') {
        Some((folder, "index.html")) => format!("{folder}/"),
        None if path == "index.html" => String::new(),
        _ => path.to_string(),
    };
    let mut address = format!("{base}/");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// What may stand as it is in a path of an address, beside letters and digits (RFC 3986, 3.3).
const PLAIN: &[u8] = b"-._~!$&'()*+,;=:@/";

/// The file at an address; none for one that no file of the site has. What comes out has still to be parsed as a path.
pub fn path(base: &str, found: &str) -> Option<String> {
    let inner = found.strip_prefix(base)?.strip_prefix('/')?;
    let mut path = percent_decoded(inner);
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    // One way to write each: two addresses are never one file.
    (address(base, &path) == found).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_file_and_no_other_does() {
        const BASE: &str = "https://x.example/familj";
        for file in
            ["index.html", "a/index.html", "a/b.html", "filer/å ä (1).pdf", "100%/x", "a/index.html.gz"]
        {
            assert_eq!(path(BASE, &address(BASE, file)).as_deref(), Some(file));
        }
        assert_eq!(address(BASE, "a/index.html"), "https://x.example/familj/a/");
        for bad in
            ["https://x.example/annat/", "https://x.example/familj", "https://x.example/familj/a/index.html"]
        {
            assert_eq!(path(BASE, bad), None, "{bad}");
        }
        assert_eq!(path(BASE, "https://x.example/familj/%61"), None);
        // Parsed by whoever writes: here it is text.
        assert_eq!(path(BASE, "https://x.example/familj/../x").as_deref(), Some("../x"));
    }
}
