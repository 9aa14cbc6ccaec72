//! A JPEG file without what it says about the person who took it.
//!
//! What is kept is named, not what is dropped: makers put what they like into the parts that are theirs.

use super::MAX_PROFILE;
use crate::parse::picture::{Segment, segment, segments};

const SOI: [u8; 2] = [0xFF, 0xD8];

/// The file with nothing but pixels, their tables, and what their colours mean. None where it is damaged.
pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(SOI);
    let mut at = 2;
    // In pieces of 64 kB each, and never packed.
    let is_profile = |part: &Segment<'_>| part.marker == 0xE2 && part.body.starts_with(b"ICC_PROFILE\0");
    let keeps_profile =
        segments(bytes).filter(is_profile).map(|part| part.body.len()).sum::<usize>() <= MAX_PROFILE;
    loop {
        let part = segment(bytes, at)?;
        match part.marker {
            0xD9 => {
                out.extend([0xFF, 0xD9]);
                return Some(out);
            }
            // The tables and the frame, then a scan, which its pixels follow.
            0xC0..=0xCF | 0xDB..=0xDD => push(&mut out, part.marker, part.body),
            0xDA => {
                push(&mut out, part.marker, part.body);
                let end = part.end + pixels(bytes.get(part.end..)?)?;
                out.extend(bytes.get(part.end..end)?);
                at = end;
                continue;
            }
            0xE0 if part.body.starts_with(b"JFIF\0") && part.body.len() >= 14 => {
                // A small picture of the picture may follow: it would show what was cut away.
                push(&mut out, 0xE0, &[part.body.get(..12)?, &[0, 0]].concat());
            }
            0xE2 if keeps_profile && is_profile(&part) => push(&mut out, 0xE2, part.body),
            0xEE if part.body.starts_with(b"Adobe") => push(&mut out, 0xEE, part.body),
            _ => {}
        }
        at = part.end;
    }
}

/// How many bytes the pixels of a whole file take, and in how many passes they are told: a progressive file goes over all of them again and again.
pub(super) fn scans(stripped: &[u8]) -> (usize, u64) {
    let (mut at, mut bytes, mut count) = (2, 0, 0);
    while let Some(part) = segment(stripped, at) {
        at = part.end;
        if part.marker == 0xDA {
            let length = stripped.get(at..).and_then(pixels).unwrap_or_default();
            (at, bytes, count) = (at + length, bytes + length, count + 1);
        }
    }
    (bytes, count)
}

/// Where the pixels end: at the next marker that is none of their own.
fn pixels(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|two| two[0] == 0xFF && !matches!(two[1], 0x00 | 0xD0..=0xD7 | 0xFF))
}

fn push(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    // A body was read with a length of two bytes that counted them.
    let length = u16::try_from(body.len() + 2).unwrap_or(2);
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend(body);
}

/// How many numbers a pixel has: one for grey, three for screens, four for print.
pub(super) fn components(bytes: &[u8]) -> u8 {
    let is_frame = |marker| matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
    segments(bytes)
        .find(|part| is_frame(part.marker))
        .and_then(|part| part.body.get(5).copied())
        .unwrap_or_default()
}
