//! Entities that a document of XML declares for itself. The reader puts them together without a bound on what comes of all of them, so what could grow
//! is found in the bytes before it reads any.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memmem};

/// What the declaration of an entity begins with.
const ENTITY: &[u8] = b"<!ENTITY";

/// Does it declare entities of parameters? The reader puts those into the values of others while it reads the document's type, each twice as long
/// as the one before, and is done with that before it says that there is a type. Nobody's file has them.
pub fn has_parameters(xml: &[u8]) -> bool {
    let plain = plain(xml);
    memmem::find_iter(&plain, ENTITY).any(|at| {
        let after = plain.get(at + ENTITY.len()..).unwrap_or_default();
        after.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'%')
    })
}

/// How many bytes may come of it, at the most and roughly, where it declares entities: each that is named may be as long as all of it.
pub fn growth(xml: &[u8]) -> usize {
    let plain = plain(xml);
    match memmem::find(&plain, ENTITY) {
        Some(_) => memchr_iter(b'&', &plain).count().saturating_mul(plain.len()),
        None => plain.len(),
    }
}

/// The bytes without zeros, which stand between the letters in the form of Unicode that has two bytes a letter.
fn plain(xml: &[u8]) -> Cow<'_, [u8]> {
    match memchr(0, xml) {
        Some(_) => Cow::Owned(xml.iter().copied().filter(|byte| *byte != 0).collect()),
        None => Cow::Borrowed(xml),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_parameters_are_found_however_they_are_written() {
        for declared in ["<!ENTITY % a \"x\">", "<!ENTITY\r\n\t%a 'x'>", "<!ENTITY% a 'x'>"] {
            let text = format!("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY b 'y'>{declared}]><x/>");
            assert!(has_parameters(text.as_bytes()), "{text}");
            for bytes in [u16::to_be_bytes, u16::to_le_bytes] {
                let units: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
                assert!(has_parameters(&units), "{text}");
            }
        }
        for other in ["", "<x>50 % &amp; 7</x>", "<!DOCTYPE x [<!ENTITY b '50 %'>]><x>&b;</x>", "<!ENTITY"] {
            assert!(!has_parameters(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn what_names_no_entity_of_its_own_grows_not_at_all() {
        let text = "<x>&amp;&amp;&amp;</x>";
        assert_eq!(growth(text.as_bytes()), text.len());
        let text = "<!DOCTYPE x [<!ENTITY a 'yyyy'>]><x>&a;&a;&a;</x>";
        assert_eq!(growth(text.as_bytes()), 3 * text.len());
    }
}
