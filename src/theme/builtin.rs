//! The base theme inside the program.

/// Its files: path below the source folder, and bytes.
pub const BASE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/base_theme.rs"));
