//! What is planned of a picture, what `check` lets pass and what a build makes are one: whatever passes, is taken.
//!
//! What else is of the kind: every format, sizes that are odd, texts and profiles of any length before what says that a picture moves, ends cut off,
//! bytes changed.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]

use fcsite::base::{Fingerprint, OutputPath, Phrase};
use fcsite::build::{Observer, Options, Output, Pictures, Request, build};
use fcsite::cache::Memory;
use fcsite::input::MemoryInputs;
use fcsite::model::Settings;
use fcsite::parse::picture::{WIDTHS, read};
use fcsite::render::images::{look_at, published, variants};
use image::{DynamicImage, ImageFormat};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use super::{chunk, encoded, exif, gif, holds, profile, riff, scene, segment};

/// What is put into a picture, in the words of its format.
#[derive(Clone, Debug)]
enum Note {
    Text(usize),
    Profile(usize),
    Exif(u8),
    Twice,
}

fn icc(length: usize) -> Vec<u8> {
    let mut icc = profile();
    icc.resize(length.max(300), 3);
    icc
}

/// A block of zlib that is not packed: any profile may be written so.
fn stored(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let pieces: Vec<&[u8]> = data.chunks(65_535).collect();
    for (index, piece) in pieces.iter().enumerate() {
        out.push(u8::from(index + 1 == pieces.len()));
        out.extend((piece.len() as u16).to_le_bytes());
        out.extend((!(piece.len() as u16)).to_le_bytes());
        out.extend(*piece);
    }
    let (a, b) = data.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend((b << 16 | a).to_be_bytes());
    out
}

fn noted_png(width: u32, height: u32, notes: &[Note], moves: bool) -> Vec<u8> {
    let plain = encoded(&scene(width, height).into(), ImageFormat::Png);
    let note = |note: &Note| match note {
        Note::Text(length) => chunk(b"tEXt", &[b"Comment\0", &vec![b'x'; *length][..]].concat()),
        Note::Profile(length) => chunk(b"iCCP", &[b"p\0\0", &stored(&icc(*length))[..]].concat()),
        Note::Exif(turn) => chunk(b"eXIf", &exif(*turn)),
        Note::Twice => [chunk(b"iTXt", b"a\0\0\0\0\0x"), chunk(b"zTXt", b"a\0\0x")].concat(),
    };
    let notes: Vec<u8> = notes.iter().flat_map(note).collect();
    if !moves {
        return [&plain[..33], &notes, &plain[33..]].concat();
    }
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let frame = |number: u32| {
        chunk(b"fcTL", &[&number.to_be_bytes()[..], &size, &[0; 8], &[0, 1, 0, 10, 0, 0]].concat())
    };
    let data = &plain[33..plain.len() - 12];
    let length = u32::from_be_bytes([data[0], data[1], data[2], data[3]]) as usize;
    let second = chunk(b"fdAT", &[&2_u32.to_be_bytes()[..], &data[8..8 + length]].concat());
    let control = chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let end = &plain[plain.len() - 12..];
    [&plain[..33], &notes, &control, &frame(0), data, &frame(1), &second, end].concat()
}

fn noted_jpeg(width: u32, height: u32, notes: &[Note]) -> Vec<u8> {
    let plain = super::jpeg(width, height);
    let note = |note: &Note| match note {
        Note::Text(length) => segment(0xFE, &[&vec![b'x'; (*length).min(65_000)]]),
        Note::Profile(length) => {
            let icc = icc(*length);
            let pieces: Vec<&[u8]> = icc.chunks(60_000).collect();
            let all = pieces.len() as u8;
            let piece = |(at, piece): (usize, &&[u8])| {
                segment(0xE2, &[b"ICC_PROFILE\0", &[at as u8 + 1, all], piece])
            };
            pieces.iter().enumerate().flat_map(piece).collect()
        }
        Note::Exif(turn) => segment(0xE1, &[b"Exif\0\0", &exif(*turn)]),
        Note::Twice => {
            [segment(0xE1, &[b"Exif\0\0", &exif(1)]), segment(0xEE, &[b"Adobe\0\x64\0\0\0\0\x01"])].concat()
        }
    };
    [&plain[..2], &notes.iter().flat_map(note).collect::<Vec<u8>>()[..], &plain[2..]].concat()
}

