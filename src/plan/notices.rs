//! Notices: what stands before all else on a page, and for how long.

use jiff::ToSpan;
use jiff::civil::Date;

use super::links::Urls;
use super::{LinkView, NoticeView, Scope};
use crate::base::markup::escape_into;
use crate::base::{SourcePath, percent_encoded, relative_prefix};
use crate::parse::check::Notice;
use crate::parse::markdown::{FileLink, Piece};

impl Scope<'_> {
    /// The notices that are valid on the day of the build, on the page at `url`.
    pub fn notices(&self, notices: &[Notice], url: &str) -> Vec<NoticeView> {
        let valid = notices.iter().filter(|notice| notice.is_valid_on(self.regional.now));
        valid.map(|notice| self.notice(notice, &relative_prefix(url))).collect()
    }

    /// Those of the municipality that stand before all else these days, on a centre's page at `url`: made once for all these pages.
    pub fn in_front(&self, url: &str) -> Vec<NoticeView> {
        let (root, now) = (relative_prefix(url), self.regional.now);
        let made = || {
            let all = self.section.config.iter().flat_map(|config| &config.notices);
            let near = all.filter(|notice| notice.is_valid_on(now) && is_in_front(notice, now));
            near.map(|notice| self.notice(notice, &root)).collect()
        };
        self.in_front.borrow_mut().entry(root.clone()).or_insert_with(made).clone()
    }

    /// A notice; `root` is the way to the site's folder.
    pub fn notice(&self, notice: &Notice, root: &str) -> NoticeView {
        let body = notice.body.as_ref().map(|text| text.in_language(self.lang, self.section.own()));
        NoticeView {
            title: self.text(&notice.title),
            body: body.map(|(text, _)| self.notice_body(text, root)),
            body_lang: body.map(|(_, lang)| lang).filter(|lang| *lang != self.lang).map(str::to_string),
            from: notice.from.map(|date| self.date(date)),
            until: notice.until.map(|date| self.date(date)),
            now: is_in_front(notice, self.regional.now),
            links: notice
                .links
                .iter()
                .map(|link| LinkView { text: self.text(&link.title), href: link.url.as_str().to_string() })
                .collect(),
        }
    }

    /// A notice's Markdown as HTML. Its links to files are seen from the municipality's folder, as all paths in YAML.
    fn notice_body(&self, text: &str, root: &str) -> String {
        let body = crate::parse::parse_fragment(text);
        let path =
            |link: &FileLink| SourcePath::join(&format!("content/{}", self.section.folder()), &link.target);
        let href = |link: &FileLink| {
            path(link)
                .and_then(|path| self.section.targets.get(&path))
                .map(|target| Urls::target(target, self.lang, self.section))
        };
        let mut html = String::new();
        for piece in &body.pieces {
            match piece {
                Piece::Html(text) => html.push_str(text),
                Piece::Href(index) => {
                    let link = body.links.get(*index);
                    let address = format!("{root}{}", link.and_then(href).unwrap_or_default());
                    // The front page seen from itself.
                    escape_into(if address.is_empty() { "./" } else { &address }, &mut html);
                    if let Some(fragment) = link.and_then(|link| link.fragment.as_ref()) {
                        html.push('#');
                        html.push_str(&percent_encoded(fragment));
                    }
                }
                Piece::FileNote(index) => {
                    html.extend(body.links.get(*index).map(|link| self.attach(path(link).as_ref())));
                }
                Piece::Words(key) => escape_into(self.words.get(key), &mut html),
                Piece::Fill(index) => {
                    html.extend(body.fills.get(*index).map(|fill| self.fill_html(fill, false)));
                }
                // A notice is a few lines: pictures and boxes stand on pages.
                Piece::Image(_) | Piece::Centre(_) | Piece::Contacts => {}
            }
        }
        html
    }
}

/// The last of the days for which something may stand before all else on a page: two weeks from its first.
pub fn last_in_front(first: Date) -> Date {
    first.saturating_add(14.days())
}

/// Is a notice for some days, or without any? Then it stands before all else on its page. One that says only how long it is for holds from now:
/// its last two weeks are in front.
pub fn is_in_front(notice: &Notice, now: Date) -> bool {
    notice.until.is_none_or(|until| until <= last_in_front(notice.from.unwrap_or(now)))
}
