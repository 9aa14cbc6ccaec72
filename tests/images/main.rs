//! What visitors get of a picture: nothing of who took it and where, upright, smaller, and never a panic.
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

mod agree;

use std::borrow::Cow;
use std::io::Cursor;

use fcsite::parse::picture::{Format, MAX_BYTES, Picture, PictureError, read};
use fcsite::render::images::{ImageError, begin, look_at, published, variants};
use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, Frame, ImageFormat, Rgb, RgbImage, RgbaImage};
use proptest::prelude::*;

const SECRET: &[u8] = b"Anna Andersson, hemma i koket";

/// Red above, blue below, with some change from pixel to pixel.
fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = (x * 40 / width) as u8;
        if y < height / 2 { Rgb([215 + shade, shade, 0]) } else { Rgb([0, shade, 215 + shade]) }
    })
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&scene(width, height)).unwrap();
    bytes
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// EXIF with how the picture was held, who took it, and where.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    // Three entries, then the GPS folder with two, then the data.
    let gps: u32 = 8 + 2 + 3 * 12 + 4;
    let data: u32 = gps + 2 + 2 * 12 + 4;
    tiff.extend(3_u16.to_be_bytes());
    tiff.extend(entry(0x0112, 3, 1, [0, orientation, 0, 0]));
    tiff.extend(entry(0x013B, 2, SECRET.len() as u32, (data + 24).to_be_bytes()));
    tiff.extend(entry(0x8825, 4, 1, gps.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, data.to_be_bytes()));
    tiff.extend([0; 4]);
    for number in [59_u32, 1, 14, 1, 55, 1] {
        tiff.extend(number.to_be_bytes());
    }
    tiff.extend(SECRET);
    tiff
}

/// A made-up colour profile: only its kind of colours is ever looked at.
fn profile() -> Vec<u8> {
    let mut profile = vec![7; 300];
    profile[..4].copy_from_slice(&300_u32.to_be_bytes());
    profile[16..20].copy_from_slice(b"RGB ");
    profile
}

fn segment(marker: u8, body: &[&[u8]]) -> Vec<u8> {
    let body = body.concat();
    [&[0xFF, marker][..], &(body.len() as u16 + 2).to_be_bytes(), &body].concat()
}

/// A JPEG with all that a telephone and an editor put into it.
fn telling_jpeg(orientation: u8, width: u32, height: u32) -> Vec<u8> {
    let plain = jpeg(width, height);
    let thumbnail = [SECRET, &[0; 1]].concat();
    let parts = [
        segment(0xE0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\x05\x02", &thumbnail]),
        segment(0xE0, &[b"JFXX\0\x10", SECRET]),
        segment(0xE1, &[b"Exif\0\0", &exif(orientation)]),
        segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET]),
        segment(0xE2, &[b"ICC_PROFILE\0\x01\x01", &profile()]),
        segment(0xE2, &[b"MPF\0", SECRET]),
        segment(0xED, &[b"Photoshop 3.0\x008BIM", SECRET]),
        segment(0xEB, &[SECRET]),
        segment(0xFE, &[SECRET]),
    ];
    let end = plain.len() - 2;
    // A comment between the pixels and the end, and another picture behind it.
    [&plain[..2], &parts.concat(), &plain[2..end], &segment(0xFE, &[SECRET]), &plain[end..], SECRET, &plain]
        .concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name, data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
}

fn telling_png() -> Vec<u8> {
    let plain = encoded(&scene(60, 40).into(), ImageFormat::Png);
    let (head, end) = (8 + 25, plain.len() - 12);
    let texts = [
        chunk(b"gAMA", &45_455_u32.to_be_bytes()),
        chunk(b"eXIf", &exif(1)),
        chunk(b"tEXt", &[b"Author\0", SECRET].concat()),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", SECRET].concat()),
        chunk(b"zTXt", &[b"Comment\0\0", SECRET].concat()),
        chunk(b"tIME", b"\x07\xE9\x01\x02\x03\x04\x05"),
        chunk(b"caBX", SECRET),
    ];
    let late = chunk(b"tEXt", &[b"Late\0", SECRET].concat());
    [&plain[..head], &texts.concat(), &plain[head..end], &late, &plain[end..], SECRET].concat()
}

fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, data) in chunks {
        body.extend(*name);
        body.extend((data.len() as u32).to_le_bytes());
        body.extend(*data);
        body.resize(body.len().next_multiple_of(2), 0);
    }
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

