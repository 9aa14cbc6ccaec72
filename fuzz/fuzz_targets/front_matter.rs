//! Front matter and a text: a whole news item.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;
use site::{NEWS, try_with};

fuzz_target!(|data: &[u8]| try_with(NEWS, data));
