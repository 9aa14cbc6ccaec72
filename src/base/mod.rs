//! Words that all rooms share: paths, addresses, fingerprints, diagnostics.
//!
//! Nothing here knows of families, centres or pages, and nothing here may use another room.

pub mod characters;
mod code;
mod diagnostic;
mod fingerprint;
pub mod json;
pub mod markup;
mod messages;
mod path;
mod phrase;
mod suggest;
mod url;

pub use code::{Code, Severity};
pub use diagnostic::{At, Checked, Diagnostic, Lines, Place, Report, Seg, byte_order_mark};
pub use fingerprint::{Fingerprint, Mixer, SetPrint};
pub use messages::{Locale, Messages, Rendered};
pub use path::{OutputPath, SourcePath, is_slug, short_stem, slug_of};
pub use phrase::{Phrase, Value, Word};
pub use suggest::nearest;
pub use url::{AbsoluteUrl, Email, Url, UrlError, relative_prefix};
