//! Documents to download: what a file is by its bytes, and how it is taken.
//!
//! Five kinds are taken: those that every telephone opens and that carry no program. A file is what its first bytes say, and its ending must say
//! the same, since the ending is what a server and a reader's computer go by.

pub mod packed;
pub mod pdf;

use std::fmt;

use crate::base::{Phrase, named};

/// The largest document that is taken, in bytes. Larger ones come from scanners, and nobody reads them on a telephone.
pub const MAX_BYTES: usize = 25 * 1024 * 1024;

named! {
    /// A kind of document that is taken; it is called by the ending of its files.
    pub enum AttachmentKind: extension in ALL {
        /// PDF.
        Pdf = "pdf",
        /// A text of LibreOffice.
        Odt = "odt",
        /// A text of Word.
        Docx = "docx",
        /// A sheet of Excel.
        Xlsx = "xlsx",
        /// Dates for a calendar.
        Ics = "ics",
    }
}

impl AttachmentKind {
    /// The kind that a file's ending says.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.extension().eq_ignore_ascii_case(extension))
    }

    /// The kind that a path's ending says.
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        name.rsplit_once('.').and_then(|(_, extension)| Self::of_extension(extension))
    }
}

impl fmt::Display for AttachmentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.extension())
    }
}

/// Why a file is not taken as a document.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum AttachmentError {
    /// Its ending is that of no kind that is taken.
    Ending,
    /// Its bytes are not what its ending says.
    Content(AttachmentKind),
    /// It carries a program.
    Macros,
    /// The file is larger than [`MAX_BYTES`]: its bytes.
    TooManyBytes(usize),
}

impl std::error::Error for AttachmentError {}

impl AttachmentError {
    /// What to do about it: the key of an advice.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Ending => "kind",
            Self::Content(_) => "again",
            Self::Macros => "macros",
            Self::TooManyBytes(_) => "smaller",
        }
    }

    /// Why, in a message.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Ending => Phrase::new("document-ending"),
            Self::Content(kind) => Phrase::new("document-content").with("kind", kind),
            Self::Macros => Phrase::new("document-macros"),
            Self::TooManyBytes(bytes) => Phrase::new("document-bytes")
                .with("size", bytes / 1_048_576)
                .with("limit", MAX_BYTES / 1_048_576),
        }
    }
}

impl fmt::Display for AttachmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ending => f.write_str("this is no kind of document that is taken"),
            Self::Content(kind) => write!(f, "this is no {kind} file, or a damaged one"),
            Self::Macros => f.write_str("this document carries a program"),
            Self::TooManyBytes(bytes) => write!(f, "this document is {bytes} bytes long"),
        }
    }
}

/// Reads what a document is, whose name has this ending.
pub fn read(bytes: &[u8], extension: &str) -> Result<AttachmentKind, AttachmentError> {
    let kind = AttachmentKind::of_extension(extension).ok_or(AttachmentError::Ending)?;
    if bytes.len() > MAX_BYTES {
        return Err(AttachmentError::TooManyBytes(bytes.len()));
    }
    let is_it = match kind {
        AttachmentKind::Pdf => bytes.starts_with(b"%PDF-1.") || bytes.starts_with(b"%PDF-2."),
        AttachmentKind::Ics => is_calendar(bytes),
        AttachmentKind::Odt | AttachmentKind::Docx | AttachmentKind::Xlsx => {
            let names = packed::names(bytes).ok_or(AttachmentError::Content(kind))?;
            if names.iter().any(|name| is_program(name)) {
                return Err(AttachmentError::Macros);
            }
            is_office(kind, bytes, &names)
        }
    };
    if is_it { Ok(kind) } else { Err(AttachmentError::Content(kind)) }
}

/// Is it text that begins as a calendar does?
fn is_calendar(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let begins = text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"));
    begins && std::str::from_utf8(text).is_ok_and(|text| !text.contains('\0'))
}

/// Has a packed document the part that makes it one of its kind?
fn is_office(kind: AttachmentKind, bytes: &[u8], names: &[&[u8]]) -> bool {
    const MIME: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.text";
    let has = |wanted: &[u8]| names.contains(&wanted);
    match kind {
        // The first file is not packed, so that the kind stands at a fixed place; a template's or a sheet's goes on.
        AttachmentKind::Odt => {
            let after = bytes.get(30 + MIME.len()).copied().unwrap_or_default();
            bytes.get(30..30 + MIME.len()) == Some(MIME) && !matches!(after, b'-' | b'a'..=b'z')
        }
        AttachmentKind::Docx => has(b"[Content_Types].xml") && has(b"word/document.xml"),
        AttachmentKind::Xlsx => has(b"[Content_Types].xml") && has(b"xl/workbook.xml"),
        AttachmentKind::Pdf | AttachmentKind::Ics => false,
    }
}

/// Is a file within a packed document a program: of Office, or of LibreOffice?
fn is_program(name: &[u8]) -> bool {
    let lower = name.to_ascii_lowercase();
    let last = lower.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    let in_folder = |folder: &[u8]| lower.starts_with(folder) && !last.is_empty();
    matches!(last, b"vbaproject.bin" | b"vbadata.xml") || in_folder(b"scripts/") || is_script_library(&lower)
}

/// A library of Basic that holds a module: every document of LibreOffice may have an empty one.
fn is_script_library(lower: &[u8]) -> bool {
    let within = lower.strip_prefix(b"basic/");
    within.is_some_and(|rest| {
        let last = rest.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
        !matches!(last, b"" | b"script-lc.xml" | b"script-lb.xml")
    })
}
