//! Percent-coding, as addresses have it (RFC 3986, 2.1).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters (RFC 3986, 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as it may stand in a part of a path, in a query or in a fragment.
pub fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// What percent signs stand for; the text itself where that is no UTF-8.
pub fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_string(), |decoded| decoded.into_owned())
}

/// A name or value of a form or a query, where a plus stands for a blank. None where it is no text.
pub fn form_decoded(text: &str) -> Option<String> {
    let decoded = percent_decode_str(&text.replace('+', " ")).decode_utf8().ok()?.into_owned();
    (!decoded.contains('\0')).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_stays_as_it_is() {
        assert_eq!(percent_decoded("min%20bild%C3%A5.jpg"), "min bildå.jpg");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%ff%2"), "%ff%2");
        assert_eq!(form_decoded("a+b%20c%2B").as_deref(), Some("a b c+"));
        assert_eq!((form_decoded("%ff"), form_decoded("%00")), (None, None));
        assert_eq!(percent_encoded("Åsa & co/~x"), "%C3%85sa%20%26%20co%2F~x");
    }
}