fn telling_webp() -> Vec<u8> {
    let plain = encoded(&scene(61, 40).into(), ImageFormat::WebP);
    let pixels = &plain[20..];
    let whole = riff(&[
        (b"VP8X", &[0x20 | 0x08 | 0x04, 0, 0, 0, 60, 0, 0, 39, 0, 0]),
        (b"ICCP", &profile()),
        (b"VP8L", pixels),
        (b"EXIF", &exif(1)),
        (b"XMP ", SECRET),
        (b"mine", SECRET),
    ]);
    [&whole, SECRET].concat()
}

fn gif(frames: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(image::codecs::gif::Repeat::Infinite).unwrap();
    let frame = DynamicImage::from(scene(60, 40)).to_rgba8();
    encoder.encode_frames(std::iter::repeat_n(Frame::new(frame), frames)).unwrap();
    drop(encoder);
    bytes
}

fn telling_gif(frames: usize) -> Vec<u8> {
    let plain = gif(frames);
    let head = 13 + if plain[10] & 0x80 == 0 { 0 } else { 3 << ((plain[10] & 7) + 1) };
    let piece = [&[SECRET.len() as u8][..], SECRET, &[0]].concat();
    let (comment, xmp) =
        ([b"\x21\xFE", &piece[..]].concat(), [b"\x21\xFF\x0BXMP DataXMP", &piece[..]].concat());
    let end = plain.len() - 1;
    [&plain[..head], &comment, &xmp, &plain[head..end], &comment, &plain[end..], SECRET].concat()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Does an independent reader find EXIF?
fn has_exif(bytes: &[u8]) -> bool {
    exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).is_ok()
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

fn assert_tells_nothing(bytes: &[u8]) {
    assert!(!has_exif(bytes), "a reader finds EXIF");
    for part in
        [SECRET, b"Exif", b"EXIF", b"eXIf", b"XMP", b"xmp", b"Photoshop", b"MPF\0", b"JFXX", b"tEXt", b"caBX"]
    {
        assert!(!holds(bytes, part), "{:?} is left", String::from_utf8_lossy(part));
    }
}

#[test]
fn what_a_picture_tells_about_people_is_not_published() {
    for (name, bytes) in [("jpeg", telling_jpeg(1, 60, 40)), ("png", telling_png()), ("webp", telling_webp())]
    {
        assert!(has_exif(&bytes) && holds(&bytes, SECRET), "{name}: the test's picture tells nothing");
        let out = published(&bytes, &read(&bytes).unwrap()).unwrap();
        assert_tells_nothing(&out);
        assert_eq!(decoded(&out).to_rgb8(), decoded(&bytes).to_rgb8(), "{name}: not lossless");
        assert_eq!(read(&out), read(&bytes), "{name}");
        let again = published(&out, &read(&out).unwrap()).unwrap();
        assert!(
            matches!(again, Cow::Borrowed(_)) && again == out,
            "{name}: what tells nothing is left as it is"
        );
    }
    for frames in [1, 3] {
        let bytes = telling_gif(frames);
        let out = published(&bytes, &read(&bytes).unwrap()).unwrap();
        assert_tells_nothing(&out);
        assert_eq!(out, gif(frames), "the animation and its loop are as they were");
    }
}

#[test]
fn what_colours_mean_is_kept() {
    let jpeg = telling_jpeg(1, 60, 40);
    let jpeg = published(&jpeg, &read(&jpeg).unwrap()).unwrap();
    assert!(holds(&jpeg, b"ICC_PROFILE\0") && holds(&jpeg, &profile()) && holds(&jpeg, b"JFIF\0"));
    let turned = telling_jpeg(6, 60, 40);
    assert!(holds(&published(&turned, &read(&turned).unwrap()).unwrap(), &profile()));
    let webp = telling_webp();
    assert!(holds(&published(&webp, &read(&webp).unwrap()).unwrap(), &profile()));
    let png = telling_png();
    assert!(holds(&published(&png, &read(&png).unwrap()).unwrap(), b"gAMA"));
    for variant in variants(&turned, &read(&turned).unwrap()).unwrap() {
        assert!(holds(&variant.bytes, &profile()), "a smaller picture has the colours of the large one");
        assert_eq!(decoded(&variant.bytes).width(), variant.width);
    }
}

#[test]
fn a_picture_that_was_held_otherwise_is_upright() {
    for orientation in 1..=8 {
        let bytes = telling_jpeg(orientation, 96, 64);
        let picture = read(&bytes).unwrap();
        let size = if orientation < 5 { (96, 64) } else { (64, 96) };
        assert_eq!((picture.width, picture.height), size, "{orientation}");
        let out = published(&bytes, &picture).unwrap();
        assert_tells_nothing(&out);
        assert_eq!(read(&out).unwrap(), picture, "{orientation}");
        let variants = variants(&bytes, &picture).unwrap();
        assert_eq!(variants.len(), 1);
        for image in [&out[..], &variants[0].bytes] {
            let image = decoded(image).to_rgb8();
            assert_eq!(image.dimensions(), size, "{orientation}");
            // Where the red half of the stored picture is, as EXIF 2.3 has it: "the 0th row is at the visual …".
            let (x, y) = match orientation {
                1 | 2 => (size.0 / 2, 4),
                3 | 4 => (size.0 / 2, size.1 - 5),
                5 | 8 => (4, size.1 / 2),
                _ => (size.0 - 5, size.1 / 2),
            };
            let Rgb([red, _, blue]) = *image.get_pixel(x, y);
            assert!(red > 180 && blue < 80, "{orientation}: {red} {blue}");
            let Rgb([red, _, blue]) = *image.get_pixel(size.0 - 1 - x, size.1 - 1 - y);
            assert!(blue > 180 && red < 80, "{orientation}: {red} {blue}");
        }
    }
}

#[test]
fn smaller_pictures_have_the_widths_below_the_original_and_its_own_when_small() {
    for (width, wanted) in [
        (2000, vec![400, 800, 1200, 1600]),
        (1601, vec![400, 800, 1200, 1600]),
        (1600, vec![400, 800, 1200, 1600]),
        (1000, vec![400, 800, 1000]),
        (400, vec![400]),
        (30, vec![30]),
    ] {
        let bytes = jpeg(width, width / 2);
        let variants = variants(&bytes, &read(&bytes).unwrap()).unwrap();
        assert_eq!(variants.iter().map(|variant| variant.width).collect::<Vec<_>>(), wanted, "{width}");
        for variant in &variants {
            let picture = read(&variant.bytes).unwrap();
            let height = (variant.width * (width / 2) + width / 2) / width;
            assert_eq!(
                picture,
                Picture { format: Format::WebP, width: variant.width, height, is_animated: false }
            );
            let (small, large) = (decoded(&variant.bytes).to_rgb8(), *scene(10, 10).get_pixel(5, 1));
            let there = small.get_pixel(variant.width / 2, height / 5);
            assert!(there.0.iter().zip(large.0).all(|(a, b)| a.abs_diff(b) < 30), "{there:?} {large:?}");
        }
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let bytes = telling_jpeg(6, 900, 600);
    let picture = read(&bytes).unwrap();
    let once = (published(&bytes, &picture).unwrap(), variants(&bytes, &picture).unwrap());
    let again = (published(&bytes, &picture).unwrap(), variants(&bytes, &picture).unwrap());
    assert!(once == again);
}

#[test]
fn what_is_seen_through_stays_so() {
    let image =
        RgbaImage::from_fn(500, 300, |x, _| image::Rgba([200, 30, 30, if x < 250 { 0 } else { 255 }]));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let bytes = encoded(&image.clone().into(), format);
        let variants = variants(&bytes, &read(&bytes).unwrap()).unwrap();
        assert_eq!(variants.len(), 2);
        for variant in variants {
            let small = decoded(&variant.bytes).to_rgba8();
            let edge = small.width() - 1;
            assert!(small.get_pixel(0, 10)[3] < 10 && small.get_pixel(edge, 10)[3] > 245);
        }
    }
}

#[test]
fn an_animation_has_no_smaller_pictures() {
    let count = |bytes: &[u8]| variants(bytes, &read(bytes).unwrap()).unwrap().len();
    assert_eq!((count(&gif(3)), count(&gif(1))), (0, 1));
    let still = encoded(&scene(60, 40).into(), ImageFormat::WebP);
    let frame = [&[0; 16][..], &riff(&[(b"VP8L", &still[20..])])[12..]].concat();
    let header: &[u8] = &[2, 0, 0, 0, 59, 0, 0, 39, 0, 0];
    let moving = riff(&[
        (b"VP8X", header),
        (b"ANIM", &[0; 6]),
        (b"ANMF", &frame),
        (b"ANMF", &frame),
        (b"EXIF", SECRET),
    ]);
    assert_eq!(count(&moving), 0);
    let out = published(&moving, &read(&moving).unwrap()).unwrap();
    assert!(!holds(&out, SECRET) && out.windows(4).filter(|window| window == b"ANMF").count() == 2);
    let png = encoded(&scene(60, 40).into(), ImageFormat::Png);
    let moving = [&png[..33], &chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]), &png[33..]].concat();
    assert_eq!((count(&moving), count(&png)), (0, 1));
}

