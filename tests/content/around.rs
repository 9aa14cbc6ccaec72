//! What lies around the content: litter, folders of file servers, copies, pictures with odd names, old addresses. None of it goes out, or keeps the rest
//! from going out.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]

use std::fs;

use fcsite::base::{Code, has_ignored_part};

use fcsite::host::source::Source;
use fcsite::input::{InputError, Inputs};

use super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, NEWS_TEXT, PAGE, PAGE_TEXT, Project, png};

/// What editors, systems and servers leave: the names are tried one by one in `base/ignored.rs`; here they lie in every folder.
const LITTER: [&str; 14] = [
    "2026-01-10-hej.md~",
    ".2026-01-10-hej.md.swp",
    "2026-01-10-hej.md.bak",
    "#hej.md#",
    ".#hej.md",
    "~$hej.docx",
    "x.tmp",
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    "._hej.md",
    "hej.md.orig",
    "hej.md.rej",
    "hej.md.part",
];

const FOLDERS: [&str; 10] = [
    "@eaDir",
    "#recycle",
    "$RECYCLE.BIN",
    "System Volume Information",
    "__MACOSX",
    ".Trash-1000",
    ".git",
    ".stfolder",
    "lost+found",
    ".Spotlight-V100",
];

#[test]
fn litter_in_any_folder_changes_nothing_and_is_not_told() {
    let clean = Project::new().pages();
    let clean: Vec<_> = clean.files().collect();
    let tops = [
        "content",
        "content/botkyrka",
        "content/botkyrka/centres",
        "content/botkyrka/news",
        "content/botkyrka/pages",
        "content/botkyrka/images",
    ];
    let mut project = Project::new();
    for top in tops {
        for name in LITTER {
            project = project.with(&format!("{top}/{name}"), "skräp\0");
        }
        for folder in FOLDERS {
            project = project
                .with(&format!("{top}/{folder}/x.md"), "skräp\0")
                .with(&format!("{top}/{folder}/a/municipality.yaml"), "x");
        }
    }
    for folder in FOLDERS {
        // An empty one, and one that is closed to people.
        project = project.with_fault(&format!("content/{folder}"), InputError::EmptyFolder);
        project =
            project.with_fault(&format!("content/botkyrka/{folder}"), InputError::Io("no permission".into()));
    }
    let built = project.build();
    assert_eq!(built.told(), Vec::<String>::new());
    assert_eq!(built.files().collect::<Vec<_>>(), clean);
    let findings = project.check();
    assert!(findings.diagnostics.is_empty(), "{:?}", findings.diagnostics);
}

#[test]
fn litter_of_a_theme_is_no_part_of_it() {
    let theme = Project::new()
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
        .and(BOTKYRKA, "theme: prov\n");
    let litter = LITTER.iter().chain(&["assets/site.css~", "assets/Thumbs.db", "templates/page.html.orig"]);
    let theme = litter.fold(theme, |theme, name| theme.with(&format!("themes/prov/{name}"), "skräp"));
    assert_eq!(theme.build().told(), Vec::<String>::new());
}

#[test]
fn a_scan_of_the_disk_goes_into_no_folder_of_a_file_server() {
    let root = tempfile::tempdir().unwrap();
    let put = |path: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    };
    put("content/site.yaml");
    put("content/botkyrka/municipality.yaml");
    put("content/botkyrka/images/lek.png");
    for name in LITTER {
        put(&format!("content/botkyrka/news/{name}"));
    }
    for folder in FOLDERS {
        put(&format!("content/{folder}/x"));
        put(&format!("content/botkyrka/images/{folder}/lek.png"));
        fs::create_dir_all(root.path().join(format!("content/botkyrka/{folder}"))).unwrap();
    }
    fs::create_dir(root.path().join("content/#snapshot")).unwrap();
    let source = Source::scan(root.path(), &Default::default());
    let paths: Vec<_> =
        source.folders().iter().flat_map(|folder| folder.paths.iter()).map(|path| path.as_str()).collect();
    assert_eq!(
        paths,
        ["content/site.yaml", "content/botkyrka/images/lek.png", "content/botkyrka/municipality.yaml"]
    );
    assert!(source.faults().is_empty(), "{:?}", source.faults());
    assert!(source.folders().iter().all(|folder| !has_ignored_part(&folder.name)));
}

