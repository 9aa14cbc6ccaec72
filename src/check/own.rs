//! The site's own address: a link that somebody copied from the browser is written in full, and leads to a page of the site itself. Whether
//! it is there is known without asking anybody.

use crate::render::anchors;
use crate::survey::Survey;

/// Where the site and its municipalities are published.
pub struct OwnSite {
    /// Each address without its scheme, and the folder of the output that lies there; the longest first.
    bases: Vec<(String, String)>,
}

impl OwnSite {
    /// The addresses of a site.
    pub fn of(survey: &Survey) -> Self {
        let whole = survey.site.iter().map(|site| (plain(site.base_url.base()), String::new()));
        let parts = survey.municipalities.iter().filter_map(|folder| {
            let base = folder.config.as_ref()?.value.base_url.as_ref()?;
            Some((plain(base.base()), format!("{}/", folder.id)))
        });
        let mut bases: Vec<(String, String)> = whole.chain(parts).collect();
        bases.sort_by_key(|(base, _)| std::cmp::Reverse(base.len()));
        Self { bases }
    }

    /// The file of the output that an address leads to, and the place in it, if it is one of the site's own.
    pub fn resolve(&self, url: &str) -> Option<(String, Option<String>)> {
        let address = plain(url);
        self.bases.iter().find_map(|(base, folder)| {
            let rest = address.strip_prefix(base.as_str())?;
            let is_below = rest.is_empty() || rest.starts_with(['/', '?', '#']);
            let rest = is_below.then(|| rest.trim_start_matches('/'))?;
            let path = if rest.starts_with(['?', '#']) || rest.is_empty() {
                format!("./{rest}")
            } else {
                rest.to_string()
            };
            anchors::resolve(&format!("{folder}index.html"), &path)
        })
    }

    /// What stands before a path of the output on the web.
    pub fn address_of(&self, file: &str) -> Option<String> {
        let path = file.strip_suffix("index.html").unwrap_or(file);
        self.bases.iter().find_map(|(base, folder)| {
            let rest = path.strip_prefix(folder.as_str())?;
            Some(format!("https://{base}/{rest}"))
        })
    }
}

/// An address without its scheme, with the server's name in small letters.
fn plain(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    format!("{}{path}", host.to_ascii_lowercase())
}
