//! Links to other websites, with the places that they stand at, to be tried by the host.

use super::Ground;
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;
use crate::parse::check::Notice;
use crate::parse::municipality::NavigationTarget;

/// A link to another website.
#[derive(Clone, Debug)]
pub struct OutsideLink {
    /// Where it leads.
    pub url: String,
    /// The file that it stands in.
    pub path: SourcePath,
    /// The place in the file.
    pub at: At,
    /// The warnings that the file turns off.
    pub off: Vec<Code>,
}

impl OutsideLink {
    /// Something about the link.
    pub fn diagnostic(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, &self.path, self.at.clone()).with("target", &self.url)
    }
}

/// All links of a folder that lead to other websites.
pub fn outside_links(folder: &Folder, ground: Ground<'_>) -> Vec<OutsideLink> {
    let mut links = Vec::new();
    let mut add = |url: &AbsoluteUrl, path: &SourcePath, way: Vec<Seg>| {
        links.push(OutsideLink {
            url: url.to_string(),
            path: path.clone(),
            at: At::Value(way),
            off: folder.turned_off(path),
        });
    };
    let key = |name: &str| Seg::Key(name.to_string());
    if let Some(config) = &folder.config {
        let (path, value) = (&config.path, &config.value);
        if let Some(url) = &value.contact.url {
            add(url, path, vec![key("contact"), key("url")]);
        }
        for (index, entry) in value.navigation.iter().enumerate() {
            if let NavigationTarget::Url(url) = &entry.target {
                add(url, path, vec![key("navigation"), Seg::Index(index), key("url")]);
            }
        }
        if let Some(url) = value.statement.as_ref().and_then(|statement| statement.feedback_url.as_ref()) {
            add(url, path, vec![key("accessibility_statement"), key("feedback_url")]);
        }
        in_notices(&value.notices, path, &mut add);
    }
    for centre in &folder.centres {
        let (path, value) = (&centre.path, &centre.value);
        if let Some(url) = &value.url {
            add(url, path, vec![key("url")]);
        }
        for (index, service) in value.services.iter().enumerate() {
            if let Some(url) = &service.url {
                add(url, path, vec![key("services"), Seg::Index(index), key("url")]);
            }
        }
        in_notices(&value.notices, path, &mut add);
    }
    for text in super::texts(folder, ground) {
        let outside = |target: &str| AbsoluteUrl::parse(target).is_ok();
        for link in text.prose.links.iter().filter(|link| outside(&link.target)) {
            let (path, off) = (text.path.clone(), folder.turned_off(text.path));
            links.push(OutsideLink { url: link.target.clone(), path, at: At::Span(link.span.clone()), off });
        }
    }
    links
}

fn in_notices(
    notices: &[Notice],
    path: &SourcePath,
    add: &mut impl FnMut(&AbsoluteUrl, &SourcePath, Vec<Seg>),
) {
    let key = |name: &str| Seg::Key(name.to_string());
    for (index, notice) in notices.iter().enumerate() {
        for (place, link) in notice.links.iter().enumerate() {
            let way = vec![key("notices"), Seg::Index(index), key("links"), Seg::Index(place), key("url")];
            add(&link.url, path, way);
        }
    }
}