#[test]
fn other_formats_are_named() {
    let padded = |start: &[u8]| [start, &[0; 40]].concat();
    for (start, name) in [
        (&b"\0\0\0\x18ftypheic"[..], "HEIC"),
        (b"\0\0\0\x18ftypmif1", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"\xFF\x0A", "JPEG XL"),
    ] {
        assert_eq!(read(&padded(start)), Err(PictureError::Unsupported(name)));
    }
    let wide: Vec<u8> = "<svg onload=\"alert(1)\"/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for svg in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
        b"\xEF\xBB\xBF <?xml version='1.0'?><!-- x --><!DOCTYPE svg><SVG/>",
        b"<?xml version='1.0'?><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
        &wide,
    ] {
        assert_eq!(read(svg), Err(PictureError::Svg));
    }
    for unknown in [&b""[..], b"hello", b"\0\0\0\0ftypmp42", b"%PDF-1.7", b"<html>"] {
        assert_eq!(read(unknown), Err(PictureError::Unknown));
    }
}

#[test]
fn a_picture_too_large_to_decode_is_refused_by_its_header() {
    let mut png = encoded(&scene(60, 40).into(), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(read(&png), Err(PictureError::TooManyPixels { width: 65536, height: 65536 }));
    let mut jpeg = jpeg(60, 40);
    let frame = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(read(&jpeg), Err(PictureError::TooManyPixels { width: 65535, height: 65535 }));
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0, 0, 0, 60]);
    assert_eq!(read(&jpeg), Err(PictureError::Damaged(Format::Jpeg)));
    assert!(matches!(
        read(&riff(&[(b"VP8X", &[0, 0, 0, 0, 255, 255, 255, 255, 255, 255])])),
        Err(PictureError::TooManyPixels { .. })
    ));
    let mut large = jpeg.clone();
    large.resize(MAX_BYTES + 1, 0);
    assert_eq!(read(&large), Err(PictureError::TooManyBytes(MAX_BYTES + 1)));
}

