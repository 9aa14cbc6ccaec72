//! The chunks of a PNG file.

/// What every PNG file begins with.
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// Does the file hold an animation? What says so stands before the pixels, behind any number of texts and profiles; what says so later is
/// passed over by all readers.
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    let before = chunks(bytes).map_while(|chunk| chunk).take_while(|(name, _)| *name != b"IDAT");
    before.into_iter().any(|(name, _)| name == b"acTL")
}

/// The chunks with their names, up to the last or the first that is cut off.
pub fn chunks(bytes: &[u8]) -> impl Iterator<Item = Option<(&[u8; 4], &[u8])>> {
    let mut rest = bytes.strip_prefix(SIGNATURE);
    std::iter::from_fn(move || {
        let now = rest?;
        if now.is_empty() {
            return None;
        }
        let chunk = first(now);
        rest = chunk.map(|(_, whole)| &now[whole.len()..]);
        Some(chunk)
    })
}

fn first(bytes: &[u8]) -> Option<(&[u8; 4], &[u8])> {
    let length = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
    let name = bytes.get(4..8)?.first_chunk()?;
    Some((name, bytes.get(..length.checked_add(12)?)?))
}
