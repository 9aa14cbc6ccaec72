//! Pictures for sharing: the title of a page and whose it is, on the municipality's colour, as a PNG of few colours.
//!
//! A letter's edge has eight steps between the ground and the ink: so a pixel takes half a byte, rows without letters pack to next to nothing, and
//! no machine's last digit shows. The font is Nunito (SIL Open Font License, themes/base/OFL-Nunito.txt), bold, cut to the letters that
//! `plan/page/share.rs` names.

use std::sync::{LazyLock, OnceLock};

use ab_glyph::{Font, FontRef, Glyph, GlyphId, PxScale, ScaleFont, point};

use crate::plan::ShareCard;

/// The size that networks ask for.
const WIDTH: usize = 1200;
const HEIGHT: usize = 630;
/// Two pixels a byte.
const STRIDE: usize = WIDTH / 2;
const MARGIN: f32 = 80.0;
/// The height of the strip along the lower edge.
const STRIP: usize = 28;
/// The last step of a letter's edge, which is its ink, and the colour of what is drawn.
const INK: u8 = 7;
const DRAWN: u8 = 8;
/// The sizes that a title is tried in, and how high it may become.
const SIZES: [f32; 4] = [100.0, 84.0, 70.0, 58.0];
/// All sizes that letters are drawn in.
const DRAWN_SIZES: [f32; 5] = [SIZES[0], SIZES[1], SIZES[2], SIZES[3], NAME_SIZE];
const ROOM: f32 = 380.0;
const LEADING: f32 = 1.18;
const NAME_SIZE: f32 = 44.0;

static FONT: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("card/nunito-700.ttf")).ok());

/// A letter in a size, as it is put into a picture: two pixels a byte, rows of so many bytes. The first is a row's at a place with an even number,
/// seen from where the letter stands.
#[derive(Default)]
struct DrawnLetter {
    right: i32,
    down: i32,
    stride: usize,
    halves: Vec<u8>,
}

/// Each letter in each size, for even and for odd places, drawn once for all pictures: curves cost fifty times what copying their pixels does. There
/// are as many as the font has letters, so this does not grow.
static LETTERS: LazyLock<Vec<OnceLock<DrawnLetter>>> = LazyLock::new(|| {
    let letters = FONT.as_ref().map_or(0, Font::glyph_count) * DRAWN_SIZES.len() * 2;
    std::iter::repeat_with(OnceLock::new).take(letters).collect()
});

