//! The blocks of a GIF file.

/// The one note of a program that browsers heed: how often an animation runs.
const LOOP: [&[u8; 11]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// One block of the file.
pub enum Block {
    /// A picture.
    Frame,
    /// How the next picture is shown, or how often all are.
    Control,
    /// Words, or another program's notes.
    Note,
}

/// Does the file hold more than one picture?
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    let blocks = blocks(bytes).into_iter().flatten().map_while(|block| block);
    blocks.filter(|(kind, _)| matches!(kind, Block::Frame)).nth(1).is_some()
}

/// Is no frame larger than the picture says that it is? A decoder takes the memory that the frame asks for.
pub(super) fn frames_are_within(bytes: &[u8]) -> bool {
    let side =
        |bytes: &[u8], at: usize| bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]));
    let blocks = blocks(bytes).into_iter().flatten().map_while(|block| block);
    let mut frames = blocks.filter(|(kind, _)| matches!(kind, Block::Frame));
    frames.all(|(_, frame)| side(frame, 5) <= side(bytes, 6) && side(frame, 7) <= side(bytes, 8))
}

/// Where the first block begins.
pub fn head(bytes: &[u8]) -> Option<usize> {
    Some(13 + colours(*bytes.get(10)?))
}

/// How many bytes a table of colours takes.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The blocks, up to the end mark; None for one that is cut off.
pub fn blocks(bytes: &[u8]) -> Option<impl Iterator<Item = Option<(Block, &[u8])>>> {
    let mut at = Some(head(bytes)?);
    Some(std::iter::from_fn(move || {
        let start = at?;
        if bytes.get(start) == Some(&0x3B) {
            return None;
        }
        let block = block(bytes, start);
        at = block.as_ref().map(|(_, whole)| start + whole.len());
        Some(block)
    }))
}

fn block(bytes: &[u8], at: usize) -> Option<(Block, &[u8])> {
    let (kind, data) = match *bytes.get(at)? {
        // A header, its own colours, a byte for the packing.
        0x2C => (Block::Frame, at + 11 + colours(*bytes.get(at + 9)?)),
        0x21 => match *bytes.get(at + 1)? {
            0xF9 => (Block::Control, at + 2),
            0xFF if LOOP.iter().any(|name| bytes.get(at + 3..at + 14) == Some(*name)) => {
                (Block::Control, at + 2)
            }
            _ => (Block::Note, at + 2),
        },
        _ => return None,
    };
    Some((kind, bytes.get(at..end(bytes, data)?)?))
}

/// Where a run of pieces, each with its length before it, ends.
fn end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