fn noted_webp(width: u32, height: u32, notes: &[Note], moves: bool) -> Vec<u8> {
    let plain = encoded(&scene(width, height).into(), ImageFormat::WebP);
    let pixels = plain[20..].to_vec();
    let size = [&(width - 1).to_le_bytes()[..3], &(height - 1).to_le_bytes()[..3]].concat();
    let mut flags = u8::from(moves) << 1;
    let mut chunks: Vec<([u8; 4], Vec<u8>)> = Vec::new();
    for note in notes {
        match note {
            Note::Text(length) => chunks.push((*b"mine", vec![b'x'; *length])),
            Note::Profile(length) => {
                flags |= 0x20;
                chunks.insert(0, (*b"ICCP", icc(*length)));
            }
            Note::Exif(turn) => {
                flags |= 0x08;
                chunks.push((*b"EXIF", exif(*turn)));
            }
            Note::Twice => chunks.push((*b"XMP ", b"x".to_vec())),
        }
    }
    if moves {
        let frame = [&[0; 6][..], &size, &[10, 0, 0, 0], &riff(&[(b"VP8L", &pixels)])[12..]].concat();
        let (profiles, others): (Vec<_>, Vec<_>) = chunks.into_iter().partition(|(name, _)| name == b"ICCP");
        let frames = [(*b"ANIM", vec![0; 6]), (*b"ANMF", frame.clone()), (*b"ANMF", frame)];
        chunks = profiles.into_iter().chain(frames).chain(others).collect();
    } else {
        let at = chunks.iter().take_while(|(name, _)| name == b"ICCP").count();
        chunks.insert(at, (*b"VP8L", pixels));
    }
    chunks.insert(0, (*b"VP8X", [&[flags, 0, 0, 0][..], &size].concat()));
    let parts: Vec<(&[u8; 4], &[u8])> = chunks.iter().map(|(name, data)| (name, &data[..])).collect();
    riff(&parts)
}

#[test]
fn an_animation_is_known_behind_any_length_of_texts_and_profiles() {
    let notes = [Note::Text(5_000), Note::Profile(40_000), Note::Exif(1), Note::Text(100_000)];
    for bytes in [noted_png(900, 60, &notes, true), noted_webp(900, 60, &notes, true), gif(3)] {
        let picture = read(&bytes).unwrap();
        assert!(picture.is_animated && picture.widths().is_empty());
        let kept = published(&bytes, &picture).unwrap();
        let again = read(&kept).unwrap();
        assert_eq!(again, picture, "it still moves");
        assert!(look_at(&bytes, &picture).is_ok() && variants(&bytes, &picture).unwrap().is_empty());
    }
    // What says so behind the pixels is passed over by every reader.
    let still = encoded(&scene(60, 40).into(), ImageFormat::Png);
    let end = still.len() - 12;
    let late = [&still[..end], &chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]), &still[end..]].concat();
    assert!(!read(&late).unwrap().is_animated);
}

#[test]
fn a_large_picture_gets_smaller_ones_whatever_its_format() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let bytes = encoded(&DynamicImage::from(scene(2000, 1500)), format);
        let picture = read(&bytes).unwrap();
        assert_eq!(picture.widths(), WIDTHS, "{format:?}");
        let made = variants(&bytes, &picture).unwrap();
        assert_eq!(made.iter().map(|variant| variant.width).collect::<Vec<_>>(), WIDTHS, "{format:?}");
        let all: usize = made.iter().map(|variant| variant.bytes.len()).sum();
        assert!(all > 0 && made.iter().all(|variant| read(&variant.bytes).unwrap().width == variant.width));
    }
    let built = try_build(encoded(&DynamicImage::from(scene(2000, 1500)), ImageFormat::WebP), "webp", true);
    let page =
        built.files.iter().find(|(path, _)| path.ends_with("familjecentraler/fittja/index.html")).unwrap().1;
    let page = String::from_utf8_lossy(page);
    for width in WIDTHS {
        assert!(page.contains(&format!("lek-{width}.")) && page.contains(&format!(" {width}w")), "{width}");
    }
}

