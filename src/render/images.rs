//! What visitors get of a picture: the original without what it tells about its maker, and smaller ones.
//!
//! A picture from a telephone says where it was taken, often to the metre, when, with what, and may hold a small copy from
//! before someone was cut out of it. None of that is published. Pixels are left as they are: only a JPEG that was held
//! otherwise is written anew, upright, because the note that says so goes with the rest.
//!
//! The same picture gives the same bytes on every machine: all arithmetic is in whole numbers, and no thread takes part.

mod gif;
mod jpeg;
mod png;
mod webp;

use std::borrow::Cow;
use std::fmt;
use std::io::Cursor;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use fast_image_resize as fir;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use crate::base::{Phrase, allowance};
use crate::parse::picture::{self, Format, Picture};

/// How well a smaller picture is packed, of a hundred.
const QUALITY: f32 = 78.0;

/// How well an upright JPEG is packed, of a hundred: high, since it was packed once before.
const UPRIGHT_QUALITY: u8 = 90;

/// More bytes than this no picture may take while it is worked on.
const MEMORY: u64 = 512 * 1024 * 1024;

/// A larger colour profile no picture has: one for screens takes a few kilobytes, one for a printing press half a megabyte. What is larger is
/// dropped; it would reach every reader, whose browser unpacks it.
const MAX_PROFILE: usize = 1024 * 1024;

/// A smaller picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variant {
    /// Its width in pixels.
    pub width: u32,
    /// The WebP file.
    pub bytes: Vec<u8>,
}

/// Why a picture could not be worked on.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ImageError {
    /// It is damaged or cut off.
    Damaged(Format),
    /// Its pixels could not be read: what the decoder said.
    Pixels(String),
    /// It could not be packed: what the encoder said.
    Packing(String),
    /// It has far more pixels than its bytes have to say, as many before it had.
    Plain(Picture),
}

impl std::error::Error for ImageError {}

impl ImageError {
    /// What to do about it: the key of an advice.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Damaged(_) | Self::Pixels(_) => "again",
            Self::Packing(_) | Self::Plain(_) => "smaller",
        }
    }

    /// Why, in a message.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Damaged(format) => Phrase::new("picture-damaged").with("format", format),
            Self::Pixels(said) => Phrase::new("picture-unreadable").with("said", said),
            Self::Packing(said) => Phrase::new("picture-unpackable").with("said", said),
            Self::Plain(picture) => {
                Phrase::new("picture-plain").with("width", picture.width).with("height", picture.height)
            }
        }
    }
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(format) => write!(f, "this {format} picture is damaged or cut off"),
            Self::Pixels(said) => write!(f, "this picture cannot be read: {said}"),
            Self::Packing(said) => write!(f, "this picture cannot be made smaller: {said}"),
            Self::Plain(picture) => {
                write!(f, "{} × {} pixels with next to nothing in them", picture.width, picture.height)
            }
        }
    }
}

/// The original as it is published: without EXIF, XMP, IPTC, comments, thumbnails and what follows the end.
pub fn published<'a>(bytes: &'a [u8], picture: &Picture) -> Result<Cow<'a, [u8]>, ImageError> {
    if picture.format == Format::Jpeg && picture::orientation(bytes) != Orientation::NoTransforms {
        return upright(bytes, picture);
    }
    let keeps_profile = picture.format != Format::Png || png::profile(bytes).is_some();
    let stripped = stripped(bytes, picture, keeps_profile)?;
    Ok(if stripped == bytes { Cow::Borrowed(bytes) } else { Cow::Owned(stripped) })
}

/// The widest and highest that a picture is of use: pages show it at half as much, and screens that are finer than that are rare.
const USEFUL: u32 = 2400;

