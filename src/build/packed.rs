//! Packed files: what a server sends as it is to a browser that unpacks it, so that it need not pack anew for each reader.

use std::io::Write as _;

use brotli::CompressorWriter;
use flate2::{Compression, GzBuilder};

use crate::base::named;

named! {
    /// A coding of what is sent (RFC 9110, 8.4.1); it is called as the name of a packed file ends, as servers look for it.
    pub enum Coding: ending in ALL {
        /// Brotli (RFC 7932).
        Brotli = "br",
        /// gzip (RFC 1952).
        Gzip = "gz",
    }
}

/// Brotli's quality, of 11: the two above take ten times as long for a hundredth.
const QUALITY: u32 = 9;

/// The most that Brotli looks back, as a power of two; every browser has room for it.
const WINDOW: u32 = 22;

/// How much is handed on at once.
const PIECE: usize = 4096;

impl Coding {
    /// The bytes, packed: the same each time, on every machine.
    pub fn pack(self, bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::with_capacity(bytes.len() / 3);
        // Writing to memory cannot fail.
        match self {
            Self::Brotli => {
                let _ = CompressorWriter::new(&mut packed, PIECE, QUALITY, WINDOW).write_all(bytes);
            }
            Self::Gzip => {
                // Neither a time nor the name of a system is told.
                let mut writer =
                    GzBuilder::new().operating_system(255).write(&mut packed, Compression::best());
                let _ = writer.write_all(bytes);
                let _ = writer.finish();
            }
        }
        packed
    }
}