#[test]
fn a_profile_that_is_larger_than_any_reaches_no_reader() {
    let large = [Note::Profile(3_000_000)];
    let usual = [Note::Profile(500_000)];
    let all = |notes: &[Note]| {
        [
            ("png", noted_png(500, 40, notes, false)),
            ("webp", noted_webp(500, 40, notes, false)),
            ("jpg", noted_jpeg(500, 40, notes)),
        ]
    };
    for (name, bytes) in all(&large) {
        let picture = read(&bytes).unwrap();
        let out = published(&bytes, &picture).unwrap();
        assert!(
            out.len() < 200_000
                && !holds(&out, b"iCCP")
                && !holds(&out, b"ICCP")
                && !holds(&out, b"ICC_PROFILE"),
            "{name}"
        );
        assert_eq!(read(&out).unwrap(), picture);
        image::load_from_memory(&out).unwrap();
        for variant in variants(&bytes, &picture).unwrap() {
            assert!(variant.bytes.len() < 100_000, "{name}");
        }
    }
    for (name, bytes) in all(&usual) {
        let picture = read(&bytes).unwrap();
        assert!(published(&bytes, &picture).unwrap().len() > 500_000, "{name}: one of a usual size stays");
        assert!(
            variants(&bytes, &picture).unwrap().iter().all(|variant| holds(&variant.bytes, b"ICCP")),
            "{name}"
        );
    }
}

/// How much memory this process has had at once since it was asked last, in kilobytes.
#[cfg(target_os = "linux")]
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    let peak = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn a_profile_that_unpacks_to_fill_the_memory_is_not_unpacked() {
    use image::ImageEncoder;
    let bomb = |megabytes: usize| {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        encoder.set_icc_profile(vec![0; megabytes << 20]).unwrap();
        encoder.write_image(&scene(60, 40), 60, 40, image::ExtendedColorType::Rgb8).unwrap();
        bytes
    };
    let bytes = bomb(400);
    assert!(holds(&bytes, b"iCCP") && bytes.len() < 1_000_000, "{}", bytes.len());
    // The same, packed as a text and as a second profile.
    let at = bytes.windows(4).position(|four| four == b"iCCP").unwrap();
    let length = u32::from_be_bytes([bytes[at - 4], bytes[at - 3], bytes[at - 2], bytes[at - 1]]) as usize;
    let data = bytes[at + 4..at + 4 + length].to_vec();
    let text = chunk(b"zTXt", &data);
    let long = chunk(
        b"iTXt",
        &[b"a\0\x01\0\0\0", &data[data.iter().position(|byte| *byte == 0).unwrap() + 2..]].concat(),
    );
    let second = chunk(b"iCCP", &data);
    let plain = encoded(&scene(60, 40).into(), ImageFormat::Png);
    let usual = chunk(b"iCCP", &[b"p\0\0", &stored(&profile())[..]].concat());
    let texts = [&plain[..33], &usual, &second, &text, &long, &plain[33..]].concat();
    for (name, bytes) in [("a profile", bytes), ("texts", texts)] {
        let before = {
            peak();
            peak()
        };
        let picture = read(&bytes).unwrap();
        look_at(&bytes, &picture).unwrap();
        let out = published(&bytes, &picture).unwrap();
        assert_eq!(variants(&bytes, &picture).unwrap().len(), 1);
        let taken = peak().saturating_sub(before);
        assert!(taken < 64 << 10, "{name}: {taken} kB");
        assert!(out.len() < 20_000, "{name}: {} bytes reach every reader", out.len());
    }
}

struct Taken {
    errors: Vec<String>,
    files: BTreeMap<String, Vec<u8>>,
}

