//! Addresses that may reach a page: of a checked scheme, or relative.
//!
//! The threat model says that content never yields an unsafe URL scheme. So a template is never handed a text as an address,
//! only one of these types.

use std::fmt;

/// An address that is safe in an `href`: `http`, `https`, `mailto`, `tel`, or relative within the page's site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Url(String);

/// An absolute `http` or `https` address without user information.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AbsoluteUrl(String);

/// An e-mail address in its everyday form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Email(String);

/// Why a text is not an address that a page may carry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UrlError {
    /// A scheme other than http, https, mailto and tel.
    Scheme,
    /// Spaces, control characters, backslashes, or an empty host.
    Form,
}

impl Url {
    /// Checks an address from content, after entities were decoded.
    ///
    /// Browsers drop tabs and line breaks and skip leading control characters before they look for a scheme; so anything
    /// with those is refused rather than interpreted.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        if text.contains(|c: char| c.is_control() || c == '\\') || text.starts_with(char::is_whitespace) {
            return Err(UrlError::Form);
        }
        match scheme_of(text) {
            Some(scheme) => match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" => AbsoluteUrl::parse(text).map(|url| Self(url.0)),
                "mailto" | "tel" if text.len() > scheme.len() + 1 => Ok(Self(text.to_string())),
                "mailto" | "tel" => Err(UrlError::Form),
                _ => Err(UrlError::Scheme),
            },
            // `//host/x` is another host without saying so.
            None if text.starts_with("//") => Err(UrlError::Scheme),
            None => Ok(Self(text.to_string())),
        }
    }

    /// Does it name a scheme, so that it does not depend on the page that it stands on?
    pub fn is_absolute(&self) -> bool {
        scheme_of(&self.0).is_some()
    }
}

impl From<AbsoluteUrl> for Url {
    fn from(url: AbsoluteUrl) -> Self {
        Self(url.0)
    }
}

impl AbsoluteUrl {
    /// Checks an absolute address.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let scheme = scheme_of(text).ok_or(UrlError::Form)?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return Err(UrlError::Scheme);
        }
        let rest =
            text.get(scheme.len() + 1..).and_then(|rest| rest.strip_prefix("//")).ok_or(UrlError::Form)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '"' | '<' | '>');
        if host.is_empty() || host.contains('@') || host.starts_with(':') || text.contains(bad) {
            return Err(UrlError::Form);
        }
        Ok(Self(text.to_string()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without its port, in lower case.
    pub fn host(&self) -> String {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.rsplit_once(':').map_or(host, |(name, _)| name).to_ascii_lowercase()
    }

    /// The same address without a slash at its end, ready for `/…` to follow.
    pub fn base(&self) -> &str {
        self.0.trim_end_matches('/')
    }
}

impl fmt::Display for AbsoluteUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Email {
    /// Checks an address of the form `name@host.tld`.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, host) = text.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty()
                && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'))
        };
        let whole = plain(name)
            && plain(host)
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.');
        whole.then(|| Self(text.to_string()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The way from a page to the folder that its address is relative to: `nyheter/x/` → `../../`.
pub fn relative_prefix(url: &str) -> String {
    "../".repeat(url.matches('/').count())
}

/// The scheme that a browser would see.
fn scheme_of(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let mut bytes = scheme.bytes();
    let first = bytes.next()?;
    (first.is_ascii_alphabetic()
        && bytes.all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')))
    .then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_schemes_pass() {
        for good in [
            "https://a.se/x?y#z",
            "http://a.se",
            "mailto:a@b.se",
            "tel:+468",
            "../x.md",
            "#del",
            "",
            "a:b/c".get(2..).unwrap(),
        ] {
            assert!(Url::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:x",
            "\u{1}javascript:x",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.se/x",
            "https:\\\\evil",
            "file:///etc/passwd",
            "https://",
            "https://u:p@host/",
            "blob:x",
            "tel:",
        ] {
            assert!(Url::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn the_way_back_has_a_step_for_each_folder() {
        assert_eq!(relative_prefix("nyheter/x/"), "../../");
        assert_eq!(relative_prefix(""), "");
        assert_eq!(relative_prefix("404.html"), "");
    }

    #[test]
    fn an_email_address_has_a_name_and_a_host() {
        assert!(Email::parse("a.b@botkyrka.se").is_some());
        for bad in ["a", "a@b", "@b.se", "a@.se", "a b@c.se", "a@b.se\"onload=x"] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
    }
}
