//! What a picture is, read from its first bytes: its format and its size as it is shown.
//!
//! Only headers are read, never pixels, so that a file that says it is a hundred thousand pixels wide costs nothing. A telephone
//! stores a picture as the chip saw it and notes how it was held; sizes here are as a person sees them.
//!
//! Whether a picture moves and which smaller ones are made of it is decided here, once: what is planned, what `check` lets pass and what a build
//! makes must be the same.

pub mod gif;
pub mod png;
pub mod webp;

use std::fmt;

use image::metadata::Orientation;

use crate::base::Phrase;

/// The largest file that is taken, in bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// The most pixels that are taken.
pub(crate) const MAX_PIXELS: u64 = 100_000_000;

/// The longest side that is taken, in pixels. To make a picture narrower costs some memory for each column of it, whatever its height.
pub(crate) const MAX_SIDE: u32 = 30_000;

/// A format that browsers show and that we can make smaller.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// JPEG: photographs.
    Jpeg,
    /// PNG: drawings and screenshots.
    Png,
    /// WebP: both.
    WebP,
    /// GIF: small animations.
    Gif,
}

impl Format {
    /// The endings that a file of this format may have, the usual one first.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::WebP => &["webp"],
            Self::Gif => &["gif"],
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
        })
    }
}

/// A picture's format and size.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Picture {
    /// What the bytes are, whatever the file is called.
    pub format: Format,
    /// Its width as shown, in pixels.
    pub width: u32,
    /// Its height as shown, in pixels.
    pub height: u32,
    /// Does it move?
    pub is_animated: bool,
}

/// The widths of smaller pictures, in pixels.
pub const WIDTHS: [u32; 4] = [400, 800, 1200, 1600];

impl Picture {
    /// The widths that smaller pictures are made in, from the narrowest: those below its own, and its own unless that is very wide. An animation has
    /// none, since a still one would be another picture, and one that is far too tall for WebP neither.
    pub fn widths(&self) -> Vec<u32> {
        if self.is_animated || self.height > self.width.saturating_mul(10) {
            return Vec::new();
        }
        let own = Some(self.width).filter(|width| WIDTHS.last().is_some_and(|last| width <= last));
        WIDTHS.into_iter().filter(|width| *width < self.width).chain(own).collect()
    }
}

/// Why a file is not taken as a picture.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum PictureError {
    /// SVG, which can hold script.
    Svg,
    /// A known format that browsers do not all show, or that we cannot make smaller: its name.
    Unsupported(&'static str),
    /// Nothing that we know.
    Unknown,
    /// It begins as this format and goes on as something else.
    Damaged(Format),
    /// The file is larger than [`MAX_BYTES`]: its bytes.
    TooManyBytes(usize),
    /// The picture has more than [`MAX_PIXELS`].
    TooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// A side of the picture is longer than [`MAX_SIDE`].
    TooLong {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
}

impl std::error::Error for PictureError {}

impl PictureError {
    /// What to do about it: the key of an advice.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Svg | Self::Unsupported(_) | Self::Unknown => "format",
            Self::Damaged(_) => "again",
            Self::TooManyBytes(_) | Self::TooManyPixels { .. } | Self::TooLong { .. } => "smaller",
        }
    }

    /// Why, in a message.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Svg => Phrase::new("picture-svg"),
            Self::Unsupported(name) => Phrase::new("picture-unsupported").with("format", name),
            Self::Unknown => Phrase::new("picture-unknown"),
            Self::Damaged(format) => Phrase::new("picture-damaged").with("format", format),
            Self::TooManyBytes(bytes) => Phrase::new("picture-bytes")
                .with("size", bytes / 1_048_576)
                .with("limit", MAX_BYTES / 1_048_576),
            Self::TooManyPixels { width, height } => Phrase::new("picture-pixels")
                .with("width", width)
                .with("height", height)
                .with("limit", MAX_PIXELS / 1_000_000),
            Self::TooLong { width, height } => Phrase::new("picture-side")
                .with("width", width)
                .with("height", height)
                .with("limit", MAX_SIDE),
        }
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg => f.write_str("this is an SVG, which can hold script; save it as PNG or WebP"),
            Self::Unsupported(name) => write!(f, "this is a picture in {name}; save it as JPEG, PNG or WebP"),
            Self::Unknown => f.write_str("this is no picture that we know; save it as JPEG, PNG or WebP"),
            Self::Damaged(format) => write!(f, "this {format} picture is damaged or cut off"),
            Self::TooManyBytes(bytes) => {
                write!(f, "this file is {} MB, more than {} MB", bytes / 1_048_576, MAX_BYTES / 1_048_576)
            }
            Self::TooManyPixels { width, height } => write!(
                f,
                "this picture is {width} × {height} pixels, more than {} million",
                MAX_PIXELS / 1_000_000
            ),
            Self::TooLong { width, height } => {
                write!(
                    f,
                    "this picture is {width} × {height} pixels, and a side of it longer than {MAX_SIDE}"
                )
            }
        }
    }
}

