//! A request as the editor reads it: fields by their names, and whether it may.

use crate::base::form_decoded;
use crate::edit::Answers;
use crate::host::serve::{Question, Reply};

/// The name of the cookie, before the number of the port: a browser sends a cookie to each port of a host, and two editors may be open.
const COOKIE: &str = "fcsite-redigera-";

/// The most fields that a form has.
const MOST_FIELDS: usize = 4_000;

/// The fields of a query or of a form that was sent.
pub fn fields(text: &str) -> Answers {
    let pairs = text.split('&').filter(|pair| !pair.is_empty()).take(MOST_FIELDS);
    let one = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((form_decoded(name)?, form_decoded(value)?))
    };
    pairs.filter_map(one).collect()
}

/// The name of the cookie of the editor that was asked.
fn cookie_name(question: &Question) -> String {
    let port = question.site.rsplit(':').next().unwrap_or_default();
    format!("{COOKIE}{port}")
}

/// Does a request carry the cookie? Others of its name beside it do no harm: each page at this host, of whatever port, can set one for some
/// path, and none is believed for being there but for being the secret.
pub fn has_cookie(question: &Question, secret: &str) -> bool {
    let name = cookie_name(question);
    let pairs = question.cookie.split(';').filter_map(|pair| pair.trim().split_once('='));
    let mut own = pairs.filter(|(known, _)| *known == name).map(|(_, value)| value);
    own.any(|value| is_same(value, secret))
}

/// The answer that lets a person in.
pub fn let_in(question: &Question, secret: &str, to: &str) -> Reply {
    let cookie = format!("{}={secret}; Path={to}; HttpOnly; SameSite=Strict", cookie_name(question));
    Reply { cookie: Some(cookie), ..see(to.to_string()) }
}

/// Go there.
pub fn see(to: String) -> Reply {
    Reply {
        status: 303,
        content_type: "text/plain; charset=utf-8",
        body: Vec::new(),
        location: Some(to),
        cookie: None,
    }
}

/// Are two words the same? How long that takes says nothing of where they differ.
pub fn is_same(one: &str, other: &str) -> bool {
    let differing = one.bytes().zip(other.bytes()).fold(0, |all, (one, other)| all | (one ^ other));
    one.len() == other.len() && differing == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::percent_encoded;

    #[test]
    fn a_form_is_decoded_once_and_what_is_no_text_is_left_out() {
        let read = fields("a=1+2&b=%C3%A5%26%3D&c&d=%2525&e=%ff&f=%00&g=%4&%61=3");
        let shown: Vec<(&str, &str)> =
            read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(shown, [("a", "3"), ("b", "å&="), ("c", ""), ("d", "%25"), ("g", "%4")]);
        let odd = "å &=+%/\"";
        assert_eq!(fields(&format!("a={}", percent_encoded(odd))).get("a").map(String::as_str), Some(odd));
    }

    #[test]
    fn the_cookie_lets_in_and_what_others_set_beside_it_locks_nobody_out() {
        let with = |cookie: &str| {
            let site = "http://localhost:4321".to_string();
            has_cookie(&Question { cookie: cookie.to_string(), site, ..Question::default() }, "abc")
        };
        for cookie in [
            "x=1; fcsite-redigera-4322=x; fcsite-redigera-4321=abc",
            // A page at another port may have set it, for good: nobody but the person could take it away again.
            "fcsite-redigera-4321=abc; fcsite-redigera-4321=x",
            "fcsite-redigera-4321=x; fcsite-redigera-4321=; fcsite-redigera-4321=abc",
        ] {
            assert!(with(cookie), "{cookie}");
        }
        for cookie in [
            "",
            "fcsite-redigera-4321=ab",
            "fcsite-redigera-4321=abcd",
            "fcsite-redigera-4321=ab; fcsite-redigera-4321=c",
            "Fcsite-redigera-4321=abc",
            "fcsite-redigera-4322=abc",
        ] {
            assert!(!with(cookie), "{cookie}");
        }
    }
}