/// The same picture with fewer pixels and without what it says of its maker, in its own format; none where it has no more than pages can use,
/// or moves.
pub fn smaller(bytes: &[u8], picture: &Picture) -> Result<Option<Vec<u8>>, ImageError> {
    let largest = picture.width.max(picture.height);
    if largest <= USEFUL || picture.is_animated || picture.format == Format::Gif {
        return Ok(None);
    }
    let width = u64::from(picture.width) * u64::from(USEFUL) / u64::from(largest);
    let width = u32::try_from(width).unwrap_or(USEFUL).max(1);
    let _room = PixelBudget::take(bytes, picture, u64::from(USEFUL) * u64::from(USEFUL));
    let (pixels, profile) = pixels(bytes, picture)?;
    let profile = profile.filter(|profile| is_of(profile, b"RGB ") && may_have_profile(bytes, picture));
    let source = Raw::of(pixels);
    let resized = source.resized(width)?;
    let colours = if resized.has_alpha { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    let size = (resized.width, resized.height);
    let mut out = Vec::new();
    let packed = match picture.format {
        Format::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut out, UPRIGHT_QUALITY);
            if let Some(profile) = profile {
                // An encoder that cannot hold the profile packs the picture without.
                let _ = encoder.set_icc_profile(profile);
            }
            encoder.write_image(&resized.plain(), size.0, size.1, colours)
        }
        Format::Png => {
            let mut encoder = PngEncoder::new(&mut out);
            if let Some(profile) = profile {
                let _ = encoder.set_icc_profile(profile);
            }
            encoder.write_image(&resized.plain(), size.0, size.1, colours)
        }
        _ => return resized.packed(Effort::Usual, profile.as_deref()).map(Some),
    };
    packed.map_err(|error| ImageError::Packing(error.to_string()))?;
    Ok(Some(out))
}

fn stripped(bytes: &[u8], picture: &Picture, keeps_profile: bool) -> Result<Vec<u8>, ImageError> {
    let stripped = match picture.format {
        Format::Jpeg => jpeg::strip(bytes),
        Format::Png => png::strip(bytes, keeps_profile),
        Format::WebP => webp::strip(bytes),
        Format::Gif => gif::strip(bytes),
    };
    stripped.ok_or(ImageError::Damaged(picture.format))
}

/// Looks at all of a picture as if it were made, and keeps nothing of it: what passes here can be made.
pub fn look_at(bytes: &[u8], picture: &Picture) -> Result<(), ImageError> {
    let _room = PixelBudget::take(bytes, picture, 0);
    pixels(bytes, picture).map(|_| ())
}

/// Smaller pictures of the original, from the narrowest.
pub fn variants(bytes: &[u8], picture: &Picture) -> Result<Vec<Variant>, ImageError> {
    let widths = picture.widths();
    if widths.is_empty() {
        return Ok(Vec::new());
    }
    let widest = u64::from(widths.last().copied().unwrap_or_default());
    let height = u64::from(picture.height) * widest / u64::from(picture.width.max(1));
    let _room = PixelBudget::take(bytes, picture, widest * height);
    let (pixels, profile) = pixels(bytes, picture)?;
    let profile = profile.filter(|profile| is_of(profile, b"RGB ") && may_have_profile(bytes, picture));
    let source = Raw::of(pixels);
    let effort = Effort::for_file(bytes, picture);
    let variant =
        |width| Ok(Variant { width, bytes: source.resized(width)?.packed(effort, profile.as_deref())? });
    widths.into_iter().map(variant).collect()
}

/// How many pixels a byte of a file has to say something of, at the most: a photograph's has two to ten, a drawing's some dozens.
const PIXELS_A_BYTE: u64 = 100;

/// How many pixels a byte of a photograph never speaks for.
const PLAIN: u64 = 50;

/// How many pixels beyond that all pictures of a run may have together. A file of some dozen bytes can be a hundred million pixels, and each of
/// them costs as long as those of a photograph.
const UNEARNED: u64 = 60_000_000;

/// How many a picture may have alone, each counted again for so many passes: a JPEG may go over them a hundred times, and be two hundred bytes longer
/// for each. Cameras and programs make ten passes of twenty at the most.
const MOST_ALONE: u64 = 300_000_000;
const PASSES: u64 = 12;

/// So often other files are gone over.
const ONCE: u64 = 1;

static SPENT: AtomicU64 = AtomicU64::new(0);

/// How many pixels the bytes of all pictures of a run may still speak for.
static SPOKEN_FOR: AtomicU64 = AtomicU64::new(u64::MAX);

/// A run begins, or a person brings pictures: what those of before have cost is no longer counted. A program may serve for weeks.
pub fn begin() {
    SPENT.store(0, Ordering::Relaxed);
    SPOKEN_FOR.store(u64::MAX, Ordering::Relaxed);
}

/// The same of pictures that lie packed in a file of so many bytes: they say no more than it does, since what says nothing is packed to nothing.
pub fn begin_packed(bytes: usize) {
    SPENT.store(0, Ordering::Relaxed);
    SPOKEN_FOR.store(PIXELS_A_BYTE.saturating_mul(bytes as u64), Ordering::Relaxed);
}

