//! What an S3 says, in XML: the names below a prefix, and why it refused something. No answer is larger than what was read of it.

use xml::EventReader;
use xml::reader::{ParserConfig, XmlEvent};

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

/// Reads each text of a document with the names of the elements that it stands in; none where it is no XML, or deeper than any answer.
fn each_text(bytes: &[u8], mut see: impl FnMut(&[String], String)) -> Option<()> {
    let config = ParserConfig::new().cdata_to_characters(true).ignore_comments(true);
    let mut open: Vec<String> = Vec::new();
    for event in EventReader::new_with_config(bytes, config) {
        match event.ok()? {
            XmlEvent::StartElement { .. } if open.len() == DEEPEST => return None,
            XmlEvent::StartElement { name, .. } => open.push(name.local_name),
            XmlEvent::EndElement { .. } => drop(open.pop()),
            XmlEvent::Characters(text) => see(&open, text),
            _ => {}
        }
    }
    Some(())
}

/// An answer to the question what lies below a prefix; none where it is not one.
pub fn page(bytes: &[u8]) -> Option<S3Page> {
    let mut page = S3Page::default();
    let mut is_page = false;
    each_text(bytes, |open, text| {
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|at| open.get(at).map(String::as_str));
        is_page |= first == Some("ListBucketResult");
        match [second, third, fourth] {
            _ if first != Some("ListBucketResult") => {}
            [Some("Contents"), Some("Key"), None] | [Some("CommonPrefixes"), Some("Prefix"), None] => {
                page.keys.push(decoded(&text));
            }
            [Some("NextContinuationToken"), None, None] => page.next = Some(text),
            _ => {}
        }
    })?;
    is_page.then_some(page)
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

    #[test]
    fn entities_that_would_grow_are_not_read() {
        let mut text = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">".to_string();
        for (name, of) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d"), ("f", "e"), ("g", "f")] {
            text.push_str(&format!("<!ENTITY {name} \"{}\">", format!("&{of};").repeat(10)));
        }
        text.push_str("]><ListBucketResult><Contents><Key>&g;</Key></Contents></ListBucketResult>");
        assert_eq!(page(text.as_bytes()), None);
    }
}