#[test]
fn a_picture_with_a_side_that_costs_more_than_its_pixels_is_refused_by_its_header() {
    let mut png = encoded(&scene(60, 40).into(), ImageFormat::Png);
    // 30,001 × 1: a row of memory for each column would be far more than the picture.
    png[16..24].copy_from_slice(&[0, 0, 0x75, 0x31, 0, 0, 0, 1]);
    assert_eq!(read(&png), Err(PictureError::TooLong { width: 30_001, height: 1 }));
}

#[test]
fn pictures_of_a_hundred_thousand_pixels_a_byte_are_taken_up_to_a_sum() {
    let plain = encoded(&image::GrayImage::new(7000, 7000).into(), ImageFormat::Png);
    let picture = read(&plain).unwrap();
    let taken = (0..12).take_while(|_| look_at(&plain, &picture).is_ok()).count();
    assert!((1..12).contains(&taken), "{taken} of twelve with 49 million pixels each");
    assert_eq!(look_at(&plain, &picture), Err(ImageError::Plain(picture)));
    // One that says something is taken all the same.
    let bytes = jpeg(600, 400);
    assert_eq!(look_at(&bytes, &read(&bytes).unwrap()), Ok(()));
    // The next run begins anew.
    begin();
    assert_eq!(look_at(&plain, &picture), Ok(()));
}

#[test]
fn pixels_that_are_not_what_the_header_says_are_an_error() {
    let bytes = jpeg(60, 40);
    let other = Picture { format: Format::Jpeg, width: 61, height: 40, is_animated: false };
    assert_eq!(variants(&bytes, &other), Err(ImageError::Damaged(Format::Jpeg)));
    for bytes in [telling_jpeg(1, 60, 40), telling_png(), telling_webp(), telling_gif(2)] {
        let picture = read(&bytes).unwrap();
        let cut = &bytes[..bytes.len() / 3];
        assert_eq!(published(cut, &picture), Err(ImageError::Damaged(picture.format)));
    }
}