/// Counts what a picture costs beyond what its bytes have to say, without those that no decoder reads pixels from.
fn earn(stripped: &[u8], picture: &Picture) -> Result<(), ImageError> {
    let (said, passes) = match picture.format {
        Format::Jpeg => jpeg::scans(stripped),
        _ => (stripped.len(), ONCE),
    };
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    let work = pixels.saturating_mul(1 + passes / PASSES);
    if work > MOST_ALONE {
        return Err(ImageError::Plain(*picture));
    }
    let wanted = work.min(PIXELS_A_BYTE.saturating_mul(said as u64));
    let less = |left: u64| Some(if left == u64::MAX { left } else { left.saturating_sub(wanted) });
    let left =
        SPOKEN_FOR.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).unwrap_or_else(|left| left);
    let unearned = work - wanted.min(left);
    let before = SPENT.fetch_add(unearned, Ordering::Relaxed);
    // One alone may be as plain as it likes.
    if unearned > 0 && before > 0 && before + unearned > UNEARNED {
        return Err(ImageError::Plain(*picture));
    }
    Ok(())
}

/// How many bytes of unpacked pictures are held at a time, however many threads there are.
const ROOM: u64 = 400 * 1024 * 1024;

/// How many bytes of tables the reader makes of one byte of a WebP without loss, at the most: a code of some ninety bits becomes four thousand, and there
/// may be more of them than pixels.
const CODES: u64 = 350;

static HELD: Mutex<u64> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// Room for a picture that is unpacked, given back when it is dropped.
struct PixelBudget(u64);

impl PixelBudget {
    /// Waits until there is room, also for the largest picture that is made of it; one that needs all of it, or more, is unpacked alone.
    fn take(file: &[u8], picture: &Picture, made: u64) -> Self {
        // A PNG may have two bytes for each of four channels, and is turned to one byte each.
        let depth = if picture.format == Format::Png { 12 } else { 8 };
        // The encoder is given a copy, and has its own, in two forms.
        let packing = 4 + 3 + 4 + 4;
        let pixels = u64::from(picture.width) * u64::from(picture.height);
        let codes = if picture.format == Format::WebP { webp::without_loss(file) * CODES } else { 0 };
        let bytes = (pixels * depth + made * packing + codes).min(ROOM);
        let held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |held: &mut u64| *held + bytes > ROOM;
        let mut held = FREED.wait_while(held, is_full).unwrap_or_else(PoisonError::into_inner);
        *held += bytes;
        Self(bytes)
    }
}

impl Drop for PixelBudget {
    fn drop(&mut self) {
        *HELD.lock().unwrap_or_else(PoisonError::into_inner) -= self.0;
        FREED.notify_all();
    }
}

/// A JPEG turned as it was held.
fn upright<'a>(bytes: &[u8], picture: &Picture) -> Result<Cow<'a, [u8]>, ImageError> {
    let _room = PixelBudget::take(bytes, picture, 0);
    let (pixels, profile) = pixels(bytes, picture)?;
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, UPRIGHT_QUALITY);
    let space: &[u8; 4] = if pixels.color().has_color() { b"RGB " } else { b"GRAY" };
    if let Some(profile) = profile.filter(|profile| is_of(profile, space) && may_have_profile(bytes, picture))
    {
        // An encoder that cannot hold the profile packs the picture without.
        let _ = encoder.set_icc_profile(profile);
    }
    encoder.encode_image(&pixels).map_err(|error| ImageError::Packing(error.to_string()))?;
    Ok(Cow::Owned(out))
}

/// The pixels as they are shown, and their colour profile.
fn pixels(bytes: &[u8], picture: &Picture) -> Result<(DynamicImage, Option<Vec<u8>>), ImageError> {
    let format = match picture.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
    };
    let error = |error: image::ImageError| ImageError::Pixels(error.to_string());
    // Only what is published is decoded: no reader gets to see a text or a profile that unpacks to fill the memory.
    let stripped = stripped(bytes, picture, false)?;
    earn(&stripped, picture)?;
    let mut reader = ImageReader::with_format(Cursor::new(&stripped), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(error)?;
    let (width, height) = decoder.dimensions();
    let shown = u64::from(picture.width) * u64::from(picture.height);
    if u64::from(width) * u64::from(height) != shown {
        return Err(ImageError::Damaged(picture.format));
    }
    // A damaged profile is no profile.
    let profile = match picture.format {
        Format::Png => png::profile(bytes),
        _ => decoder.icc_profile().ok().flatten(),
    };
    if decoder.total_bytes() > MEMORY {
        return Err(ImageError::Pixels(format!("{} MB unpacked", decoder.total_bytes() / 1_048_576)));
    }
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(error)?;
    if picture.format == Format::Jpeg {
        pixels.apply_orientation(picture::orientation(bytes));
    }
    if (pixels.width(), pixels.height()) != (picture.width, picture.height) {
        return Err(ImageError::Damaged(picture.format));
    }
    allowance::unpacked(shown);
    Ok((pixels, profile))
}

