//! A GIF file without comments, XMP and other programs' notes.

use crate::parse::picture::gif::{Block, blocks, head};

/// The file with nothing but pictures and how they are shown. None where it is damaged.
pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..head(bytes)?)?.to_vec();
    for block in blocks(bytes)? {
        match block? {
            (Block::Note, _) => {}
            (_, whole) => out.extend(whole),
        }
    }
    out.push(0x3B);
    Some(out)
}
