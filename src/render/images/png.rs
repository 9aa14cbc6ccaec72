//! A PNG file without texts, times and makers' own chunks.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::{ImageDecoder, Limits};

use super::MAX_PROFILE;
use crate::parse::picture::png::{SIGNATURE, chunks};

/// What pixels and their colours need, and what an animation does.
const KEPT: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The file with the chunks that are kept. None where it is damaged.
pub(super) fn strip(bytes: &[u8], keeps_profile: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(SIGNATURE);
    let mut has_profile = false;
    for chunk in chunks(bytes) {
        let (name, whole) = chunk?;
        // A second profile is read by nobody, and not looked at either.
        let is_kept = name != b"iCCP" || (keeps_profile && !std::mem::replace(&mut has_profile, true));
        if KEPT.contains(&name) {
            out.extend(if is_kept { whole } else { &[] });
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

/// The colour profile, unless it is larger than any is. It is packed, a thousand times at most, so a small file can hold one that fills a
/// computer's memory; it is unpacked alone, in the place of one pixel, by a reader that stops in time.
pub(super) fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    const HEAD: &[u8] = b"\x89PNG\x0D\x0A\x1A\x0A\x00\x00\x00\x0DIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9BU";
    const TAIL: &[u8] =
        b"\x00\x00\x00\x0AIDATx\x9Cc`\x00\x00\x00\x02\x00\x01H\xAF\xA4q\x00\x00\x00\x00IEND\xAEB`\x82";
    let before = chunks(bytes).map_while(|chunk| chunk).take_while(|(name, _)| *name != b"IDAT");
    let (_, chunk) = before.into_iter().find(|(name, _)| *name == b"iCCP")?;
    // What is larger when it is packed is none either.
    if chunk.len() > MAX_PROFILE {
        return None;
    }
    let mut limits = Limits::default();
    // The packed one counts, too.
    limits.max_alloc = Some(2 * MAX_PROFILE as u64 + 65_536);
    let mut decoder = PngDecoder::with_limits(Cursor::new([HEAD, chunk, TAIL].concat()), limits).ok()?;
    decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= MAX_PROFILE)
}
