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

/// Reads each text of a document with the names of the elements that it stands in; none where it is no XML.
fn each_text(bytes: &[u8], mut see: impl FnMut(&[String], String)) -> Option<()> {
    let config = ParserConfig::new().cdata_to_characters(true).ignore_comments(true);
    let mut open: Vec<String> = Vec::new();
    for event in EventReader::new_with_config(bytes, config) {
        match event.ok()? {
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
        let names: Vec<&str> = open.iter().map(String::as_str).collect();
        match names.as_slice() {
            ["ListBucketResult", "Contents", "Key"] | ["ListBucketResult", "CommonPrefixes", "Prefix"] => {
                page.keys.push(decoded(&text));
            }
            ["ListBucketResult", "NextContinuationToken"] => page.next = Some(text),
            _ => {}
        }
        is_page |= names.first() == Some(&"ListBucketResult");
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
