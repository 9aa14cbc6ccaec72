//! Entities that a document of XML declares for itself. The reader puts them together without a bound on what comes of all of them, so what could grow
//! is found in the bytes before it reads any.

use std::borrow::Cow;
use std::cell::LazyCell;

use memchr::{memchr, memchr_iter, memmem};

/// The longest declaration of a namespace, from its name to the quotation mark behind it. Office has some of a hundred bytes.
const LONGEST_NAMESPACE: usize = 300;

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

/// Does an entity stand for anything but plain words: for elements, for other entities, for signs in another form? What then stands in the document is
/// in none of its bytes. Drawing programs leave addresses.
pub fn has_hidden_markup(xml: &[u8]) -> bool {
    let plain = plain(xml);
    memmem::find_iter(&plain, ENTITY).any(|at| {
        value_of_entity(&plain[at..])
            .is_none_or(|value| value.iter().any(|byte| matches!(byte, b'<' | b'&' | b'%')))
    })
}

/// The value of an entity that is declared here; none where it is none, or too far away.
fn value_of_entity(declared: &[u8]) -> Option<&[u8]> {
    let near = &declared[..declared.len().min(LONGEST_NAMESPACE)];
    let from = near.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let value = &declared[from + 1..];
    Some(&value[..memchr(declared[from], value)?])
}

/// Is the address of a namespace, or its prefix, longer than any has? The reader copies those that are in force for each element, and into the name
/// of each attribute. One that names an entity is as long as that may be.
pub fn has_long_namespaces(xml: &[u8]) -> bool {
    let plain = plain(xml);
    let longest = LazyCell::new(|| longest_entity(&plain));
    memmem::find_iter(&plain, b"xmlns").any(|at| {
        let rest = &plain[at..];
        let near = &rest[..rest.len().min(LONGEST_NAMESPACE)];
        match quoted(near) {
            Quoted::No => false,
            Quoted::Open => true,
            Quoted::Whole(value) => memchr(b'&', value).is_some() && *longest > LONGEST_NAMESPACE,
        }
    })
}

/// What stands behind a name.
enum Quoted<'a> {
    /// No equals sign and quotation mark.
    No,
    /// A value whose end is not here, or a name that goes on.
    Open,
    Whole(&'a [u8]),
}

/// The value of an attribute that begins here.
fn quoted(attribute: &[u8]) -> Quoted<'_> {
    let is_name =
        |byte: &u8| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'<' | b'>' | b'"' | b'\'');
    let name = attribute.iter().take_while(|byte| is_name(byte)).count();
    let rest = attribute[name..].trim_ascii_start();
    let Some((sign, rest)) = rest.split_first() else { return Quoted::Open };
    let Some((mark, value)) = rest.trim_ascii_start().split_first().filter(|_| *sign == b'=') else {
        return if *sign == b'=' { Quoted::Open } else { Quoted::No };
    };
    match mark {
        b'"' | b'\'' => memchr(*mark, value).map_or(Quoted::Open, |end| Quoted::Whole(&value[..end])),
        _ => Quoted::No,
    }
}

/// What the longest entity stands for, in bytes. One that names others may be as long as all of them.
fn longest_entity(document: &[u8]) -> usize {
    let length = |at: usize| {
        let value = value_of_entity(&document[at..])?;
        memchr(b'&', value).is_none().then_some(value.len())
    };
    memmem::find_iter(document, ENTITY).map(|at| length(at).unwrap_or(usize::MAX)).max().unwrap_or_default()
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
    fn a_namespace_is_as_long_as_it_and_what_it_names() {
        let long = "x".repeat(400);
        for (text, is_long) in [
            ("<a xmlns=\"http://www.w3.org/2000/svg\" xmlns:b='u'/>".to_string(), false),
            (format!("<a xmlns:b = \"{long}\"/>"), true),
            (format!("<a xmlns:{long}='u'/>"), true),
            (format!("<a xmlns:b\n=\n'{long}'/>"), true),
            (format!("<a xmlns:b{}='u'/>", " ".repeat(400)), true),
            (format!("<p>It says xmlns, and {long} \"so\" = xmlns</p>"), false),
            ("<!DOCTYPE a [<!ENTITY n 'http://a.example/'>]><a xmlns='&n;'/>".to_string(), false),
            (format!("<!DOCTYPE a [<!ENTITY n '{long}'>]><a xmlns='&n;'/>"), true),
            (format!("<!DOCTYPE a [<!ENTITY n \"u>{long}\">]><a xmlns='&n;'/>"), true),
            ("<!DOCTYPE a [<!ENTITY m 'u'><!ENTITY n '&m;&m;'>]><a xmlns='&n;'/>".to_string(), true),
            (format!("<!DOCTYPE a [<!ENTITY n '{long}'>]><a xmlns='u'>&n;</a>"), false),
        ] {
            assert_eq!(has_long_namespaces(text.as_bytes()), is_long, "{text}");
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(has_long_namespaces(&units), is_long, "{text}");
        }
    }

    #[test]
    fn an_entity_that_stands_for_more_than_words_is_found() {
        for (value, is_hidden) in [
            ("http://www.w3.org/2000/svg", false),
            ("50 > 7", false),
            ("<g/>", true),
            ("&#60;g/>", true),
            ("&b;", true),
            ("%b;", true),
        ] {
            let text = format!("<!DOCTYPE a [<!ENTITY a 'x'>\n<!ENTITY b \"{value}\">]><a>&b;</a>");
            assert_eq!(has_hidden_markup(text.as_bytes()), is_hidden, "{text}");
        }
        assert!(has_hidden_markup(b"<!DOCTYPE a [<!ENTITY b") && !has_hidden_markup(b"<a>&amp;</a>"));
    }

    #[test]
    fn what_names_no_entity_of_its_own_grows_not_at_all() {
        let text = "<x>&amp;&amp;&amp;</x>";
        assert_eq!(growth(text.as_bytes()), text.len());
        let text = "<!DOCTYPE x [<!ENTITY a 'yyyy'>]><x>&a;&a;&a;</x>";
        assert_eq!(growth(text.as_bytes()), 3 * text.len());
    }
}
