//! Old addresses of a page, `aliases:`, which become pages that send readers on.
//!
//! The system before had addresses of its own: `/Gammal-Sida/`, `/om_oss/`, `/4.6a52b0f111e4.html`. A static server serves HTML from a
//! folder and from a file that ends with `.html` or `.htm`; at these very addresses a page is made. From any other (`.aspx`, `.php`, `?id=7`)
//! only the server itself can send readers on, and that is what the person is told. An address becomes a path of the output, so what is taken is
//! named and all else refused: no name that begins with a dot, no `..`, nothing coded with `%`, nothing that Windows cannot have.

use super::bounds;
use super::trail::Trail;
use crate::base::{Code, LONGEST_NAME, Report, forbidden, named};

/// More letters than this no old address may have.
const LONGEST: usize = 200;

named! {
    /// Why an old address cannot be a page, by the word for it in messages.
    enum AliasFault: word {
        /// It is none of this site, or not written as one.
        Form = "form",
        /// A whole address with `https://`.
        Absolute = "absolute",
        /// Only a server can send readers on from it.
        Server = "server",
        /// It is the municipality's own front page.
        Home = "home",
        /// It is longer than a file's name may be.
        Long = "long",
    }
}

/// The old addresses that can be pages, relative to the section's folder and without slashes around: `gammal`, `gammal/sida.html`.
pub fn aliases(values: Vec<String>, at: &Trail, report: &mut Report) -> Option<Vec<String>> {
    let owner = report.file().as_str().split('/').nth(1).unwrap_or_default().to_string();
    let mut aliases = Vec::new();
    for (index, value) in bounds::within(values, at, report).into_iter().enumerate() {
        match read(&value, &owner) {
            Ok(alias) => aliases.push(alias.to_string()),
            Err(why) => {
                let proposal = proposal(&value, &owner).unwrap_or_else(|| "none".to_string());
                let words = report.add(Code::BadAlias, at.index(index).value()).with("value", value);
                words.with("kind", why.word()).with("proposal", proposal);
            }
        }
    }
    Some(aliases)
}

/// Can an address of the system before be a page of a section, so that it leads on?
pub fn is_alias(value: &str, owner: &str) -> bool {
    read(value, owner).is_ok()
}

/// Where the page of an old address lies, as an address: a folder, but for a file that says that it is one.
pub fn address_of(alias: &str) -> String {
    if is_page(alias) { alias.to_string() } else { format!("{alias}/") }
}

/// Is this a file that a server serves as HTML?
fn is_page(name: &str) -> bool {
    let ending =
        name.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn read<'v>(value: &'v str, owner: &str) -> Result<&'v str, AliasFault> {
    let value = value.trim();
    if value.contains("://") {
        return Err(AliasFault::Absolute);
    }
    let inner = value.strip_prefix('/').ok_or(AliasFault::Form)?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    // Copied from the browser, an address begins with the municipality's own folder. It is counted from there, so that it is not made twice.
    let inner = match inner.strip_prefix(owner) {
        Some("") => return Err(AliasFault::Home),
        Some(rest) => rest.strip_prefix('/').unwrap_or(inner),
        None => inner,
    };
    if matches!(inner, "" | "index.html" | "index.htm") {
        return Err(AliasFault::Home);
    }
    if inner.len() > LONGEST {
        return Err(AliasFault::Long);
    }
    inner.split('/').try_for_each(check_part)?;
    // A server takes a file by its ending for what it is; and a file of HTML can be no folder.
    let (folders, last) = inner.rsplit_once('/').unwrap_or(("", inner));
    let is_served = !folders.split('/').any(is_page) && (is_page(last) || !last.contains('.'));
    if is_served { Ok(inner) } else { Err(AliasFault::Server) }
}

