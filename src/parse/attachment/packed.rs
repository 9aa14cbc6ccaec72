//! The names of the files in a packed document (ZIP), read from the list at its end. Nothing is unpacked, so nothing can be packed to
//! become large: a document costs one look at its list.

/// What the list's end begins with.
const END: &[u8] = b"PK\x05\x06";

/// What an entry of the list begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

/// How long the list's end is at the most: a comment may follow it.
const LONGEST_END: usize = 22 + 65_535;

/// How many files are looked at: a document has some dozen, one full of pictures some hundreds.
const MOST: usize = 20_000;

/// The names of the files; none where the bytes are no packed document, or one with more files than any has.
pub fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let from = bytes.len().saturating_sub(LONGEST_END);
    let end = from + memchr::memmem::rfind(bytes.get(from..)?, END)?;
    let count = usize::from(le16(bytes, end + 10)?);
    let mut at = usize::try_from(le32(bytes, end + 16)?).ok()?;
    if count == 0 || count > MOST {
        return None;
    }
    let mut names = Vec::with_capacity(count);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != ENTRY {
            return None;
        }
        let length = usize::from(le16(bytes, at + 28)?);
        let more = usize::from(le16(bytes, at + 30)?) + usize::from(le16(bytes, at + 32)?);
        names.push(bytes.get(at + 46..at + 46 + length)?);
        at += 46 + length + more;
    }
    // Something after what was counted is a list that another reader would read otherwise.
    (at == end).then_some(names)
}

fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}