#[test]
fn print_colours_lose_their_profile_only_where_it_would_not_fit() {
    // Four colours, encoded by hand from a grey picture: only the way through is tried.
    let image = image::GrayImage::from_fn(64, 64, |x, _| image::Luma([x as u8 * 4]));
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes).encode(&image, 64, 64, ExtendedColorType::L8).unwrap();
    let grey = [b"GRAY", &profile()[20..]].concat();
    let grey = [&profile()[..16], &grey].concat();
    let with = [&bytes[..2], &segment(0xE2, &[b"ICC_PROFILE\0\x01\x01", &grey]), &bytes[2..]].concat();
    let variants = variants(&with, &read(&with).unwrap()).unwrap();
    assert!(!holds(&variants[0].bytes, b"ICCP"), "a smaller picture is in RGB");
    let turned = [&with[..2], &segment(0xE1, &[b"Exif\0\0", &exif(3)]), &with[2..]].concat();
    assert!(
        holds(&published(&turned, &read(&turned).unwrap()).unwrap(), &grey),
        "an upright one is grey still"
    );
}

fn samples() -> Vec<Vec<u8>> {
    vec![
        telling_jpeg(6, 24, 16),
        telling_jpeg(1, 24, 16),
        telling_png(),
        telling_webp(),
        telling_gif(2),
        encoded(&RgbaImage::new(20, 20).into(), ImageFormat::Png),
    ]
}

/// Goes through all that a build does; any result will do.
fn try_all(bytes: &[u8]) {
    if let Ok(picture) = read(bytes) {
        // A changed header may claim a size that takes long to fill; such are for the test above.
        if u64::from(picture.width) * u64::from(picture.height) < 1_000_000 {
            let _ = published(bytes, &picture);
            let _ = variants(bytes, &picture);
        }
    }
}

#[test]
fn no_cut_makes_it_panic() {
    for bytes in samples() {
        let picture = read(&bytes).unwrap();
        for end in 0..bytes.len() {
            let _ = read(&bytes[..end]);
            let _ = published(&bytes[..end], &picture);
        }
        (0..bytes.len()).step_by(13).for_each(|end| try_all(&bytes[..end]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_it_panic(sample in 0..6_usize, damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = samples().swap_remove(sample);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        try_all(&bytes);
    }

    #[test]
    fn no_garbage_makes_it_panic(start in 0..6_usize, length in 0..40_usize, garbage in proptest::collection::vec(any::<u8>(), 0..400)) {
        let sample = samples().swap_remove(start);
        try_all(&[&sample[..length], &garbage].concat());
        try_all(&garbage);
    }
}

#[test]
fn a_frame_that_is_larger_than_its_picture_says_is_refused_before_memory_is_taken_for_it() {
    for frames in [1, 3] {
        let mut bytes = gif(frames);
        assert!(read(&bytes).is_ok());
        bytes[6..10].copy_from_slice(&[1, 0, 1, 0]);
        assert_eq!(read(&bytes), Err(PictureError::Damaged(Format::Gif)));
    }
    let plain = encoded(&scene(61, 40).into(), ImageFormat::WebP);
    let canvas = |width: u8, height: u8| [0, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0];
    let picture = |width, height| riff(&[(b"VP8X", &canvas(width, height)), (b"VP8L", &plain[20..])]);
    assert!(read(&picture(61, 40)).is_ok());
    assert_eq!(read(&picture(61, 39)), Err(PictureError::Damaged(Format::WebP)));
    assert_eq!(read(&picture(10, 40)), Err(PictureError::Damaged(Format::WebP)));
    let inner = [&b"VP8L"[..], &(plain.len() as u32 - 20).to_le_bytes(), &plain[20..]].concat();
    let frame = [&[0; 16][..], &inner].concat();
    let moving = |width, height| {
        let head = [&[2, 0, 0, 0][..], &canvas(width, height)[4..]].concat();
        riff(&[(b"VP8X", &head), (b"ANIM", &[0; 6]), (b"ANMF", &frame)])
    };
    assert!(read(&moving(61, 40)).is_ok());
    assert_eq!(read(&moving(60, 40)), Err(PictureError::Damaged(Format::WebP)));
}
