//! What an S3 says, in XML: the names below a prefix, and why it refused something. No answer is larger than what was read of it.

use crate::base::pieces::{XmlPiece, XmlPieces};

/// A part of the names below a prefix.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct S3Page {
    /// The keys of objects, and the prefixes that stand for folders.
    pub keys: Vec<String>,
    /// Where the next part begins.
    pub next: Option<String>,
}

/// The most elements within each other. A list needs four.
const DEEPEST: usize = 8;

/// The longest name of an object, in bytes (S3's own rule), each of which may be three in the form of addresses; and the longest of other words.
const LONGEST_KEY: usize = 3 * 1024;
const LONGEST_WORD: usize = 16 * 1024;

/// Reads each text of a document with the names of the elements that it stands in; none where it is no XML, or has what no answer has.
fn each_text(bytes: &[u8], mut see: impl FnMut(&[String], String)) -> Option<()> {
    let mut pieces = XmlPieces::of(bytes);
    let mut open: Vec<String> = Vec::new();
    while let Some(piece) = pieces.next().ok()? {
        match piece {
            XmlPiece::Start(_) if open.len() == DEEPEST => return None,
            XmlPiece::Start(element) => open.push(element.name),
            XmlPiece::End(_) => drop(open.pop()),
            XmlPiece::Text(text) if text.len() > LONGEST_WORD => return None,
            XmlPiece::Text(text) => see(&open, text),
        }
    }
    Some(())
}

/// An answer to the question what lies below a prefix; none where it is not one.
pub fn page(bytes: &[u8]) -> Option<S3Page> {
    let mut page = S3Page::default();
    let (mut is_page, mut is_bounded) = (false, true);
    each_text(bytes, |open, text| {
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|at| open.get(at).map(String::as_str));
        is_page |= first == Some("ListBucketResult");
        match [second, third, fourth] {
            _ if first != Some("ListBucketResult") => {}
            [Some("Contents"), Some("Key"), None] | [Some("CommonPrefixes"), Some("Prefix"), None] => {
                is_bounded &= text.len() <= LONGEST_KEY;
                page.keys.extend(is_bounded.then(|| decoded(&text)));
            }
            [Some("NextContinuationToken"), None, None] => page.next = Some(text),
            _ => {}
        }
    })?;
    (is_page && is_bounded).then_some(page)
}

