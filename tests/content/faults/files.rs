//! Files and folders: where they lie, what they are called, what they are made of.

use fcsite::base::Code;
use fcsite::input::InputError;

use super::super::project::{
    BOTKYRKA, FITTJA, IMAGE, NEWS, NEWS_TEXT, PAGE, PAGE_TEXT, Project, SITE, encoded, png,
};
use super::{Case, check, edit, in_project, more, text};

fn with(
    claim: &'static str,
    file: &str,
    bytes: impl Into<Vec<u8>>,
    code: Code,
    says: &'static [&'static str],
) -> Case {
    in_project(claim, Project::new().with(file, bytes), file, code, says)
}

#[test]
fn a_file_that_is_no_text_is_told_with_what_it_seems_to_be() {
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain("name: Å".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    check(vec![
        with("UTF-16", FITTJA, utf16, Code::NotUtf8, &["UTF-16", "Save it as UTF-8", "Notepad"]),
        with("Latin-1", FITTJA, b"name: x\nstatus: \xe5\n", Code::NotUtf8, &["Latin-1", "line 2"]),
        with("something else", NEWS, b"---\ntitle: \xff\n---\n", Code::NotUtf8, &["line 2"]),
        text("a null byte", FITTJA, "name: x¶\0\n", Code::ControlCharacter, &["U+0000"]),
        text("an escape", NEWS, "---\ntitle: a¶\u{1b}[31m\n---\n", Code::ControlCharacter, &["U+001B"]),
        text("an empty file", FITTJA, "", Code::EmptyFile, &["empty"]),
        text("an empty municipality", BOTKYRKA, " \n\n", Code::EmptyFile, &["empty"]),
        text("an empty text", NEWS, "¶", Code::NoFrontMatter, &["title:"]),
        text("no front matter", PAGE, "¶Hej!\n", Code::NoFrontMatter, &["---"]),
        text(
            "front matter without an end",
            PAGE,
            "¶---\ntitle: Hej\n\nText.\n",
            Code::OpenFrontMatter,
            &["no end", "---"],
        ),
    ]);
}

#[test]
fn what_the_system_cannot_give_is_told_at_its_file() {
    let failing = |path: &str, error| Project::new().unreadable(path, error);
    let stranger = "content/botkyrka/images/länk.png";
    check(vec![
        in_project(
            "unreadable",
            failing(FITTJA, InputError::Io("no permission".into())),
            FITTJA,
            Code::Unreadable,
            &["no permission"],
        ),
        in_project(
            "too large",
            failing(FITTJA, InputError::TooLarge(9 << 20, 2 << 20)),
            FITTJA,
            Code::TooLarge,
            &["9 MB", "2 MB"],
        ),
        in_project(
            "a link",
            Project::new().with_fault(stranger, InputError::Symlink),
            stranger,
            Code::Symlink,
            &["symbolic link", "file itself"],
        ),
    ]);
}

#[test]
fn what_refers_to_a_file_that_cannot_be_read_is_not_at_fault_as_well() {
    let refers =
        "\n::: centre fittja\n:::\n\nOm [centralen](../centres/fittja.yaml), [sidan](../pages/om.md).\n";
    for path in [FITTJA, PAGE, BOTKYRKA] {
        let project = Project::new().and(NEWS, refers);
        let built = project.unreadable(path, InputError::Io("no permission".into())).build();
        assert_eq!(built.codes(), [Code::Unreadable], "{path}: {:?}", built.told());
    }
}

#[test]
fn a_folder_or_file_where_nothing_reads_it_is_told() {
    check(vec![
        in_project(
            "a folder that is no municipality",
            Project::new().with("content/salem/news/2026-01-01-x.md", NEWS_TEXT),
            "content/salem",
            Code::NotAMunicipality,
            &["“content/salem”", "content/salem/municipality.yaml"],
        ),
        with("site.yml", "content/site.yml", "title: x", Code::StrayFile, &["Did you mean “site.yaml”?"]),
        with(
            "municipality.yml",
            "content/botkyrka/municipality.yml",
            "name: x",
            Code::StrayFile,
            &["“municipality.yaml”"],
        ),
        with(
            "a centre's .yml",
            "content/botkyrka/centres/tumba.yml",
            "name: x",
            Code::StrayFile,
            &["“tumba.yaml”"],
        ),
        with(
            "a folder's name with a slip",
            "content/botkyrka/center/tumba.yaml",
            "name: x",
            Code::StrayFile,
            &["“centres/tumba.yaml”"],
        ),
        with(
            "a file of another kind",
            "content/botkyrka/anteckningar.txt",
            "x",
            Code::StrayFile,
            &["centres/, news/, pages/ and images/"],
        ),
        with(
            "a shared centre",
            "content/_shared/centres/x.yaml",
            "x",
            Code::StrayFile,
            &["Nothing reads this file"],
        ),
        with("a file at the top", "content/README.md", "x", Code::StrayFile, &["Nothing reads this file"]),
    ]);
    assert_eq!(Project::new().with("content/botkyrka/.DS_Store", "x").build().told(), Vec::<String>::new());
}

#[test]
fn without_a_site_or_with_a_name_that_is_none_it_is_told_what_to_do() {
    let told = Project::new().without(SITE).build().told().join("\n");
    assert!(told.contains("FC0001") && told.contains("--source"), "{told}");
    let told = Project::new().only("botkirka").build().told().join("\n");
    assert!(
        told.contains("FC0010") && told.contains("“botkirka”") && told.contains("Did you mean “botkyrka”?"),
        "{told}"
    );
}

#[test]
fn a_name_that_cannot_stand_in_an_address_is_told_with_one_that_can() {
    let moved = |from: &str, to: &str| {
        let bytes = Project::new().bytes(from).to_vec();
        Project::new().without(from).with(to, bytes)
    };
    let folder = Project::new().with("content/Upplands Väsby/municipality.yaml", "name: x");
    check(vec![
        in_project(
            "a centre",
            moved(FITTJA, "content/botkyrka/centres/Fittja Torg.yaml"),
            "content/botkyrka/centres/Fittja Torg.yaml",
            Code::BadName,
            &["“Fittja Torg.yaml”", "“fittja-torg.yaml”"],
        ),
        in_project(
            "a page",
            moved(PAGE, "content/botkyrka/pages/Öppet.md"),
            "content/botkyrka/pages/Öppet.md",
            Code::BadName,
            &["“Öppet.md”", "“oppet.md”"],
        ),
        in_project(
            "news",
            moved(NEWS, "content/botkyrka/news/2026-01-10-Å.md"),
            "content/botkyrka/news/2026-01-10-Å.md",
            Code::BadName,
            &["“2026-01-10-a.md”"],
        ),
        in_project("a folder", folder, "content/Upplands Väsby", Code::BadName, &["“upplands-vasby”"]),
        in_project(
            "a translation keeps its language",
            Project::new().with("content/botkyrka/pages/öp.md", PAGE_TEXT).without(PAGE),
            "content/botkyrka/pages/öp.md",
            Code::BadName,
            &["“op.md”"],
        ),
        more(
            "an activity",
            FITTJA,
            "activities:\n  - {id: ¶Sångstund, title: S, day: monday, from: 9.00, to: 9.30}\n",
            Code::BadName,
            &["“sangstund”"],
        ),
    ]);
    let both = Project::new()
        .with("content/botkyrka/pages/öp.md", PAGE_TEXT)
        .with("content/botkyrka/pages/öp.en.md", PAGE_TEXT);
    let told =
        both.but(SITE, "organisation:", "languages: [sv, en]\norganisation:").build().told().join("\n");
    assert!(told.contains("“op.en.md”"), "{told}");
}

#[test]
fn a_name_that_fcsite_uses_itself_is_refused() {
    let page = |name: &str| Project::new().with(&format!("content/botkyrka/pages/{name}.md"), PAGE_TEXT);
    let shared = Project::new().with("content/_shared/pages/api.md", PAGE_TEXT);
    let folder = Project::new()
        .region()
        .with("content/assets/municipality.yaml", Project::new().bytes(BOTKYRKA).to_vec());
    let in_english = page("en").but(SITE, "organisation:", "languages: [sv, en]\norganisation:");
    check(vec![
        in_project(
            "the news list",
            page("nyheter"),
            "content/botkyrka/pages/nyheter.md",
            Code::ReservedName,
            &["“nyheter”", "nyheter-sida.md"],
        ),
        in_project(
            "the statement",
            page("tillganglighet"),
            "content/botkyrka/pages/tillganglighet.md",
            Code::ReservedName,
            &["“tillganglighet”"],
        ),
        in_project("a language", in_english, "content/botkyrka/pages/en.md", Code::ReservedName, &["“en”"]),
        in_project("a shared page", shared, "content/_shared/pages/api.md", Code::ReservedName, &["“api”"]),
        in_project("a folder", folder, "content/assets", Code::ReservedName, &["“assets”"]),
    ]);
}

#[test]
fn two_sources_of_one_address_are_told_with_both_names() {
    let case = Project::new().with("content/botkyrka/pages/om.sv.md", PAGE_TEXT);
    let shared = Project::new().with("content/_shared/news/2026-01-10-hej.md", NEWS_TEXT);
    let page = Project::new().with("content/_shared/pages/om.md", PAGE_TEXT);
    let folder = Project::new().region().with("content/_shared/pages/botkyrka.md", PAGE_TEXT);
    let alias = |alias: &str| {
        PAGE_TEXT.replace("title", &format!("aliases: [{alias}]\ntitle")).replacen("aliases", "¶aliases", 1)
    };
    let page_with = |address: &str| Project::new().with("content/botkyrka/pages/ny.md", alias(address));
    let two = Project::new()
        .with("content/botkyrka/pages/ny.md", alias("/gammal/").replace('¶', ""))
        .with(PAGE, alias("/gammal/"));
    let ny = "content/botkyrka/pages/ny.md";
    check(vec![
        in_project(
            "the language said and not said",
            case,
            "content/botkyrka/pages/om.sv.md",
            Code::Clash,
            &["om/", PAGE],
        ),
        in_project(
            "own and shared news",
            shared,
            "content/_shared/news/2026-01-10-hej.md",
            Code::Clash,
            &["2026-01-10-hej/", NEWS],
        ),
        in_project("own and shared pages", page, "content/_shared/pages/om.md", Code::Clash, &["om/", PAGE]),
        in_project(
            "a shared page and a municipality",
            folder,
            "content/_shared/pages/botkyrka.md",
            Code::Clash,
            &["/botkyrka/", BOTKYRKA],
        ),
        in_project(
            "an alias and a page",
            page_with("/om/"),
            ny,
            Code::Clash,
            &["/om/", "content/botkyrka/pages/om.md"],
        ),
        in_project("an alias and the news list", page_with("/nyheter/"), ny, Code::Clash, &["/nyheter/"]),
        in_project("two aliases", two, PAGE, Code::Clash, &["/gammal/", "pages/ny.md"]),
    ]);
}

#[test]
fn names_that_differ_in_case_or_accents_alone_are_told_with_both() {
    let upper = "content/botkyrka/pages/Om.md";
    let built = Project::new().with(upper, PAGE_TEXT).build();
    let clash = built.told().into_iter().find(|told| told.contains("FC0008")).unwrap();
    assert!(clash.contains(upper) && clash.contains(PAGE), "{clash}");
    let (composed, apart) =
        ("content/botkyrka/images/s\u{e5}ng.png", "content/botkyrka/images/sa\u{30a}ng.png");
    let built = Project::new().with(composed, png(1, 1)).with(apart, png(1, 1)).build();
    assert_eq!(built.codes(), [Code::Clash]);
    let clash = built.told().join("\n");
    assert!(clash.contains(composed) && clash.contains(apart), "{clash}");
}

#[test]
fn an_image_that_cannot_be_shown_is_told_where_it_is_named() {
    let named = |path: &str, bytes: Vec<u8>| {
        let lines = format!("images:\n  - src: ¶{path}\n    alt: Entrén\n");
        Project::new().and(FITTJA, &lines).with(&format!("content/botkyrka/{path}"), bytes)
    };
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    check(vec![
        in_project(
            "an SVG",
            named("images/a.svg", svg.clone()),
            FITTJA,
            Code::BadImage,
            &["images/a.svg", "SVG", "JPEG, PNG or WebP"],
        ),
        in_project(
            "an SVG with another ending",
            named("images/a.png", svg),
            FITTJA,
            Code::BadImage,
            &["images/a.png", "SVG"],
        ),
        in_project(
            "no image",
            named("images/a.jpg", b"hej".to_vec()),
            FITTJA,
            Code::BadImage,
            &["images/a.jpg"],
        ),
        in_project(
            "half an image",
            named("images/a.png", png(9, 9)[..20].to_vec()),
            FITTJA,
            Code::BadImage,
            &["images/a.png"],
        ),
        in_project(
            "an ending of another format",
            named("images/a.png", encoded(2, 2, image::ImageFormat::Jpeg)),
            FITTJA,
            Code::ImageEnding,
            &["images/a.png", "JPG", "a.jpg"],
        ),
        more(
            "a slip in its name",
            FITTJA,
            "images: [{src: ¶images/lekk.png, alt: x}]\n",
            Code::NoSuchImage,
            &["images/lekk.png", "Did you mean images/lek.png?"],
        ),
        more(
            "another case",
            FITTJA,
            "images: [{src: ¶images/Lek.png, alt: x}]\n",
            Code::NoSuchImage,
            &["Did you mean images/lek.png?"],
        ),
        more(
            "nothing near",
            FITTJA,
            "images: [{src: ¶images/entre-mot-torget.jpg, alt: x}]\n",
            Code::NoSuchImage,
            &["Put it in images/", "images/name.jpg"],
        ),
        more(
            "out of the folder",
            FITTJA,
            "images: [{src: ¶../salem/images/x.png, alt: x}]\n",
            Code::NoSuchImage,
            &["../salem/images/x.png"],
        ),
        more(
            "on another host",
            FITTJA,
            "images: [{src: ¶\"https://a.example/x.png\", alt: x}]\n",
            Code::RemoteImage,
            &["another host", "images/"],
        ),
        more(
            "on another host without a scheme",
            FITTJA,
            "images: [{src: ¶//a.example/x.png, alt: x}]\n",
            Code::RemoteImage,
            &["another host"],
        ),
        more(
            "no alt text in YAML",
            FITTJA,
            "images:\n  - ¶src: images/lek.png\n",
            Code::AltOrDecorative,
            &["alt:", "decorative: true"],
        ),
        more(
            "alt text and decorative",
            FITTJA,
            "images: [{src: images/lek.png, alt: ¶x, decorative: true}]\n",
            Code::AltOrDecorative,
            &["decorative: true"],
        ),
        edit(
            "no alt text in news",
            NEWS,
            ("lead:", "image: {¶src: images/lek.png}\nlead:"),
            Code::AltOrDecorative,
            &["alt:"],
        ),
        edit(
            "an image of news",
            NEWS,
            ("lead:", "image: {src: ¶images/leks.png, alt: x}\nlead:"),
            Code::NoSuchImage,
            &["images/lek.png"],
        ),
        more(
            "no alt text in Markdown",
            NEWS,
            "\n![](¶../images/lek.png)\n",
            Code::ImageWithoutAlt,
            &["../images/lek.png", "decorative"],
        ),
        more(
            "not there in Markdown",
            NEWS,
            "\n![Lek](¶../images/leek.png)\n",
            Code::NoSuchImage,
            &["Did you mean ../images/lek.png?"],
        ),
        more(
            "on another host in Markdown",
            PAGE,
            "\n![Lek](¶https://a.example/lek.png)\n",
            Code::RemoteImage,
            &["https://a.example/lek.png"],
        ),
        more(
            "an unsafe scheme in Markdown",
            PAGE,
            "\n![Lek](¶data:image/png;base64,AA)\n",
            Code::UnsafeLink,
            &["data:image/png"],
        ),
    ]);
    let project = Project::new().with("content/botkyrka/images/oanvand.svg", "<svg/>").with(IMAGE, "");
    assert_eq!(
        project.build().told(),
        Vec::<String>::new(),
        "an image that no text shows is nobody's business"
    );
}