/// Is the profile one for colours of this kind?
fn is_of(profile: &[u8], space: &[u8; 4]) -> bool {
    profile.get(16..20) == Some(space)
}

/// Print colours are decoded to others than their profile is for.
fn may_have_profile(bytes: &[u8], picture: &Picture) -> bool {
    picture.format != Format::Jpeg || jpeg::components(bytes) != 4
}

/// How hard a packer looks for the fewest bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Effort {
    /// As the encoder's makers advise.
    Usual,
    /// A third of the time. A drawing has little to find; a file that unpacks to noise is not worth more.
    Little,
}

impl Effort {
    fn for_file(bytes: &[u8], picture: &Picture) -> Self {
        let pixels = u64::from(picture.width) * u64::from(picture.height);
        if pixels > PLAIN * bytes.len() as u64 { Self::Little } else { Self::Usual }
    }

    /// The encoder's own number of it.
    fn method(self) -> i32 {
        match self {
            Self::Usual => 4,
            Self::Little => 0,
        }
    }
}

/// Plain pixels, four bytes each: what makes them narrower is compiled for that kind alone, which is a tenth of the program less.
struct Raw {
    pixels: Vec<u8>,
    width: u32,
    height: u32,
    has_alpha: bool,
}

impl Raw {
    fn of(image: DynamicImage) -> Self {
        let (width, height, has_alpha) = (image.width(), image.height(), image.color().has_alpha());
        Self { pixels: image.into_rgba8().into_raw(), width, height, has_alpha }
    }

    fn resized(&self, width: u32) -> Result<Cow<'_, Self>, ImageError> {
        if width == self.width {
            return Ok(Cow::Borrowed(self));
        }
        let error = |error: &dyn fmt::Display| ImageError::Packing(error.to_string());
        let exact = u64::from(self.height) * u64::from(width);
        let height = (exact + u64::from(self.width) / 2) / u64::from(self.width.max(1));
        let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
        let kind = fir::PixelType::U8x4;
        let from = fir::images::ImageRef::new(self.width, self.height, &self.pixels, kind);
        let from = from.map_err(|buffer| error(&buffer))?;
        let mut to = fir::images::Image::new(width, height, kind);
        let lanczos = fir::ResizeAlg::Convolution(fir::FilterType::Lanczos3);
        let options = fir::ResizeOptions::new().resize_alg(lanczos).use_alpha(self.has_alpha);
        fir::Resizer::new().resize(&from, &mut to, &options).map_err(|resize| error(&resize))?;
        Ok(Cow::Owned(Self { pixels: to.into_vec(), width, height, has_alpha: self.has_alpha }))
    }

    /// The pixels as encoders want them: three bytes each where nothing shines through.
    fn plain(&self) -> Cow<'_, [u8]> {
        if self.has_alpha {
            return Cow::Borrowed(&self.pixels);
        }
        Cow::Owned(self.pixels.as_chunks::<4>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect())
    }

    fn packed(&self, effort: Effort, profile: Option<&[u8]>) -> Result<Vec<u8>, ImageError> {
        allowance::pixels(u64::from(self.width) * u64::from(self.height));
        let layout = if self.has_alpha { ::webp::PixelLayout::Rgba } else { ::webp::PixelLayout::Rgb };
        let pixels = self.plain();
        let encoder = ::webp::Encoder::new(&pixels, layout, self.width, self.height);
        let packing = |()| ImageError::Packing("no such effort".to_owned());
        let mut config = ::webp::WebPConfig::new().map_err(packing)?;
        (config.quality, config.method) = (QUALITY, effort.method());
        let packed = encoder.encode_advanced(&config);
        let packed = packed.map_err(|error| ImageError::Packing(format!("{error:?}")))?;
        let size = (self.width, self.height);
        match profile {
            Some(profile) => webp::with_profile(&packed, size, profile)
                .ok_or_else(|| ImageError::Packing("the colour profile does not fit".to_owned())),
            None => Ok(packed.to_vec()),
        }
    }
}

impl Clone for Raw {
    fn clone(&self) -> Self {
        Self { pixels: self.pixels.clone(), ..*self }
    }
}

#[cfg(test)]
mod tests;
