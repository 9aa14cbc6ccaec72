//! The chunks of a WebP file.

const IS_ANIMATED: u8 = 0x02;

/// Does the file hold an animation?
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    let first = file(bytes).and_then(|mut chunks| chunks.next().flatten());
    matches!(first, Some((b"VP8X", [flags, ..])) if flags & IS_ANIMATED != 0)
}

/// A chunk: its name and what is in it.
pub type Chunk<'a> = (&'a [u8; 4], &'a [u8]);

/// The chunks of a file; what lies behind its stated end is no part of it.
pub fn file(bytes: &[u8]) -> Option<impl Iterator<Item = Option<Chunk<'_>>>> {
    let length = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?) as usize;
    let body = bytes.get(8..8_usize.checked_add(length)?)?;
    body.strip_prefix(b"WEBP").map(chunks)
}

/// The chunks, up to the last or the first that is cut off.
pub fn chunks(bytes: &[u8]) -> impl Iterator<Item = Option<Chunk<'_>>> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let now = rest.filter(|rest| !rest.is_empty())?;
        let chunk = first(now);
        // The last chunk's filling byte is forgotten by some.
        rest = chunk.map(|(_, data)| now.get(8 + data.len() + data.len() % 2..).unwrap_or_default());
        Some(chunk)
    })
}

fn first(bytes: &[u8]) -> Option<Chunk<'_>> {
    let length = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?) as usize;
    Some((bytes.first_chunk()?, bytes.get(8..8_usize.checked_add(length)?)?))
}