/// Reads what a picture is.
pub fn read(bytes: &[u8]) -> Result<Picture, PictureError> {
    let format = format(bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(PictureError::TooManyBytes(bytes.len()));
    }
    let size = match format {
        Format::Jpeg => jpeg_size(bytes),
        Format::Png => png_size(bytes),
        Format::WebP => webp_size(bytes),
        Format::Gif => Some((u32::from(le16(bytes, 6)), u32::from(le16(bytes, 8)))),
    };
    let (width, height) =
        size.filter(|(width, height)| *width > 0 && *height > 0).ok_or(PictureError::Damaged(format))?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    if width.max(height) > MAX_SIDE {
        return Err(PictureError::TooLong { width, height });
    }
    let is_within = match format {
        Format::Gif => gif::frames_are_within(bytes),
        Format::WebP => webp_is_within(bytes, (width, height)),
        Format::Jpeg | Format::Png => true,
    };
    if !is_within {
        return Err(PictureError::Damaged(format));
    }
    let on_its_side = format == Format::Jpeg && orientation(bytes).to_exif() >= 5;
    let (width, height) = if on_its_side { (height, width) } else { (width, height) };
    let is_animated = match format {
        Format::Jpeg => false,
        Format::Png => png::is_animated(bytes),
        Format::WebP => webp::is_animated(bytes),
        Format::Gif => gif::is_animated(bytes),
    };
    Ok(Picture { format, width, height, is_animated })
}

/// How a JPEG picture was held. As it is stored, where that is not said.
pub(crate) fn orientation(jpeg: &[u8]) -> Orientation {
    segments(jpeg)
        .filter(|segment| segment.marker == 0xE1)
        .find_map(|segment| Orientation::from_exif_chunk(segment.body.strip_prefix(b"Exif\0\0")?))
        .unwrap_or(Orientation::NoTransforms)
}

/// One part of a JPEG file before its pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment<'a> {
    /// What it is.
    pub marker: u8,
    /// What it says, without marker and length.
    pub body: &'a [u8],
    /// Where it ends in the file.
    pub end: usize,
}

/// The parts of a JPEG file up to the first pixels, whose header is the last. It ends early where the file is damaged.
pub(crate) fn segments(jpeg: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let segment = segment(jpeg, at)?;
        at = segment.end;
        done = segment.marker == 0xDA;
        Some(segment)
    })
}

