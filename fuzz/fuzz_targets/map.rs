//! A map's ground.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;
use site::{MAP, try_with};

fuzz_target!(|data: &[u8]| try_with(MAP, data));