/// Why something was refused: the code and the words of the S3.
pub fn refusal(bytes: &[u8]) -> Option<String> {
    let (mut code, mut words) = (String::new(), String::new());
    each_text(bytes, |open, text| match open.last().map(String::as_str) {
        Some("Code") if code.is_empty() => code = text,
        Some("Message") if words.is_empty() => words = text,
        _ => {}
    })?;
    let said = [code, words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    Some(said).filter(|said| !said.is_empty())
}

/// Keys come in the form of addresses, so that XML can have each.
fn decoded(key: &str) -> String {
    percent_encoding::percent_decode_str(&key.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_where_the_next_begin_are_read() {
        let text = "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Prefix>a/</Prefix>\
                    <Contents><Key>a/%C3%A5+b.html</Key><Size>3</Size></Contents><CommonPrefixes><Prefix>a/c/</Prefix></CommonPrefixes>\
                    <NextContinuationToken>t</NextContinuationToken></ListBucketResult>";
        let expected = S3Page { keys: vec!["a/å b.html".into(), "a/c/".into()], next: Some("t".into()) };
        assert_eq!(page(text.as_bytes()), Some(expected));
        assert_eq!(page(b"<ListBucketResult><Name>x</Name></ListBucketResult>"), Some(S3Page::default()));
        for other in ["", "<html>hej</html>", "<ListBucketResult><Contents>", "{}"] {
            assert_eq!(page(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn what_is_deeper_than_any_list_is_read_no_further() {
        let around = |levels: usize, inner: &str| {
            let (open, close) = ("<a>x".repeat(levels), "</a>".repeat(levels));
            format!("<ListBucketResult>{open}{inner}{close}</ListBucketResult>")
        };
        let deep = around(50_000, "");
        let mut texts = 0;
        let read = each_text(deep.as_bytes(), |open, _| {
            texts += 1;
            assert!(open.len() <= DEEPEST);
        });
        assert_eq!((read, texts), (None, DEEPEST - 1), "a text at each of 50,000 levels");
        assert_eq!((page(deep.as_bytes()), refusal(deep.as_bytes())), (None, None));
        // As deep as may be, and no key of another depth or name is one.
        let inner = "<Contents><Key>x</Key></Contents>";
        assert_eq!(page(around(DEEPEST - 3, inner).as_bytes()), Some(S3Page::default()));
        assert_eq!(page(around(DEEPEST - 2, inner).as_bytes()), None);
        let within = "<ListBucketResult><Contents><Key><a>x</a></Key></Contents></ListBucketResult>";
        assert_eq!(page(within.as_bytes()), Some(S3Page::default()));
        assert_eq!(page(b"<Other><Contents><Key>x</Key></Contents></Other>"), None);
    }

    #[test]
    fn why_it_was_refused_is_read() {
        let text = "<Error><Code>SignatureDoesNotMatch</Code><Message>Nej.</Message></Error>";
        assert_eq!(refusal(text.as_bytes()).as_deref(), Some("SignatureDoesNotMatch: Nej."));
        assert_eq!(refusal(b"nej"), None);
    }

    /// A list with a document type before it, and one key.
    fn typed(declared: &str, key: &str) -> String {
        format!(
            "<!DOCTYPE x [{declared}]><ListBucketResult><Contents><Key>{key}</Key></Contents></ListBucketResult>"
        )
    }

    #[test]
    fn an_answer_with_a_document_type_is_none() {
        let long = format!("<!ENTITY x \"{}\">", "y".repeat(90_000));
        let nested = ["a", "b", "c", "d", "e", "f", "g"];
        let nested: String = nested
            .windows(2)
            .map(|pair| format!("<!ENTITY {} \"{}\">", pair[1], format!("&{};", pair[0]).repeat(10)))
            .collect();
        let nested = format!("<!ENTITY a \"aaaaaaaaaa\">{nested}");
        // Put into each other they are a gigabyte.
        let of_parameters: String =
            (1..30).map(|at| format!("<!ENTITY % a{at} \"%a{0};%a{0};\">", at - 1)).collect();
        let of_parameters = format!("<!ENTITY % a0 \"aa\">{of_parameters}");
        for (declared, key) in [("", "x"), (&long, "&x;"), (&nested, "&g;"), (&of_parameters, "x")] {
            let list = typed(declared, key);
            assert_eq!(page(list.as_bytes()), None, "{:.80}", list);
            let refused = list.replace("ListBucketResult", "Error").replace("Contents", "Code");
            assert_eq!(refusal(refused.as_bytes()), None, "{:.80}", refused);
            let units: Vec<u8> = list.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(page(&[&[0xFE, 0xFF], units.as_slice()].concat()), None, "{:.80}", list);
        }
        assert!(page(typed("", "x").replace("<!DOCTYPE x []>", "").as_bytes()).is_some());
    }

    #[test]
    fn no_name_is_longer_than_an_s3_has() {
        let keyed =
            |key: &str| format!("<ListBucketResult><Contents><Key>{key}</Key></Contents></ListBucketResult>");
        assert!(page(keyed(&"%C3".repeat(1024)).as_bytes()).is_some());
        assert_eq!(page(keyed(&"x".repeat(LONGEST_KEY + 1)).as_bytes()), None);
        let token = |length: usize| {
            let token = "x".repeat(length);
            format!(
                "<ListBucketResult><NextContinuationToken>{token}</NextContinuationToken></ListBucketResult>"
            )
        };
        assert!(page(token(LONGEST_WORD).as_bytes()).is_some());
        assert_eq!(page(token(LONGEST_WORD + 1).as_bytes()), None);
    }
}
