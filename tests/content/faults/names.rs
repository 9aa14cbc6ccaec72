//! Names of files: copies, what systems forbid, lengths, twins, years with a slip, old addresses.

use fcsite::base::Code;

use super::super::project::{
    BOTKYRKA, FITTJA, FITTJA_TEXT, IMAGE, NEWS, NEWS_TEXT, PAGE, PAGE_TEXT, Project, png,
};
use super::{Case, check, edit, in_project, more};

fn beside(claim: &'static str, path: &str, bytes: impl Into<Vec<u8>>, says: &'static [&'static str]) -> Case {
    in_project(claim, Project::new().with(path, bytes), path, Code::ConflictCopy, says)
}

/// What else is of the kind: every program's way to name a copy is in the table of `base/copies.rs`; here each kind of file and folder.
#[test]
fn a_copy_beside_its_original_is_told_as_one() {
    let of_news = |mark: &str| format!("content/botkyrka/news/2026-01-10-hej{mark}");
    let english = "content/botkyrka/news/2026-01-10-hej.en.md";
    let in_english =
        Project::new().but("content/site.yaml", "organisation:", "languages: [sv, en]\norganisation:");
    let copied = "content/botkyrka/news/2026-01-10-hej.en (1).md";
    let shared = Project::new().with("content/_shared/pages/hjalp.md", PAGE_TEXT);
    let folder = "content/botkyrka - kopia/municipality.yaml";
    let folder = Project::new()
        .with(folder, Project::new().bytes(BOTKYRKA))
        .with("content/botkyrka - kopia/news/x.txt", "x");
    check(vec![
        beside(
            "a browser's",
            &of_news(" (1).md"),
            NEWS_TEXT,
            &["copy of content/botkyrka/news/2026-01-10-hej.md", "Compare"],
        ),
        beside("Windows'", &of_news(" - kopia.md"), NEWS_TEXT, &["2026-01-10-hej.md", "another name"]),
        beside("OneDrive's", &of_news("-DESKTOP-AB12.md"), NEWS_TEXT, &["2026-01-10-hej.md"]),
        beside(
            "Dropbox's",
            &of_news(" (Annas konfliktkopia 2026-11-21).md"),
            NEWS_TEXT,
            &["2026-01-10-hej.md"],
        ),
        beside(
            "Syncthing's",
            &of_news(".sync-conflict-20261120-101010-ABCDEFG.md"),
            NEWS_TEXT,
            &["2026-01-10-hej.md"],
        ),
        beside("iCloud's", &of_news(" 2.md"), NEWS_TEXT, &["2026-01-10-hej.md"]),
        beside("one that cannot be read", &of_news(" (1).md"), "<<<<<<< mine", &["2026-01-10-hej.md"]),
        beside("a page's", "content/botkyrka/pages/om - Copy.md", PAGE_TEXT, &["pages/om.md"]),
        beside(
            "a centre's",
            "content/botkyrka/centres/fittja-marias-dator.yaml",
            FITTJA_TEXT,
            &["centres/fittja.yaml"],
        ),
        beside(
            "a municipality's",
            "content/botkyrka/municipality (1).yaml",
            "name: x\n",
            &["botkyrka/municipality.yaml"],
        ),
        beside("the site's", "content/site - kopia.yaml", "title: x\n", &["content/site.yaml"]),
        beside(
            "a picture's",
            "content/botkyrka/images/lek (1).png",
            png(1, 1),
            &["images/lek.png", "no text shows it"],
        ),
        in_project(
            "a translation's",
            in_english.with(english, NEWS_TEXT).with(copied, NEWS_TEXT),
            copied,
            Code::ConflictCopy,
            &["hej.en.md"],
        ),
        in_project(
            "a shared one's",
            shared.with("content/_shared/pages/hjalp (1).md", PAGE_TEXT),
            "content/_shared/pages/hjalp (1).md",
            Code::ConflictCopy,
            &["_shared/pages/hjalp.md"],
        ),
        in_project(
            "a municipality's folder",
            folder,
            "content/botkyrka - kopia",
            Code::ConflictCopy,
            &["folder", "copy of content/botkyrka."],
        ),
    ]);
}

#[test]
fn a_copy_without_its_original_is_told_with_the_originals_name() {
    let moved = |from: &str, to: &str| Project::new().with(to, Project::new().bytes(from)).without(from);
    check(vec![
        in_project(
            "Syncthing's",
            moved(NEWS, "content/botkyrka/news/2026-01-10-hej.sync-conflict-20261120-101010-ABCDEFG.md"),
            "content/botkyrka/news/2026-01-10-hej.sync-conflict-20261120-101010-ABCDEFG.md",
            Code::BadName,
            &["“2026-01-10-hej.md”"],
        ),
        in_project(
            "a browser's",
            moved(PAGE, "content/botkyrka/pages/om (1).md"),
            "content/botkyrka/pages/om (1).md",
            Code::BadName,
            &["“om.md”"],
        ),
        in_project(
            "a centre's",
            moved(FITTJA, "content/botkyrka/centres/fittja - kopia.yaml"),
            "content/botkyrka/centres/fittja - kopia.yaml",
            Code::BadName,
            &["“fittja.yaml”"],
        ),
    ]);
}

/// What else is of the kind: every name in `base/reserved.rs`; here each kind of file and folder that has a name of its own in the source or the output.
#[test]
fn a_name_that_windows_forbids_is_told_with_another_on_every_system() {
    let page = |name: &str| Project::new().with(&format!("content/botkyrka/pages/{name}.md"), PAGE_TEXT);
    let picture = |name: &str| Project::new().with(&format!("content/botkyrka/images/{name}"), png(1, 1));
    let told = |claim, project, path: &str, says| in_project(claim, project, path, Code::ForbiddenName, says);
    let centre = Project::new().with(FITTJA, FITTJA_TEXT.replace("Fittja", "Tumba")).without(FITTJA);
    let centre = centre.with("content/botkyrka/centres/lpt1.yaml", FITTJA_TEXT);
    let folder =
        Project::new().region().with("content/com1/municipality.yaml", Project::new().bytes(BOTKYRKA));
    let in_english =
        page("nul").but("content/site.yaml", "organisation:", "languages: [sv, en]\norganisation:");
    let theme = Project::new().with("themes/aux/theme.yaml", "name: Aux\nextends: base\n");
    check(vec![
        told("a page", page("con"), "content/botkyrka/pages/con.md", &["“con.md”", "“con-1.md”", "device"]),
        told("a page in two languages", in_english, "content/botkyrka/pages/nul.md", &["“nul-1.md”"]),
        told(
            "a shared page",
            Project::new().with("content/_shared/pages/prn.md", PAGE_TEXT),
            "content/_shared/pages/prn.md",
            &["“prn-1.md”"],
        ),
        told("a centre", centre, "content/botkyrka/centres/lpt1.yaml", &["“lpt1-1.yaml”"]),
        told("a municipality", folder, "content/com1", &["“com1”", "“com1-1”"]),
        told("a picture", picture("aux.png"), "content/botkyrka/images/aux.png", &["“aux-1.png”"]),
        told(
            "a picture with two endings",
            picture("CON.foto.png"),
            "content/botkyrka/images/CON.foto.png",
            &["“CON-1.foto.png”"],
        ),
        told(
            "a picture with a colon",
            picture("kl 10:30.png"),
            "content/botkyrka/images/kl 10:30.png",
            &["“kl 10-30.png”"],
        ),
        told(
            "a picture with a blank at its end",
            picture("lek.png "),
            "content/botkyrka/images/lek.png ",
            &["“lek.png”", "ends with"],
        ),
        told(
            "a folder of pictures",
            picture("2026./a.png"),
            "content/botkyrka/images/2026./a.png",
            &["“2026.”", "“2026”"],
        ),
        told("a theme", theme, "themes/aux/theme.yaml", &["“aux-1”"]),
    ]);
    let built = Project::new().with("content/botkyrka/pages/CON.md", PAGE_TEXT).build();
    assert!(
        built.told().join("\n").contains("“con-1.md”"),
        "what is proposed is allowed: {:?}",
        built.told()
    );
}

#[test]
fn a_name_that_is_too_long_is_told_with_a_shorter_one() {
    let long = "ord-".repeat(60) + "slut";
    let page = format!("content/botkyrka/pages/{long}.md");
    let centre = format!("content/botkyrka/centres/{long}.yaml");
    let news = format!("content/botkyrka/news/2026-01-11-{long}.en.md");
    let folder = format!("content/{}", "x".repeat(150));
    let other = FITTJA_TEXT.replace("Fittja", "Tumba");
    let in_english =
        Project::new().but("content/site.yaml", "organisation:", "languages: [sv, en]\norganisation:");
    let both = in_english.with(&news, NEWS_TEXT);
    let proposed = "“".to_string() + &"ord-".repeat(24) + "ord.md”";
    let told = |project: Project| project.build().told().join("\n");
    let page = told(Project::new().with(&page, PAGE_TEXT));
    assert!(page.contains("FC0015") && page.contains("244 letters") && page.contains(&proposed), "{page}");
    for told in [
        told(Project::new().with(&centre, other)),
        told(both),
        told(Project::new().with(&format!("{folder}/municipality.yaml"), Project::new().bytes(BOTKYRKA))),
    ] {
        assert!(told.contains("FC0015"), "{told}");
    }
    let named = "x".repeat(100);
    let fits = Project::new().with(&format!("content/botkyrka/pages/{named}.md"), PAGE_TEXT);
    assert_eq!(fits.build().told(), Vec::<String>::new());
}

/// What else is of the kind: the same centre under another name in the same house; two that closed and moved; two streets of one name in two towns.
#[test]
fn two_centres_of_a_municipality_that_seem_to_be_one_are_told() {
    let second = "content/botkyrka/centres/norra.yaml";
    let with = |text: &str| Project::new().with(second, text);
    check(vec![
        in_project(
            "both",
            with(&FITTJA_TEXT.replace("name: ", "name: ¶")),
            second,
            Code::CentreTwice,
            &["same name and the same street", "centres/fittja.yaml"],
        ),
        in_project(
            "the name, in other letters",
            with(
                &FITTJA_TEXT
                    .replace("Fittja Torg 19", "Tumbavägen 3")
                    .replace("name: Fittja", "name: ¶FITTJA "),
            ),
            second,
            Code::CentreTwice,
            &["same name as"],
        ),
        in_project(
            "the street",
            with(&FITTJA_TEXT.replace("name: Fittja", "name: Norra").replace("street: ", "street: ¶")),
            second,
            Code::CentreTwice,
            &["same street", "check the address"],
        ),
    ]);
    let closed = FITTJA_TEXT.replace("status: open", "status: closed");
    let in_town = |town: &str| format!("{{street: Storgatan 1, city: {town}}}");
    let other = FITTJA_TEXT
        .replace("name: Fittja", "name: Norra")
        .replace("{street: Fittja Torg 19}", &in_town("Tumba"));
    let here = Project::new().but(FITTJA, "{street: Fittja Torg 19}", &in_town("Norsborg"));
    for fine in [with(&closed), here.with(second, other)] {
        assert_eq!(fine.build().told(), Vec::<String>::new());
    }
}

/// What else is of the kind: every date of every file; those that are told already when they have passed or are to come are not told twice.
#[test]
fn a_year_with_a_slip_is_told_with_the_one_that_was_meant() {
    let moved = |to: &str| Project::new().with(to, NEWS_TEXT).without(NEWS);
    let name = |claim, to: &str, code, says| in_project(claim, moved(to), to, code, says);
    let field =
        |claim, line: &str, code, says| edit(claim, NEWS, ("lead:", &format!("{line}\nlead:")), code, says);
    let centre = |claim, line: &str, code, says| more(claim, FITTJA, &format!("{line}\n"), code, says);
    let activity = |fields: &str| {
        format!("activities:\n  - {{id: a, title: A, day: monday, from: 9.00, to: 10.00, {fields}}}")
    };
    check(vec![
        name(
            "of a name",
            "content/botkyrka/news/0226-11-20-x.md",
            Code::ImpossibleYear,
            &["year 226", "2026-11-20-x.md"],
        ),
        name(
            "of a name, later",
            "content/botkyrka/news/2226-11-20-x.md",
            Code::ImpossibleYear,
            &["2226", "Did you mean 2026-11-20-x.md"],
        ),
        name(
            "of a name, possible",
            "content/botkyrka/news/2062-11-20-x.md",
            Code::UnlikelyYear,
            &["2062", "2026-11-20-x.md"],
        ),
        name(
            "of a name, long ago",
            "content/botkyrka/news/1926-11-20-x.md",
            Code::UnlikelyYear,
            &["1926", "2026-11-20-x.md"],
        ),
        in_project(
            "of a shared name",
            Project::new().with("content/_shared/news/2062-11-20-x.md", NEWS_TEXT),
            "content/_shared/news/2062-11-20-x.md",
            Code::UnlikelyYear,
            &["2026-11-20-x.md"],
        ),
        field("updated", "updated: ¶0226-11-20", Code::ImpossibleYear, &["Did you mean 2026-11-20?"]),
        field("expires", "expires: ¶2062-11-20", Code::UnlikelyYear, &["Did you mean 2026-11-20?"]),
        edit("a page", PAGE, ("title", "updated: ¶0206-11-20\ntitle"), Code::ImpossibleYear, &["year 206"]),
        centre("opened", "opened: ¶0199-01-01", Code::ImpossibleYear, &["199"]),
        edit(
            "reviewed",
            FITTJA,
            ("reviewed: 2026-11-01", "reviewed: ¶0226-11-01"),
            Code::ImpossibleYear,
            &["2026-11-01"],
        ),
        centre(
            "an exception",
            "exceptions: [{from: ¶0226-12-24, closed: true}]",
            Code::ImpossibleYear,
            &["2026-12-24"],
        ),
        centre(
            "an exception ahead",
            "exceptions: [{from: ¶2062-12-24, closed: true}]",
            Code::UnlikelyYear,
            &["2062", "2026-12-24"],
        ),
        centre(
            "its end",
            "exceptions: [{from: 2026-12-24, to: ¶2062-12-25, closed: true}]",
            Code::UnlikelyYear,
            &["2026-12-25"],
        ),
        centre("a notice", "notices: [{title: A, from: ¶2062-12-01}]", Code::UnlikelyYear, &["2026-12-01"]),
        centre(
            "its end, too",
            "notices: [{title: A, until: ¶2062-12-01}]",
            Code::UnlikelyYear,
            &["2026-12-01"],
        ),
        centre("an activity", &activity("valid_from: ¶0226-09-01"), Code::ImpossibleYear, &["2026-09-01"]),
        centre("an activity's term", &activity("valid_to: ¶2062-12-01"), Code::UnlikelyYear, &["2026-12-01"]),
        edit(
            "an assessment",
            BOTKYRKA,
            ("assessed_on: 2026-05-04", "assessed_on: ¶2206-05-04"),
            Code::ImpossibleYear,
            &["2026-05-04"],
        ),
        edit(
            "its update",
            BOTKYRKA,
            ("updated_on: 2026-05-04", "updated_on: ¶2062-05-04"),
            Code::UnlikelyYear,
            &["2026-05-04"],
        ),
        in_project(
            "a planned opening",
            Project::new().but(FITTJA, "status: open", "status: planned\nplanned_opening: ¶\"2206\""),
            FITTJA,
            Code::ImpossibleYear,
            &["Did you mean 2026?"],
        ),
        in_project(
            "a planned opening far away",
            Project::new().but(FITTJA, "status: open", "status: planned\nplanned_opening: ¶\"2062-05\""),
            FITTJA,
            Code::UnlikelyYear,
            &["2062"],
        ),
    ]);
    let fine = Project::new()
        .and(FITTJA, "opened: 1975-01-01\nexceptions: [{from: 2028-07-01, closed: true}, {from: 2019-12-24, closed: true}]\n")
        .with("content/botkyrka/news/1999-01-10-x.md", NEWS_TEXT.replace("lead: ", "expires: 2036-01-01\nlead: Annan. "));
    assert_eq!(fine.build().told(), Vec::<String>::new());
}

#[test]
fn a_broken_picture_is_told_at_each_text_and_centre_that_shows_it() {
    // It is a whole picture by its first bytes, and damaged further on.
    let mut damaged = png(40, 30);
    let end = damaged.len() - 30;
    damaged[end..end + 8].fill(0);
    let project = Project::new()
        .with(IMAGE, damaged)
        .and(NEWS, "\nSe\n![Lek](../images/lek.png)\n")
        .and(PAGE, "\n![Lek igen](../images/lek.png)\n")
        .but(NEWS, "lead:", "image: {src: images/lek.png, alt: Lek}\nlead:")
        .and(FITTJA, "images:\n  - {src: images/lek.png, alt: Lek}\n");
    let built = project.build();
    let expected = [(FITTJA, 9, 11), (NEWS, 3, 14), (NEWS, 10, 8), (PAGE, 9, 13)];
    let expected = expected.map(|(file, line, column)| (Code::BadImage, file.to_string(), line, column));
    assert_eq!(built.places(), expected, "{}", built.told().join("\n"));
    let told = built.told().join("\n");
    assert!(
        told.contains("The image ../images/lek.png") && told.contains("The image images/lek.png"),
        "{told}"
    );
    assert!(told.contains("Fetch the picture anew"), "{told}");
    // A shared text's is told at the text, once, and not for each municipality.
    let shared = "content/_shared/pages/hjalp.md";
    let mut damaged = png(40, 30);
    damaged[end..end + 8].fill(0);
    let built = Project::new()
        .with("content/_shared/images/a.png", damaged)
        .with(shared, format!("{PAGE_TEXT}\n![A](../images/a.png)\n"))
        .build();
    assert_eq!(built.places(), [(Code::BadImage, shared.to_string(), 9, 6)], "{}", built.told().join("\n"));
}

#[test]
fn what_to_do_about_a_picture_fits_what_is_wrong_with_it() {
    let named = |bytes: Vec<u8>| {
        let lines = "images:\n  - src: ¶images/a.jpg\n    alt: Entrén\n";
        Project::new().and(FITTJA, lines).with("content/botkyrka/images/a.jpg", bytes)
    };
    let jpeg = super::super::project::encoded(60, 40, image::ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    let sized = |size: [u8; 4]| {
        let mut bytes = jpeg.clone();
        bytes[frame + 5..frame + 9].copy_from_slice(&size);
        bytes
    };
    let case = |claim, bytes, says| in_project(claim, named(bytes), FITTJA, Code::BadImage, says);
    check(vec![
        case("more pixels than can be", sized([0xFF; 4]), &["million", "Make it smaller", "same name"]),
        case("no height", sized([0, 0, 0, 60]), &["damaged", "Fetch the picture anew"]),
        case("half a file", jpeg[..jpeg.len() / 2].to_vec(), &["damaged", "Fetch the picture anew"]),
        case("a document", b"%PDF-1.7".to_vec(), &["Save it as JPEG, PNG or WebP"]),
    ]);
}
