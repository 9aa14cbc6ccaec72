//! In which encoding a file is: UTF-8 is read, others are told by their name.

use crate::base::characters::find_forbidden;
use crate::base::{At, Code, Report};

/// The text of a file: UTF-8, without characters that no text has.
pub fn decode<'a>(bytes: &'a [u8], report: &mut Report) -> Option<&'a str> {
    // A file of Word or Excel is a packed folder. With the ending .md it is still one.
    if bytes.starts_with(b"PK\x03\x04") {
        report.add(Code::NotUtf8, At::File).with("encoding", "office").with("line", 0);
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (encoding, line) = guess_encoding(bytes, error.valid_up_to());
            report.add(Code::NotUtf8, At::File).with("encoding", encoding).with("line", line);
            return None;
        }
    };
    if is_wide(bytes) {
        report.add(Code::NotUtf8, At::File).with("encoding", "UTF-16").with("line", 0);
        return None;
    }
    if let Some((at, c)) = find_forbidden(text) {
        let at = At::Span(at..at + c.len_utf8());
        report.add(Code::ControlCharacter, at).with("character", format!("{:04X}", u32::from(c)));
        return None;
    }
    Some(text)
}

/// Is it UTF-16? Every other byte of a text in it is zero, also where no mark at its beginning says so.
fn is_wide(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().take(400).filter(|byte| **byte == 0).count();
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || zeros * 3 > bytes.len().min(400)
}

fn guess_encoding(bytes: &[u8], valid: usize) -> (&'static str, usize) {
    if is_wide(bytes) {
        return ("UTF-16", 0);
    }
    let line = bytes[..valid].iter().filter(|b| **b == b'\n').count() + 1;
    // å ä ö Å Ä Ö é, as Windows-1252 and Latin-1 write them.
    let swedish = [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9];
    if bytes.get(valid).is_some_and(|b| swedish.contains(b)) { ("latin-1", line) } else { ("none", line) }
}