#[test]
fn nothing_of_a_copy_is_published_and_the_original_counts() {
    let secret = "KOPIANS ORD";
    let text = |whole: &str| whole.replace("Hej", secret).replace("Om oss", secret).replace("Fittja", secret);
    let names = [
        ("content/botkyrka/news/2026-01-10-hej", ".md", NEWS_TEXT),
        ("content/botkyrka/pages/om", ".md", PAGE_TEXT),
        ("content/botkyrka/centres/fittja", ".yaml", FITTJA_TEXT),
    ];
    let marks = [
        " (1)",
        " - kopia",
        " - Copy",
        "-DESKTOP-AB12",
        " (Annas konfliktkopia 2026-11-21)",
        " (Anna's conflicted copy 2026-11-21)",
        ".sync-conflict-20261120-101010-ABCDEFG",
        "-annas-dator",
        "_conf(anna)",
        " 2",
        " (1) (1)",
        "-kopia",
    ];
    let clean = Project::new().pages();
    for mark in marks {
        let project = names.iter().fold(Project::new(), |project, (stem, ending, whole)| {
            project.with(&format!("{stem}{mark}{ending}"), text(whole))
        });
        let built = project.build();
        assert_eq!(built.codes(), [Code::ConflictCopy; 3], "{mark}: {:?}", built.told());
        assert!(built.files().eq(clean.files()), "{mark}: the site is another one");
        let findings = project.check();
        let codes: Vec<Code> = findings.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::ConflictCopy; 3], "{mark}: check says the same and no more");
    }
}

#[test]
fn a_picture_whose_name_looks_like_a_copys_counts_where_a_text_shows_it() {
    let project = Project::new()
        .with("content/botkyrka/images/lek (1).png", png(8, 6))
        .and(FITTJA, "images: [{src: images/lek (1).png, alt: Lek}]\n");
    let built = project.pages();
    assert_eq!(built.told(), Vec::<String>::new());
    assert!(built.page("botkyrka/familjecentraler/fittja/index.html").contains("assets/lek-1."));
}

/// What else is of the kind: names of letters that no address has, of hidden files, of nothing but signs.
#[test]
fn a_picture_may_have_any_name_and_its_address_is_one_that_every_disk_takes() {
    let long = "x".repeat(244);
    for name in
        [long.as_str(), &"å".repeat(120), "صورة", "–", "Å Ä Ö (2) – sommar", "a.b.c", "%2e%2e", "IMG_0001"]
    {
        let built = Project::new()
            .with(&format!("content/botkyrka/images/{name}.png"), png(900, 6))
            .and(FITTJA, &format!("images: [{{src: \"images/{name}.png\", alt: Lek}}]\n"))
            .pages();
        let pictures: Vec<&str> = built
            .files()
            .map(|(path, _)| path)
            .filter(|path| path.ends_with(".png") || path.ends_with(".webp"))
            .filter(|path| !path.ends_with("/delning.png"))
            .collect();
        assert_eq!(pictures.len(), 4, "{name}: {pictures:?}");
        for path in pictures {
            let file = path.rsplit('/').next().unwrap();
            assert!(file.len() <= 160 && file.is_ascii() && !file.starts_with('.'), "{name}: {file}");
            assert!(
                built.page("botkyrka/familjecentraler/fittja/index.html").contains(file),
                "{name}: {file}"
            );
        }
    }
}

fn with_aliases(aliases: &str) -> Project {
    Project::new().but(PAGE, "title:", &format!("aliases: [{aliases}]\ntitle:"))
}

#[test]
fn old_addresses_lead_on_from_where_they_were() {
    for (alias, page, target) in [
        ("/gammal/adress/", "gammal/adress/index.html", "../../om/"),
        ("/gammal/sida.html", "gammal/sida.html", "../om/"),
        ("/sida.htm", "sida.htm", "om/"),
        ("/Gammal-Sida/", "Gammal-Sida/index.html", "../om/"),
        ("/om_oss/", "om_oss/index.html", "../om/"),
        ("/4.6a52b0f111e4ea4e7ba7a18.html", "4.6a52b0f111e4ea4e7ba7a18.html", "om/"),
        // Copied from the browser's address: counted from the site's top.
        ("/botkyrka/gammal/", "gammal/index.html", "../om/"),
        ("/botkyrka/gammal/sida.html", "gammal/sida.html", "../om/"),
        ("/botkyrkabyggen/", "botkyrkabyggen/index.html", "../om/"),
    ] {
        let project = with_aliases(alias);
        let built = project.pages();
        assert_eq!(built.told(), Vec::<String>::new());
        let html = built.page(&format!("botkyrka/{page}"));
        assert!(
            html.contains(&format!("\"{target}\"")) || html.contains(&format!("url={target}")),
            "{alias}: {html}"
        );
        assert!(!built.all_text().contains("botkyrka/botkyrka"), "{alias}");
        assert!(project.check().diagnostics.is_empty(), "{alias}: {:?}", project.check().diagnostics);
    }
}