/// The part of a JPEG file that begins here.
pub(crate) fn segment(jpeg: &[u8], mut at: usize) -> Option<Segment<'_>> {
    if *jpeg.get(at)? != 0xFF {
        return None;
    }
    // Any number of fill bytes may come before the marker.
    while *jpeg.get(at)? == 0xFF {
        at += 1;
    }
    let marker = *jpeg.get(at)?;
    at += 1;
    if matches!(marker, 0x01 | 0xD0..=0xD9) {
        return Some(Segment { marker, body: &[], end: at });
    }
    let length = usize::from(be16(jpeg, at)?);
    let body = jpeg.get(at + 2..at.checked_add(length)?)?;
    Some(Segment { marker, body, end: at + length })
}

fn format(bytes: &[u8]) -> Result<Format, PictureError> {
    let brand = || bytes.get(8..12).unwrap_or_default();
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Format::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Format::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Format::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if brand().starts_with(b"avi") => {
            Err(PictureError::Unsupported("AVIF"))
        }
        [_, _, _, _, b'f', b't', b'y', b'p', ..]
            if [b"hei", b"hev", b"mif", b"msf"].iter().any(|name| brand().starts_with(*name)) =>
        {
            Err(PictureError::Unsupported("HEIC"))
        }
        [b'B', b'M', ..] if bytes.len() > 25 => Err(PictureError::Unsupported("BMP")),
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Err(PictureError::Unsupported("TIFF")),
        [0xFF, 0x0A, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => {
            Err(PictureError::Unsupported("JPEG XL"))
        }
        _ if is_svg(bytes) => Err(PictureError::Svg),
        _ => Err(PictureError::Unknown),
    }
}

/// Is there the beginning of an SVG within the first bytes, in any usual encoding?
fn is_svg(bytes: &[u8]) -> bool {
    let start: Vec<u8> =
        bytes.iter().take(8192).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    start.windows(4).any(|window| window == b"<svg") || start.windows(5).any(|window| window == b":svg ")
}

fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = segments(bytes).find(|segment| {
        matches!(segment.marker, 0xC0..=0xCF) && !matches!(segment.marker, 0xC4 | 0xC8 | 0xCC)
    })?;
    Some((u32::from(be16(frame.body, 3)?), u32::from(be16(frame.body, 1)?)))
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.get(8..16)? != b"\0\0\0\x0DIHDR" {
        return None;
    }
    let be32 = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((be32(16)?, be32(20)?))
}

fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (name, body) = (bytes.get(12..16)?, bytes.get(20..)?);
    match name {
        b"VP8X" => {
            let le24 = |at: usize| Some(u32::from(le16(body, at)) | u32::from(*body.get(at + 2)?) << 16);
            Some((le24(4)? + 1, le24(7)? + 1))
        }
        _ => frame_size(name, body),
    }
}

/// How large a frame of a WebP file is.
fn frame_size(name: &[u8], body: &[u8]) -> Option<(u32, u32)> {
    match name {
        b"VP8 " if body.get(3..6)? == [0x9D, 0x01, 0x2A] => {
            Some((u32::from(le16(body, 6) & 0x3FFF), u32::from(le16(body, 8) & 0x3FFF)))
        }
        b"VP8L" if *body.first()? == 0x2F => {
            let bits = u32::from_le_bytes(body.get(1..5)?.try_into().ok()?);
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        _ => None,
    }
}

/// Is no frame of a WebP file larger than the picture says that it is? A decoder takes the memory that the frame asks for.
fn webp_is_within(bytes: &[u8], (width, height): (u32, u32)) -> bool {
    let is_within = |(name, body): webp::Chunk<'_>| {
        frame_size(name, body).is_none_or(|(own, high)| own <= width && high <= height)
    };
    webp::file(bytes).into_iter().flatten().map_while(|chunk| chunk).all(|(name, body)| match name {
        // A frame of an animation, behind where and how it is shown.
        b"ANMF" => {
            let frames = webp::chunks(body.get(16..).unwrap_or_default());
            frames.map_while(|chunk| chunk).all(is_within)
        }
        _ => is_within((name, body)),
    })
}

fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

/// Zero where there are no such bytes, which no size is.
fn le16(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes)
}
