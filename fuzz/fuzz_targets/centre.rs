//! A whole centre in YAML.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;
use site::{FITTJA, try_with};

fuzz_target!(|data: &[u8]| try_with(FITTJA, data));