#[test]
fn an_old_address_that_no_file_can_stand_for_is_told_with_what_to_do() {
    for (alias, words) in [
        ("/sida.aspx", "web server to send readers on"),
        ("\"/sida.php?id=7\"", "web server to send readers on"),
        ("/con/", "web server to send readers on"),
        ("/om-förskolan/", "web server to send readers on"),
        ("\"/%2e%2e/x/\"", "web server to send readers on"),
        ("/Om/", "/om/ in upper and lower case alone"),
        ("/Nyheter/2019/", "/nyheter/ in upper and lower case alone"),
        ("/gammal/, /Gammal/", "/gammal/ in upper and lower case alone"),
        ("/botkyrka/", "front page"),
        ("/.htaccess", "not an address within this site"),
        ("https://www.prov.example/gammal/", "Write /gammal/"),
    ] {
        let built = with_aliases(alias).build();
        assert_eq!(built.codes(), [Code::BadAlias], "{alias}: {:?}", built.told());
        assert!(built.told()[0].contains(words), "{alias}: {:?}", built.told());
        let place = built.report.diagnostics[0].place.as_ref().unwrap();
        assert_eq!(place.line, 2, "{alias}");
    }
    let built = with_aliases(&format!("/{}/", "x".repeat(300))).build();
    assert!(built.told()[0].contains("too long for a file"), "{:?}", built.told());
    let shared = Project::new()
        .with("content/_shared/pages/ny.md", PAGE_TEXT.replace("title:", "aliases: [/Botkyrka/x/]\ntitle:"));
    assert_eq!(shared.build().codes(), [Code::BadAlias], "a disk may take it for a municipality's folder");
}

#[test]
fn what_is_around_the_content_is_not_in_a_memory_either() {
    // A copy comes and goes while a memory is kept.
    let mut memory = fcsite::cache::Memory::default();
    assert!(!Project::new().build_with(Some(&mut memory)).report.has_errors());
    let copied = Project::new().with("content/botkyrka/news/2026-01-10-hej (1).md", NEWS_TEXT);
    assert_eq!(copied.build_with(Some(&mut memory)).codes(), [Code::ConflictCopy]);
    assert_eq!(Project::new().build_with(Some(&mut memory)).codes(), []);
}

#[test]
fn a_notice_of_the_municipality_stands_before_the_centres_own_on_its_page() {
    let project = Project::new()
        .and(BOTKYRKA, "notices:\n  - {title: Telefonerna ligger nere, from: 2026-03-01, until: 2026-03-03}\n  - {title: Nya avgifter, until: 2026-12-31}\n")
        .and(FITTJA, "notices:\n  - {title: Ny dörr, until: 2026-03-31}\n  - {title: Hissen är trasig, until: 2026-03-06}\n");
    let built = project.clone().on("2026-03-02").pages();
    for page in ["botkyrka/index.html", "botkyrka/familjecentraler/fittja/index.html"] {
        assert!(built.page(page).contains("Telefonerna ligger nere"), "{page}");
    }
    let page = built.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(!page.contains("Nya avgifter") && built.page("botkyrka/index.html").contains("Nya avgifter"));
    assert!(page.find("Telefonerna").unwrap() < page.find("Ny dörr").unwrap());
    // One that says only how long it is for holds from now, and is in front for its last two weeks.
    let is_in_front =
        |page: &str, text: &str| page.find(text).unwrap() < page.find("centre-contact").unwrap();
    assert!(is_in_front(page, "Hissen är trasig") && !is_in_front(page, "Ny dörr"));
    let last = project.clone().on("2026-03-20").pages();
    let page = last.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(is_in_front(page, "Ny dörr") && !page.contains("Hissen är trasig"));
    assert!(!page.contains("Nya avgifter"));
    let last = project.on("2026-12-20").pages();
    assert!(last.page("botkyrka/familjecentraler/fittja/index.html").contains("Nya avgifter"));
    let later =
        Project::new().and(BOTKYRKA, "notices:\n  - {title: Telefonerna ligger nere, until: 2026-03-01}\n");
    let built = later.on("2026-03-02").pages();
    assert!(!built.page("botkyrka/familjecentraler/fittja/index.html").contains("Telefonerna"));
}
