//! What pictures may cost, and what they are packed with.

use super::*;

#[test]
fn a_webp_without_loss_has_room_for_the_tables_that_its_bytes_may_become() {
    let picture = Picture { format: Format::WebP, width: 10, height: 10, is_animated: false };
    let room = |name: &[u8; 4]| {
        let length = 2_000_000_u32;
        let head = [b"RIFF", &(length + 12).to_le_bytes()[..], b"WEBP", name, &length.to_le_bytes()];
        let file = [&head.concat()[..], &vec![0; length as usize]].concat();
        PixelBudget::take(&file, &picture, 0).0
    };
    assert!(room(b"VP8 ") < 10_000);
    // It is unpacked alone.
    assert_eq!([b"VP8L", b"ALPH", b"ANMF"].map(room), [ROOM; 3]);
}

const SCAN: [u8; 6] = [0xFF, 0xDA, 0, 2, 0x12, 0x34];
const END: [u8; 2] = [0xFF, 0xD9];

/// A JPEG of so many scans of two bytes, with this before them.
fn jpeg_of(before: &[u8], scans: usize) -> Vec<u8> {
    [&[0xFF, 0xD8], before, &SCAN.repeat(scans), &END].concat()
}

fn costs(stripped: &[u8], millions: u32) -> Result<(), ImageError> {
    earn(
        stripped,
        &Picture { format: Format::Jpeg, width: 1000, height: millions * 1000, is_animated: false },
    )
}

#[test]
fn only_the_pixels_of_a_jpeg_earn_and_each_pass_over_them_costs() {
    // Tables, which a decoder reads past, in pieces of 64 kB.
    let table = [&[0xFF, 0xDB, 0xFF, 0xFF][..], &vec![0; 0xFFFD]].concat();
    let padded = jpeg_of(&table.repeat(20), 2);
    assert_eq!(jpeg::scans(&padded), (4, 2));
    begin();
    assert_eq!(costs(&padded, 90), Ok(()), "one alone");
    assert!(costs(&padded, 90).is_err());
    begin();
    assert_eq!(costs(&jpeg_of(&[], 20), 100), Ok(()), "what programs write");
    begin();
    assert!(costs(&jpeg_of(&[], 97), 100).is_err());
    assert_eq!(costs(&jpeg_of(&[], 97), 12), Ok(()), "a smaller one");
}

#[test]
fn a_file_that_says_little_of_many_pixels_is_packed_with_little_effort() {
    let picture = |width| Picture { format: Format::Png, width, height: 1000, is_animated: false };
    // A screenshot, and rows of noise that repeat.
    assert_eq!(Effort::for_file(&[0; 150_000], &picture(1920)), Effort::Usual);
    assert_eq!(Effort::for_file(&[0; 10_000], &picture(1600)), Effort::Little);
    let noise = (0..256 * 256_u32).flat_map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let raw = Raw { pixels: noise, width: 256, height: 256, has_alpha: false };
    let [usual, little] = [Effort::Usual, Effort::Little].map(|effort| raw.packed(effort, None).unwrap());
    assert_ne!(usual, little);
}

#[test]
fn pictures_that_lie_packed_in_a_file_say_no_more_than_it_does() {
    let scan = [&SCAN[..], &vec![0; 1_000_000]].concat();
    let long = [&[0xFF, 0xD8][..], &scan, &END].concat();
    begin();
    assert_eq!([costs(&long, 90), costs(&long, 90), costs(&long, 90)], [Ok(()), Ok(()), Ok(())]);
    begin_packed(9_000);
    assert_eq!(costs(&long, 90), Ok(()), "one alone");
    assert!(costs(&long, 90).is_err());
    begin();
}
