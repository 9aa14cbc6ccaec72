//! The bytes of a stream, unpacked up to a bound.

use super::objects::{ObjectReader, PdfDict, PdfObject};
use crate::base::unpack::{PackedForm, Waste, unpack};

/// How wide a row of numbers with a predictor may be, in bytes.
const WIDEST: usize = 10_000;

/// The bytes of the stream whose dictionary was just read. `length` is what the dictionary says of it, looked up.
pub fn raw<'a>(bytes: &'a [u8], after: &ObjectReader<'_>, length: Option<usize>) -> Option<&'a [u8]> {
    let mut reader = ObjectReader::new(bytes, after.at);
    reader.word(b"stream")?;
    let start = match bytes.get(reader.at..)? {
        [b'\r', b'\n', ..] => reader.at + 2,
        [b'\n' | b'\r', ..] => reader.at + 1,
        _ => return None,
    };
    let ends = |length: &usize| {
        let end = start.checked_add(*length)?;
        ObjectReader::new(bytes, end).word(b"endstream").map(|()| end)
    };
    // A length that is wrong is as good as none.
    let end = length.as_ref().and_then(ends);
    let found = || Some(start + memchr::memmem::find(bytes.get(start..)?, b"endstream")?);
    bytes.get(start..end.or_else(found)?)
}

/// A stream unpacked; none where it is packed in a way that tables and descriptions are not, or becomes larger than `most`.
pub fn unpacked(raw: &[u8], dict: &PdfDict, most: usize, waste: &mut Waste) -> Option<Vec<u8>> {
    let filter = match dict.get(b"Filter") {
        None => return raw.get(..raw.len().min(most)).map(<[u8]>::to_vec),
        Some(PdfObject::Name(name)) => name,
        Some(PdfObject::List(list)) => match list.as_slice() {
            [] => return raw.get(..raw.len().min(most)).map(<[u8]>::to_vec),
            [PdfObject::Name(name)] => name,
            _ => return None,
        },
        Some(_) => return None,
    };
    if filter != b"FlateDecode" && filter != b"Fl" {
        return None;
    }
    let unpacked = unpack(raw, PackedForm::Zlib, most, waste).ok()?;
    match parameters(dict) {
        Some(parameters) if parameters.number(b"Predictor").is_some_and(|kind| kind >= 10) => {
            without_predictor(&unpacked, parameters.number(b"Columns").unwrap_or(1))
        }
        Some(parameters) if parameters.number(b"Predictor").is_some_and(|kind| kind > 1) => None,
        _ => Some(unpacked),
    }
}

fn parameters(dict: &PdfDict) -> Option<&PdfDict> {
    match dict.get(b"DecodeParms").or_else(|| dict.get(b"DP"))? {
        PdfObject::Dict(parameters) => Some(parameters),
        PdfObject::List(list) => match list.as_slice() {
            [PdfObject::Dict(parameters)] => Some(parameters),
            _ => None,
        },
        _ => None,
    }
}

/// Rows that each say what differs from the one above, as PNG has them, of one byte a value.
fn without_predictor(bytes: &[u8], columns: usize) -> Option<Vec<u8>> {
    if columns == 0 || columns > WIDEST {
        return None;
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; columns];
    for row in bytes.chunks_exact(columns + 1) {
        let (kind, values) = row.split_first()?;
        let (mut left, mut corner) = (0_u8, 0_u8);
        for (value, above) in values.iter().zip(above.iter_mut()) {
            let expected = match kind {
                0 => 0,
                1 => left,
                2 => *above,
                3 => ((u16::from(left) + u16::from(*above)) / 2) as u8,
                4 => paeth(left, *above, corner),
                _ => return None,
            };
            corner = *above;
            left = value.wrapping_add(expected);
            *above = left;
        }
        out.extend_from_slice(&above);
    }
    Some(out)
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(above), i16::from(corner));
    let near = a + b - c;
    let (to_left, to_above, to_corner) = ((near - a).abs(), (near - b).abs(), (near - c).abs());
    match () {
        () if to_left <= to_above && to_left <= to_corner => left,
        () if to_above <= to_corner => above,
        () => corner,
    }
}
