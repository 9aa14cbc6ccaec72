//! The front matter of news and pages.

use crate::parse::record::words;

words! {
    /// News or notice.
    NewsKind {
        /// News.
        News = "news",
        /// A notice: something to know, often for a time.
        Notice = "notice",
    }
}