/// The pixels of a letter in a size, where it is one that letters are drawn in, for an even or an odd place.
fn letter(font: &FontRef<'_>, size: f32, id: GlyphId, odd: bool) -> Option<&'static DrawnLetter> {
    let place = DRAWN_SIZES.iter().position(|drawn| drawn.to_bits() == size.to_bits())?;
    let kept = LETTERS.get((usize::from(id.0) * DRAWN_SIZES.len() + place) * 2 + usize::from(odd))?;
    Some(kept.get_or_init(|| drawn(font, size, id, odd)))
}

/// Draws a letter.
fn drawn(font: &FontRef<'_>, size: f32, id: GlyphId, odd: bool) -> DrawnLetter {
    let glyph: Glyph = id.with_scale_and_position(PxScale::from(size), point(0.0, 0.0));
    let Some(outline) = font.outline_glyph(glyph) else { return DrawnLetter::default() };
    let bounds = outline.px_bounds();
    // Of an odd place the first pixel is the second of its byte.
    let left = bounds.min.x as i32 + i32::from(odd);
    let lead = left.rem_euclid(2);
    let stride = (bounds.width() as usize + lead as usize).div_ceil(2);
    let mut halves = vec![0; stride * bounds.height() as usize];
    outline.draw(|dx, dy, covered| {
        let step = (covered.clamp(0.0, 1.0) * f32::from(INK) + 0.5) as u8;
        let x = dx as usize + lead as usize;
        if let Some(byte) = halves.get_mut(dy as usize * stride + x / 2) {
            *byte |= step << if x.is_multiple_of(2) { 4 } else { 0 };
        }
    });
    DrawnLetter { right: left - lead, down: bounds.min.y as i32, stride, halves }
}

/// Renders a picture.
pub fn render(card: &ShareCard, out: &mut Vec<u8>) {
    let mut canvas = Canvas { halves: vec![0; STRIDE * HEIGHT] };
    (HEIGHT - STRIP..HEIGHT).for_each(|y| canvas.row(y, 0, WIDTH));
    canvas.house(MARGIN as usize, HEIGHT - STRIP - 104, 56);
    if let Some(font) = FONT.as_ref() {
        canvas.title(font, &card.title);
        let name = fitted(font, NAME_SIZE, &card.name, WIDTH as f32 - 3.0 * MARGIN);
        canvas.line(font, NAME_SIZE, &name, (MARGIN + 80.0, (HEIGHT - STRIP - 104) as f32));
    }
    // Into memory nothing fails.
    let _ = pack(&canvas.halves, &palette(card), out);
}

fn pack(halves: &[u8], palette: &[u8], out: &mut Vec<u8>) -> Result<(), png::EncodingError> {
    let mut encoder = png::Encoder::new(out, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::Fast);
    // What is like the row above becomes zeros.
    encoder.set_filter(png::Filter::Up);
    encoder.write_header()?.write_image_data(halves)
}

/// The steps from the ground to the ink, and what is drawn.
fn palette(card: &ShareCard) -> Vec<u8> {
    let (ground, ink) = (card.ground.parts(), card.ink.parts());
    let step = |step: u16| {
        let mix = move |(from, to): (u8, u8)| {
            let last = u16::from(INK);
            ((u16::from(from) * (last - step) + u16::from(to) * step + last / 2) / last) as u8
        };
        ground.into_iter().zip(ink).map(mix)
    };
    (0..=u16::from(INK)).flat_map(step).chain(card.accent.parts()).collect()
}

struct Canvas {
    halves: Vec<u8>,
}

impl Canvas {
    /// The bytes of a row from one place to another, the last not included: both are even.
    fn bytes(&mut self, y: usize, from: usize, to: usize) -> &mut [u8] {
        let to = to.min(WIDTH);
        self.halves.get_mut(y * STRIDE + from / 2..y * STRIDE + to / 2).unwrap_or_default()
    }

    /// Fills a row from one place to another, the last not included.
    fn row(&mut self, y: usize, from: usize, to: usize) {
        let (first, last) = (from.next_multiple_of(2), to - to % 2);
        self.bytes(y, first, last.max(first)).fill(DRAWN << 4 | DRAWN);
        for (place, shift) in [(first - from, 0), (to - last, 4)] {
            let x = if shift == 0 { from - from % 2 } else { last };
            if place == 1 {
                self.bytes(y, x, x + 2)
                    .iter_mut()
                    .for_each(|byte| *byte = *byte & !(0xf << shift) | DRAWN << shift);
            }
        }
    }

    /// Puts a letter at a place; of two steps the one nearer to the ink stays.
    fn put(&mut self, letter: &DrawnLetter, (left, top): (i32, i32)) {
        let DrawnLetter { right, down, stride, halves } = letter;
        // Before the first pixel there is nothing of a letter that has room.
        let Ok(from) = usize::try_from(left - left.rem_euclid(2) + right) else { return };
        for (row, drawn) in halves.chunks_exact((*stride).max(1)).enumerate() {
            let Ok(y) = usize::try_from(top + down + row as i32) else { continue };
            for (byte, drawn) in self.bytes(y, from, from + 2 * stride).iter_mut().zip(drawn) {
                *byte = (*byte & 0xf0).max(drawn & 0xf0) | (*byte & 0xf).max(drawn & 0xf);
            }
        }
    }

    /// A house, so wide, with a door.
    fn house(&mut self, left: usize, top: usize, width: usize) {
        let half = width / 2;
        for row in 0..half {
            self.row(top + row, left + half - row - 1, left + half + row + 1);
        }
        let (wall, door) = (width / 7, width / 6);
        for row in half..width {
            let y = top + row;
            if row < half + wall {
                self.row(y, left + wall, left + width - wall);
            } else {
                self.row(y, left + wall, left + half - door / 2);
                self.row(y, left + half + door / 2, left + width - wall);
            }
        }
    }

    /// The title, as large as it has room.
    fn title(&mut self, font: &FontRef<'_>, title: &str) {
        let room = WIDTH as f32 - 2.0 * MARGIN;
        let most = |size: f32| (ROOM / (size * LEADING)) as usize;
        let tried = SIZES.iter().map(|size| (*size, lines(font, *size, title, room)));
        let fits = |(size, lines): &(f32, Vec<String>)| {
            lines.len() <= most(*size) && lines.iter().all(|line| width(font, *size, line) <= room)
        };
        let least = SIZES[SIZES.len() - 1];
        let (size, mut lines) =
            tried.into_iter().find(fits).unwrap_or_else(|| (least, lines(font, least, title, room)));
        if lines.len() > most(size) {
            lines.truncate(most(size));
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        for (index, line) in lines.iter().enumerate() {
            let line = fitted(font, size, line, room);
            self.line(font, size, &line, (MARGIN, MARGIN - 16.0 + index as f32 * size * LEADING));
        }
    }

    /// A line of text, from its upper left.
    fn line(&mut self, font: &FontRef<'_>, size: f32, text: &str, (left, top): (f32, f32)) {
        let scaled = font.as_scaled(PxScale::from(size));
        let base = (top + scaled.ascent()).round() as i32;
        let mut x = left;
        for sign in text.chars() {
            let id = font.glyph_id(sign);
            // At whole pixels: the same letter is the same everywhere.
            let at = x.round() as i32;
            x += scaled.h_advance(id);
            if let Some(letter) = letter(font, size, id, at.rem_euclid(2) == 1) {
                self.put(letter, (at, base));
            }
        }
    }
}

fn width(font: &FontRef<'_>, size: f32, text: &str) -> f32 {
    let scaled = font.as_scaled(PxScale::from(size));
    text.chars().map(|letter| scaled.h_advance(font.glyph_id(letter))).sum()
}

/// A text in lines of whole words.
fn lines(font: &FontRef<'_>, size: f32, text: &str, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(font, size, line) + width(font, size, word) + size / 4.0 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// A line cut so that it has room, with a sign where it was cut.
fn fitted(font: &FontRef<'_>, size: f32, line: &str, room: f32) -> String {
    if width(font, size, line) <= room {
        return line.to_string();
    }
    let mut cut = line.to_string();
    while cut.pop().is_some() && width(font, size, &cut) + width(font, size, "…") > room {}
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::colour::Colour;
    use crate::plan::letters;

    fn card(title: &str) -> Vec<u8> {
        let mut out = Vec::new();
        let card = ShareCard {
            title: title.to_string(),
            name: "Botkyrka kommun".to_string(),
            ground: Colour::of([0x9c, 0x0f, 0x3f]),
            ink: Colour::of([255, 255, 255]),
            accent: Colour::of([0xff, 0xb3, 0x1f]),
        };
        render(&card, &mut out);
        out
    }

    #[test]
    fn the_font_has_every_letter_that_it_is_said_to_have() {
        let font = FONT.as_ref().unwrap();
        let missing: Vec<char> = letters().filter(|letter| font.glyph_id(*letter).0 == 0).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn whatever_a_title_is_its_picture_is_whole_and_light() {
        let long = "Välkommen ".repeat(30);
        for title in ["", "Öppna förskolan", &"W".repeat(300), &long, "a b", &"@ ".repeat(150)] {
            let bytes = card(title);
            assert!(bytes.len() <= 60_000, "{title}: {}", bytes.len());
            assert_eq!(bytes, card(title));
            let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
            assert_eq!((reader.info().width, reader.info().height), (1200, 630));
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            reader.next_frame(&mut pixels).unwrap();
        }
    }

    #[test]
    fn another_title_is_another_picture() {
        assert_ne!(card("Öppet"), card("Stängt"));
    }
}
