//! Packed bytes (DEFLATE, RFC 1951), unpacked up to bounds.
//!
//! A stream may become a thousand times as long as it is. It may also become nothing at all, block by block: each block costs, and a bound of
//! what comes out never sees it. So what is read and does not come out again has a bound of its own, [`Waste`].

use std::io::Read;

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

/// How a stream is wrapped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PackedForm {
    /// As a ZIP has it.
    Bare,
    /// As a PDF has it: with a head, and a checksum behind it (RFC 1950).
    Zlib,
}

/// Why a stream could not be unpacked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnpackError {
    /// It becomes more bytes than it may.
    TooLong,
    /// It is damaged, or became next to nothing too often.
    Broken,
}

/// How many bytes may still be read that become nothing. What a program packs is never longer than what it becomes, but for some bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waste(u64);

impl Waste {
    /// Of all streams of a file, as often as they are read: as much as the file is long. So it costs no more than to read it twice.
    pub fn of_file(length: u64) -> Self {
        Self(length)
    }

    /// So much was read, and became so much. Is that still within the bound?
    #[must_use]
    pub fn allows(&mut self, read: u64, became: u64) -> bool {
        let left = self.0.checked_sub(read.saturating_sub(became));
        self.0 = left.unwrap_or_default();
        left.is_some()
    }
}

/// Unpacks a stream to at most so many bytes. What stands behind its end is left.
pub fn unpack(
    packed: &[u8],
    form: PackedForm,
    most: usize,
    waste: &mut Waste,
) -> Result<Vec<u8>, UnpackError> {
    let (unpacked, read) = match form {
        PackedForm::Bare => {
            let mut stream = DeflateDecoder::new(packed);
            (up_to(&mut stream, most), stream.total_in())
        }
        PackedForm::Zlib => {
            let mut stream = ZlibDecoder::new(packed);
            (up_to(&mut stream, most), stream.total_in())
        }
    };
    let became = unpacked.as_ref().map_or(0, Vec::len) as u64;
    match unpacked {
        _ if !waste.allows(read, became) => Err(UnpackError::Broken),
        Ok(bytes) if bytes.len() > most => Err(UnpackError::TooLong),
        Ok(bytes) => Ok(bytes),
        Err(_) => Err(UnpackError::Broken),
    }
}

/// One byte more than may be tells that there are more.
fn up_to(stream: &mut dyn Read, most: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take((most as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::*;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut out = DeflateEncoder::new(Vec::new(), Compression::best());
        out.write_all(text).unwrap();
        out.finish().unwrap()
    }

    #[test]
    fn a_stream_unpacks_to_its_bound_and_not_beyond() {
        let text = "Öppet hus. ".repeat(1000).into_bytes();
        let bare = packed(&text);
        let mut out = ZlibEncoder::new(Vec::new(), Compression::fast());
        out.write_all(&text).unwrap();
        let wrapped = out.finish().unwrap();
        for (form, bytes) in [(PackedForm::Bare, &bare), (PackedForm::Zlib, &wrapped)] {
            let mut none = Waste::of_file(0);
            assert_eq!(unpack(bytes, form, text.len(), &mut none).as_ref(), Ok(&text));
            assert_eq!(unpack(&[bytes, &b"more"[..]].concat(), form, 1 << 20, &mut none).as_ref(), Ok(&text));
            assert_eq!(unpack(bytes, form, text.len() - 1, &mut none), Err(UnpackError::TooLong));
            let mut much = Waste::of_file(1 << 20);
            assert_eq!(unpack(&bytes[..bytes.len() / 2], form, 1 << 20, &mut much), Err(UnpackError::Broken));
        }
    }

    #[test]
    fn what_becomes_nothing_is_read_once_and_no_more() {
        // Blocks of no bytes, as they are stored: the last one ends the stream.
        let mut empty = [0, 0, 0, 0xff, 0xff].repeat(2_000);
        empty.extend([1, 0, 0, 0xff, 0xff]);
        let mut waste = Waste::of_file(empty.len() as u64);
        assert_eq!(unpack(&empty, PackedForm::Bare, 100, &mut waste), Ok(Vec::new()));
        assert_eq!(unpack(&empty, PackedForm::Bare, 100, &mut waste), Err(UnpackError::Broken));
        assert_eq!(
            unpack(&packed(b"hej hej hej hej hej"), PackedForm::Bare, 100, &mut waste),
            Ok(b"hej hej hej hej hej".to_vec())
        );
    }
}