/// A part of an address between two slashes.
fn check_part(part: &str) -> Result<(), AliasFault> {
    if part.is_empty() || part.starts_with('.') || part.ends_with('.') || part.contains("..") {
        return Err(AliasFault::Form);
    }
    if part.len() > LONGEST_NAME {
        return Err(AliasFault::Long);
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    // A query, letters that are coded, a name that Windows keeps for itself: no file can be made of it, but the server may know it.
    let only_server = part.contains(['?', '#', '%', '=', '&', '+', ',', '(', ')', '~']) || !part.is_ascii();
    match part.bytes().all(is_plain) {
        true if forbidden(part).is_some() => Err(AliasFault::Server),
        true => Ok(()),
        false if only_server && !part.contains(['\\', ' ', ':']) && !part.contains(char::is_control) => {
            Err(AliasFault::Server)
        }
        false => Err(AliasFault::Form),
    }
}

/// The address that was meant, where it is plain: with a slash before it, or without the site's name.
fn proposal(value: &str, owner: &str) -> Option<String> {
    let value = value.trim();
    let path = match value.split_once("://") {
        Some((_, rest)) => format!("/{}", rest.split_once('/')?.1),
        None if value.starts_with('/') => return None,
        None => format!("/{value}"),
    };
    let alias = read(&path, owner).ok()?;
    Some(format!("/{}", address_of(alias)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_addresses_become_paths_below_the_section() {
        for (value, address) in [
            ("/gammal/adress/", "gammal/adress/"),
            ("/gammal", "gammal/"),
            ("/gammal/sida.html", "gammal/sida.html"),
            ("/gammal/sida.html/", "gammal/sida.html"),
            ("/Sida.HTM", "Sida.HTM"),
            ("/Gammal-Sida/", "Gammal-Sida/"),
            ("/om_oss/", "om_oss/"),
            ("/4.6a52b0f111e4ea4e7ba7a18.html", "4.6a52b0f111e4ea4e7ba7a18.html"),
            ("/v1.2/sida/", "v1.2/sida/"),
            ("/gammal/index.html", "gammal/index.html"),
            ("/exempel/gammal/", "gammal/"),
            ("/exempel/gammal.html", "gammal.html"),
            ("/exempelvis/", "exempelvis/"),
            (" /gammal/ ", "gammal/"),
        ] {
            assert_eq!(read(value, "exempel").map(address_of), Ok(address.to_string()), "{value}");
        }
    }

    #[test]
    fn what_could_lead_elsewhere_or_cannot_be_a_file_is_refused() {
        use AliasFault::{Absolute, Form, Home, Long, Server};
        let long = format!("/{}/", "x".repeat(101));
        let longer = format!("/{}/", "x/".repeat(101));
        for (value, why) in [
            ("", Form),
            ("gammal/", Form),
            ("/a//b/", Form),
            ("//evil.example/", Form),
            ("/../x/", Form),
            ("/a/../x/", Form),
            ("/a/./x/", Form),
            ("/.well-known/", Form),
            ("/.git/", Form),
            ("/a/.htaccess", Form),
            ("/a..html", Form),
            ("/a./", Form),
            ("/a\\b/", Form),
            ("/a b/", Form),
            ("/a\u{0}/", Form),
            ("/c:/", Form),
            ("/..%2f..%2f/", Form),
            ("/.html", Form),
            ("/%2e%2e/", Server),
            ("/om-f%C3%B6rskolan/", Server),
            ("/om-förskolan/", Server),
            ("/~anna/", Server),
            ("/sida.aspx", Server),
            ("/sida.php", Server),
            ("/a/sida.php?id=7", Server),
            ("/sok?q=x", Server),
            ("/a#b", Server),
            ("/plan.pdf", Server),
            ("/a.html/b/", Server),
            ("/con/", Server),
            ("/a/nul.html", Server),
            ("/COM1/", Server),
            ("/", Home),
            ("/exempel/", Home),
            ("/exempel", Home),
            ("/index.html", Home),
            ("/exempel/index.html", Home),
            ("https://a.example/x/", Absolute),
            ("http://a.example", Absolute),
            (&long, Long),
            (&longer, Long),
        ] {
            assert_eq!(read(value, "exempel"), Err(why), "{value:?}");
        }
    }

    #[test]
    fn a_slip_in_an_address_is_answered_with_what_was_meant() {
        for (value, meant) in [
            ("gammal/adress", Some("/gammal/adress/")),
            ("https://www.exempel.example/exempel/gammal/", Some("/gammal/")),
            ("https://www.exempel.example/sida.html", Some("/sida.html")),
            ("https://www.exempel.example/sida.aspx", None),
            ("https://www.exempel.example", None),
            ("/../x/", None),
        ] {
            assert_eq!(proposal(value, "exempel").as_deref(), meant, "{value}");
        }
    }
}
