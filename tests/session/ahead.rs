//! What all pages are made of has changed: the page that somebody looks at is made before all others, and is the one that the build makes.

use std::collections::BTreeMap;
use std::{fs, path::Path};

use fcsite::base::OutputPath;
use fcsite::host::session::Session;

use super::world::{SITE, job, saved, site, write};

const THEME: &str = "themes/egen/theme.yaml";

fn theme(colour: &str) -> String {
    format!("name: Egen\nextends: base\ntokens:\n  color-footer: \"{colour}\"\n")
}

/// The files that are shown ahead for a page.
fn ahead(session: &Session, output: &Path, page: &str) -> BTreeMap<String, Vec<u8>> {
    let page = OutputPath::new(page).unwrap();
    session.bench().page(&page, &|path| output.join(path).exists()).files
}

#[test]
fn a_page_that_is_shown_ahead_is_the_page_that_the_build_makes_with_its_stylesheet() {
    let dir = site();
    let (source, output) = (dir.path().join("."), dir.path().join("public"));
    write(&source, THEME, theme("#103020"));
    let site = |title: &str| SITE.replace("Länet", title) + "theme: egen\n";
    write(&source, "content/site.yaml", site("Länet"));
    let mut session = Session::new(job(dir.path(), &output));
    assert!(session.build().outcome.published);
    let pages = [
        "alfa/nyheter/2026-01-02-nyhet/index.html",
        "beta/index.html",
        "alfa/nyheter/index.html",
        "alfa/sok/index.html",
    ];
    let template =
        "{% extends \"base/layout.html\" %}{% block header %}<p>Ett annat huvud</p>{% endblock %}\n";
    for (file, text) in [
        (THEME, theme("#302010")),
        ("themes/egen/templates/layout.html", template.to_string()),
        ("content/site.yaml", site("Regionen")),
    ] {
        let before = pages.map(|page| fs::read(output.join(page)).unwrap());
        saved(&mut session, &source, file, &text);
        let made = pages.map(|page| ahead(&session, &output, page));
        assert!(session.build().outcome.published, "{file}");
        for ((page, made), before) in pages.iter().zip(&made).zip(&before) {
            assert!(made.contains_key(*page), "{file}: {page}");
            assert!(made.len() <= 3, "{file}: {:?}", made.keys());
            for (path, bytes) in made {
                assert!(fs::read(output.join(path)).unwrap() == *bytes, "{file}: {path}");
            }
            assert!(made[*page] != *before, "{file}: {page} shows nothing of it");
        }
    }
}

#[test]
fn nothing_is_shown_ahead_of_what_is_wrong_of_the_region_and_of_a_page_that_is_not_there() {
    let dir = site();
    let output = dir.path().join("public");
    let mut session = Session::new(job(dir.path(), &output));
    assert!(session.build().outcome.published);
    for page in [
        "index.html",
        "sok/index.html",
        "gamma/index.html",
        "alfa/nyheter/ingen/index.html",
        "_shared/index.html",
    ] {
        let made = ahead(&session, &output, page);
        assert!(made.keys().all(|path| !path.ends_with(".html")), "{page}: {:?}", made.keys());
    }
    saved(&mut session, dir.path(), "content/site.yaml", "title: [\n");
    let page = OutputPath::new("alfa/index.html").unwrap();
    assert!(session.bench().page(&page, &|_| true).pages.is_empty());
    assert!(!session.build().outcome.published);
}