/// Builds a site that shows a picture, as a build does or as `check` does.
fn try_build(bytes: Vec<u8>, ending: &str, is_wanted: bool) -> Taken {
    static THEMES: OnceLock<Memory> = OnceLock::new();
    let mut inputs = MemoryInputs::default();
    for (path, text) in [
        ("content/site.yaml", "title: F\nbase_url: https://prov.example\norganisation: R\n".to_string()),
        ("content/botkyrka/municipality.yaml", "name: Botkyrka kommun\ncode: \"0127\"\n".to_string()),
        (
            "content/botkyrka/centres/fittja.yaml",
            format!(
                "name: Fittja\nstatus: open\nservices: [{{kind: child_health}}]\nimages: [{{src: images/lek.{ending}, alt: Lek}}]\n"
            ),
        ),
    ] {
        inputs.insert(path, text);
    }
    inputs.insert(&format!("content/botkyrka/images/lek.{ending}"), bytes);
    let settings =
        Settings { now: "2026-11-16".parse().unwrap(), drafts: false, future: false, base_url: None };
    let options = Options { settings, only: None, packed: false };
    let output = Kept::default();
    let pictures = Store { is_wanted, made: Mutex::default() };
    let request = Request {
        inputs: &inputs,
        output: &output,
        pictures: &pictures,
        observer: &Nobody,
        options: &options,
    };
    let mut memory = THEMES.get().cloned().unwrap_or_default();
    let report = build(&request, Some(&mut memory));
    let _ = THEMES.set(memory.themes_alone());
    let errors = report.diagnostics.iter().filter(|found| found.is_error());
    let errors = errors.map(|found| format!("{} {:?} {:?}", found.code, found.file, found.args)).collect();
    Taken { errors, files: output.0.into_inner().unwrap() }
}

#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl Output for Kept {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Phrase> {
        self.0.lock().unwrap().insert(path.to_string(), bytes.to_vec());
        Ok(())
    }

    fn keep(&self, _path: &OutputPath, _fingerprint: Fingerprint) -> bool {
        false
    }
}

struct Store {
    is_wanted: bool,
    made: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Pictures for Store {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.made.lock().unwrap().get(key).cloned()
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        self.made.lock().unwrap().insert(key.to_string(), bytes.to_vec());
    }

    fn are_wanted(&self) -> bool {
        self.is_wanted
    }
}

struct Nobody;

impl Observer for Nobody {}

fn notes() -> impl Strategy<Value = Vec<Note>> {
    let note = prop_oneof![
        (0..9_000_usize).prop_map(Note::Text),
        (0..9_000_usize).prop_map(Note::Profile),
        Just(Note::Profile(1_100_000)),
        (0..10_u8).prop_map(Note::Exif),
        Just(Note::Twice),
    ];
    proptest::collection::vec(note, 0..5)
}

/// Odd sizes: one pixel, lines, very tall, round the widths of smaller ones.
fn size() -> impl Strategy<Value = (u32, u32)> {
    prop_oneof![
        (1..70_u32, 1..70_u32),
        Just((1, 11)),
        Just((11, 1)),
        Just((3, 31)),
        Just((400, 1)),
        Just((401, 3)),
        Just((1601, 2)),
        Just((2, 1601)),
        Just((1600, 7)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_check_lets_pass_a_build_takes(
        format in 0..4_usize,
        (width, height) in size(),
        notes in notes(),
        moves in any::<bool>(),
        cut in proptest::option::weighted(0.2, any::<prop::sample::Index>()),
        damage in proptest::option::weighted(0.2, (any::<prop::sample::Index>(), any::<u8>())),
    ) {
        let (ending, mut bytes) = match format {
            0 => ("jpg", noted_jpeg(width, height, &notes)),
            1 => ("png", noted_png(width, height, &notes, moves)),
            2 => ("webp", noted_webp(width, height, &notes, moves)),
            _ => ("gif", gif(if moves { 3 } else { 1 })),
        };
        if let Some(at) = cut {
            bytes.truncate(at.index(bytes.len()));
        }
        if let (Some((at, byte)), false) = (damage, bytes.is_empty()) {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        // A changed header may claim a size that takes long to fill.
        let pixels = read(&bytes).map_or(0, |picture| u64::from(picture.width) * u64::from(picture.height));
        prop_assume!(pixels < 1_000_000);
        let (checked, built) = (try_build(bytes.clone(), ending, false), try_build(bytes.clone(), ending, true));
        prop_assert_eq!(&checked.errors, &built.errors);
        if cut.is_none() && damage.is_none() {
            prop_assert!(built.errors.is_empty(), "what is whole is taken: {:?}", built.errors);
        }
        if built.errors.is_empty() {
            let picture = read(&bytes).unwrap();
            let made = built.files.keys().filter(|path| path.contains("assets/lek")).count();
            prop_assert_eq!(made, 1 + picture.widths().len());
            for (path, bytes) in built.files.iter().filter(|(path, _)| path.contains("assets/lek")) {
                let again = read(bytes).unwrap();
                prop_assert!(path.contains("lek-") || again == picture, "{}", path);
            }
        }
    }
}
