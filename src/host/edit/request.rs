//! A request as the editor reads it: fields by their names, and whether it may.

use crate::edit::Answers;
use crate::host::serve::{Question, Reply};

/// The name of the cookie.
const COOKIE: &str = "fcsite-redigera";

/// The most fields that a form has.
const MOST_FIELDS: usize = 4_000;

/// The fields of a query or of a form that was sent.
pub fn fields(text: &str) -> Answers {
    let pairs = text.split('&').filter(|pair| !pair.is_empty()).take(MOST_FIELDS);
    let one = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decoded(name)?, decoded(value)?))
    };
    pairs.filter_map(one).collect()
}

/// `a+b%20c` decoded; none where it is no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.contains('\0')).then_some(text)
}

/// Does a request carry the cookie? Where two have its name none is believed.
pub fn has_cookie(question: &Question, secret: &str) -> bool {
    let pairs = question.cookie.split(';').filter_map(|pair| pair.trim().split_once('='));
    let mut own = pairs.filter(|(name, _)| *name == COOKIE).map(|(_, value)| value);
    matches!((own.next(), own.next()), (Some(value), None) if is_same(value, secret))
}

/// The answer that lets a person in.
pub fn let_in(secret: &str, to: &str) -> Reply {
    let cookie = format!("{COOKIE}={secret}; Path={to}; HttpOnly; SameSite=Strict");
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

    #[test]
    fn a_form_is_decoded_once_and_what_is_no_text_is_left_out() {
        let read = fields("a=1+2&b=%C3%A5%26%3D&c&d=%2525&e=%ff&f=%00&g=%4&%61=3");
        let shown: Vec<(&str, &str)> =
            read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(shown, [("a", "3"), ("b", "å&="), ("c", ""), ("d", "%25")]);
    }

    #[test]
    fn one_cookie_of_the_name_lets_in_and_two_do_not() {
        let with =
            |cookie: &str| has_cookie(&Question { cookie: cookie.to_string(), ..Question::default() }, "abc");
        assert!(with("x=1; fcsite-redigera=abc"));
        for cookie in [
            "",
            "fcsite-redigera=ab",
            "fcsite-redigera=abcd",
            "fcsite-redigera=abc; fcsite-redigera=x",
            "Fcsite-redigera=abc",
        ] {
            assert!(!with(cookie), "{cookie}");
        }
    }
}
