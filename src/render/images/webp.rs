//! A WebP file without EXIF, XMP and unknown chunks; and with a colour profile.

use super::MAX_PROFILE;
use crate::parse::picture::webp::{chunks, file};

/// What pixels, their colours and an animation need.
const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"];

const HAS_PROFILE: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

/// The file with the chunks that are kept. None where it is damaged.
pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(bytes.len());
    let mut drops = HAS_EXIF | HAS_XMP;
    let mut profiles = file(bytes)?.map_while(|chunk| chunk).filter(|(name, _)| *name == b"ICCP");
    let profile = profiles.next().map(|(_, data)| data).filter(|data| data.len() <= MAX_PROFILE);
    if profile.is_none() {
        drops |= HAS_PROFILE;
    }
    let mut profile = profile.into_iter();
    for chunk in file(bytes)? {
        let (name, data) = chunk?;
        match name {
            b"VP8X" => {
                let (flags, rest) = data.split_first()?;
                push(&mut body, name, &[&[flags & !drops], rest].concat());
            }
            // A second one is read by nobody.
            b"ICCP" => profile.by_ref().for_each(|data| push(&mut body, name, data)),
            b"ANMF" => {
                let mut frame = data.get(..16)?.to_vec();
                for part in chunks(&data[16..]) {
                    let (name, data) = part?;
                    if KEPT.contains(&name) {
                        push(&mut frame, name, data);
                    }
                }
                push(&mut body, name, &frame);
            }
            _ if KEPT.contains(&name) => push(&mut body, name, data),
            _ => {}
        }
    }
    riff(&body)
}

/// How many bytes of it are packed without loss, or may be.
pub(super) fn without_loss(bytes: &[u8]) -> u64 {
    let chunks = file(bytes).into_iter().flatten().map_while(|chunk| chunk);
    let packed = chunks.filter(|(name, _)| matches!(*name, b"VP8L" | b"ALPH" | b"ANMF"));
    packed.map(|(_, data)| data.len() as u64).sum()
}

/// A still picture with a colour profile. None where it is damaged.
pub(super) fn with_profile(bytes: &[u8], size: (u32, u32), profile: &[u8]) -> Option<Vec<u8>> {
    let mut flags = HAS_PROFILE;
    let mut parts = Vec::with_capacity(bytes.len());
    for chunk in file(bytes)? {
        let (name, data) = chunk?;
        match name {
            b"VP8X" => flags |= data.first()? & HAS_ALPHA,
            b"ALPH" | b"VP8 " | b"VP8L" => push(&mut parts, name, data),
            _ => {}
        }
    }
    let (width, height) = (size.0.checked_sub(1)?.to_le_bytes(), size.1.checked_sub(1)?.to_le_bytes());
    let mut body = Vec::with_capacity(parts.len() + profile.len() + 64);
    push(&mut body, b"VP8X", &[&[flags, 0, 0, 0], &width[..3], &height[..3]].concat());
    push(&mut body, b"ICCP", profile);
    body.extend(parts);
    riff(&body)
}

fn riff(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len() + 12);
    out.extend(b"RIFF");
    out.extend(u32::try_from(body.len() + 4).ok()?.to_le_bytes());
    out.extend(b"WEBP");
    out.extend(body);
    Some(out)
}

fn push(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    out.extend(name);
    // What was read with a length of four bytes has one, and so has what we made of it.
    out.extend(u32::try_from(data.len()).unwrap_or_default().to_le_bytes());
    out.extend(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}
