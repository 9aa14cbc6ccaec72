//! Markdown below a front matter that is well: the text of a page.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;
use site::{PAGE, try_with};

fuzz_target!(|data: &[u8]| try_with(PAGE, &[b"---\ntitle: Om oss\n---\n\n", data].concat()));
