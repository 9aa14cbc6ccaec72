//! A document: whatever its bytes, it is read or given up, and nobody waits for it.
#![no_main]

use fcsite::parse::attachment::{AttachmentKind, pdf, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for kind in AttachmentKind::ALL {
        let _ = read(data, kind.extension());
    }
    let _ = pdf::read(data);
});
