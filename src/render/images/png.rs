//! A PNG file without texts, times and makers' own chunks.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// What pixels and their colours need, and what an animation does.
const KEPT: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The file with the chunks that are kept. None where it is damaged.
pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(SIGNATURE);
    for chunk in chunks(bytes) {
        let (name, whole) = chunk?;
        if KEPT.contains(&name) {
            out.extend(whole);
        } else if name[0].is_ascii_uppercase() {
            // A chunk that no reader may pass over, and none of ours knows.
            return None;
        }
        if name == b"IEND" {
            return Some(out);
        }
    }
    None
}

/// Does the file hold an animation?
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    chunks(bytes).map_while(|chunk| chunk).any(|(name, _)| name == b"acTL")
}

/// The chunks with their names, up to the last or the first that is cut off.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = Option<(&[u8; 4], &[u8])>> {
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
