//! News and pages: front matter, names, and what their texts refer to.

use fcsite::base::Code;

use super::super::project::{
    BOTKYRKA, BOTKYRKA_TEXT, FITTJA_TEXT, NEWS, NEWS_TEXT, PAGE, PAGE_TEXT, Project, SITE,
};
use super::{Case, check, edit, in_project, more};

/// A wrong field in valid news.
fn field(claim: &'static str, marked: &str, code: Code, says: &'static [&'static str]) -> Case {
    edit(claim, NEWS, ("lead: En hälsning.", &format!("lead: En hälsning.\n{marked}")), code, says)
}

/// A wrong line in the text of a page.
fn line(claim: &'static str, marked: &str, code: Code, says: &'static [&'static str]) -> Case {
    more(claim, PAGE, &format!("\n{marked}\n"), code, says)
}

#[test]
fn the_days_of_news_must_agree() {
    let moved =
        |name: &str| Project::new().without(NEWS).with(&format!("content/botkyrka/news/{name}"), NEWS_TEXT);
    check(vec![
        field(
            "another day than the name's",
            "date: ¶2026-01-11",
            Code::DateNotFileName,
            &["2026-01-11", "2026-01-10", "Rename"],
        ),
        field("no day", "date: ¶igår", Code::BadDate, &["“igår”"]),
        field(
            "changed before it was published",
            "updated: ¶2026-01-09",
            Code::UpdatedBeforeDate,
            &["2026-01-09", "2026-01-10"],
        ),
        field(
            "expired before it was published",
            "expires: ¶2026-01-09",
            Code::EndsBeforeDate,
            &["2026-01-09", "until: 2026-01-10"],
        ),
        field(
            "expired on the day that it was published",
            "expires: ¶2026-01-10",
            Code::EndsBeforeDate,
            &["From 2026-01-10", "until: 2026-01-10"],
        ),
        field(
            "ended before it was published",
            "until: ¶2026-01-09",
            Code::EndsBeforeDate,
            &["until 2026-01-09", "until: 2026-01-10"],
        ),
        field(
            "ended twice",
            "until: 2026-12-31\n¶expires: 2027-01-01",
            Code::UntilAndExpires,
            &["both until", "Keep until:"],
        ),
        field("no last day", "until: ¶snart", Code::BadDate, &["“snart”"]),
        edit("a page with no last day", PAGE, ("title", "until: ¶snart\ntitle"), Code::BadDate, &["“snart”"]),
        in_project(
            "a name without a day",
            moved("hej.md"),
            "content/botkyrka/news/hej.md",
            Code::NoDateInName,
            &["YYYY-MM-DD-hej.md"],
        ),
        in_project(
            "a name with a day that is none",
            moved("2026-02-30-hej.md"),
            "content/botkyrka/news/2026-02-30-hej.md",
            Code::NoDateInName,
            &["date at the beginning of the file's name does not exist"],
        ),
        in_project(
            "a name of a day alone",
            moved("2026-01-10.md"),
            "content/botkyrka/news/2026-01-10.md",
            Code::NoDateInName,
            &["does not begin"],
        ),
        edit("changed on no day", PAGE, ("title", "updated: ¶nyss\ntitle"), Code::BadDate, &["“nyss”"]),
    ]);
    let built = moved("hej.md")
        .and("content/botkyrka/news/hej.md", "")
        .but("content/botkyrka/news/hej.md", "lead:", "updated: nyss\nlead:")
        .build();
    assert_eq!(built.codes(), [Code::NoDateInName, Code::BadDate], "a name is not all that is looked at");
}

#[test]
fn what_news_name_must_be_there() {
    check(vec![
        field(
            "a centre",
            "centres: [¶fitja]",
            Code::NoSuchCentre,
            &["“fitja”", "in botkyrka", "Did you mean “fittja”?"],
        ),
        field(
            "a centre that is nowhere near",
            "centres: [¶tullinge]",
            Code::NoSuchCentre,
            &["“tullinge”", "without .yaml"],
        ),
        field(
            "a centre of another municipality",
            "centres: [¶salem/salem]",
            Code::NoSuchCentre,
            &["salem/salem"],
        ),
        field(
            "related news",
            "related: [¶2026-01-10-hejj]",
            Code::NoSuchNews,
            &["“2026-01-10-hejj”", "Did you mean “2026-01-10-hej”?"],
        ),
        field("related news without its day", "related: [¶hejsan]", Code::NoSuchNews, &["“hejsan”"]),
        field("the same centre twice", "centres: [fittja, ¶fittja]", Code::ListedTwice, &["“fittja”"]),
        field("an alias", "aliases: [¶gammal]", Code::BadAlias, &["“gammal”"]),
        in_project(
            "a shared text needs the municipality too",
            Project::new().with(
                "content/_shared/news/2026-02-01-x.md",
                NEWS_TEXT.replace("lead:", "centres: [¶fittja]\nlead:"),
            ),
            "content/_shared/news/2026-02-01-x.md",
            Code::NoSuchCentre,
            &["“fittja”"],
        ),
    ]);
}

#[test]
fn a_translation_needs_its_originals_name_and_a_language_that_is_one() {
    let english = "content/botkyrka/news/2026-01-10-hei.en.md";
    let known = Project::new().but(SITE, "organisation:", "languages: [sv, en]\norganisation:");
    let strange = "content/botkyrka/pages/om.xx.md";
    check(vec![
        in_project(
            "a slip in the name",
            known.clone().with(english, NEWS_TEXT),
            english,
            Code::TranslationWithoutOriginal,
            &[NEWS, "2026-01-10-hej.en.md"],
        ),
        in_project(
            "a strange language",
            Project::new().without(PAGE).with(strange, PAGE_TEXT),
            strange,
            Code::BadLanguage,
            &["“xx”"],
        ),
        in_project(
            "a language that the site has not",
            Project::new().with("content/botkyrka/pages/om.fi.md", PAGE_TEXT),
            "content/botkyrka/pages/om.fi.md",
            Code::TextInOtherLanguage,
            &["fi", "sv"],
        ),
        in_project(
            "older than its original",
            known
                .clone()
                .with(
                    "content/botkyrka/news/2026-01-10-hej.en.md",
                    NEWS_TEXT.replace("En hälsning", "A greeting"),
                )
                .but(NEWS, "title: Hej", "title: Hej\nupdated: 2026-02-03"),
            "content/botkyrka/news/2026-01-10-hej.en.md",
            Code::TranslationOutdated,
            &[NEWS, "2026-02-03", "2026-01-10", "updated:"],
        ),
    ]);
    let broken = known
        .with("content/botkyrka/news/2026-01-10-hej.en.md", NEWS_TEXT)
        .but(NEWS, "lead: En hälsning.", "lead: \"x")
        .build();
    assert_eq!(
        broken.codes().len(),
        1,
        "an original that cannot be read is there all the same: {:?}",
        broken.told()
    );
}

#[test]
fn a_link_must_lead_to_a_page_of_the_folder() {
    let linked = |text: &str, target: &str| {
        let new = NEWS_TEXT.replace("lead:", &format!("{text}\nlead:"));
        let link = format!("\nSe [den](¶../news/{target}).\n");
        Project::new().with(&format!("content/botkyrka/news/{target}"), new).and(PAGE, &link)
    };
    let salem = Project::new()
        .region()
        .with(
            "content/salem/municipality.yaml",
            BOTKYRKA_TEXT.replace("0127", "0128").replace("Botkyrka", "Salems"),
        )
        .with("content/salem/centres/salem.yaml", FITTJA_TEXT);
    let elsewhere = salem.and(PAGE, "\nSe [dem](¶../../salem/centres/salem.yaml).\n");
    check(vec![
        line(
            "not there",
            "Se [nyheten](¶../news/2026-01-10-hejj.md).",
            Code::BrokenLink,
            &["../news/2026-01-10-hejj.md", "Did you mean ../news/2026-01-10-hej.md?"],
        ),
        line("no page", "Se [bilden](¶../images/lek.png).", Code::BrokenLink, &["is no page"]),
        line(
            "no such heading",
            "Se [rubriken](¶om.md#vilkaa).",
            Code::BrokenLink,
            &["no such heading", "om.md#vilka"],
        ),
        line("no such heading here", "Se [rubriken](¶#vilkaa).", Code::BrokenLink, &["#vilkaa", "#vilka"]),
        line("an address of the site", "Se [sidan](¶/botkyrka/om/).", Code::BrokenLink, &["/botkyrka/om/"]),
        line("a mail address", "Se [oss](¶info@a.example).", Code::BrokenLink, &["mailto:info@a.example"]),
        line("no address", "Se ¶[oss]().", Code::BrokenLink, &["leads nowhere"]),
        line(
            "a blank in the address",
            "Se [oss](¶../pages/Min sida.md).",
            Code::LinkWithBlank,
            &["../pages/Min sida.md", "../pages/min-sida.md"],
        ),
        line(
            "a blank in a picture's address",
            "![Lek](¶../images/Bild 1.PNG)",
            Code::LinkWithBlank,
            &["../images/bild-1.png"],
        ),
        line(
            "a web address without its beginning",
            "Se [oss](¶www.a.example).",
            Code::BadWebAddress,
            &["https://"],
        ),
        line("unsafe", "Se [sidan](¶javascript:alert).", Code::UnsafeLink, &["javascript:alert"]),
        line("unsafe in disguise", "Se [sidan](¶JaVaScript&colon;alert).", Code::UnsafeLink, &["alert"])
            .near(),
        line(
            "out of the source folder",
            "Se [sidan](¶../../../../etc/passwd).",
            Code::LinkOutOfFolder,
            &["etc/passwd"],
        ),
        in_project(
            "another municipality's",
            elsewhere,
            PAGE,
            Code::LinkOutOfFolder,
            &["salem/centres/salem.yaml", "web address"],
        ),
        in_project(
            "a draft",
            linked("draft: true", "2026-02-01-utkast.md"),
            PAGE,
            Code::LinkToUnpublished,
            &["2026-02-01-utkast.md", "a draft"],
        ),
        in_project(
            "in the future",
            linked("", "2026-12-24-god-jul.md"),
            PAGE,
            Code::LinkToUnpublished,
            &["2026-12-24-god-jul.md", "not published yet"],
        ),
    ]);
    let between = linked("draft: true", "2026-02-01-utkast.md");
    assert_eq!(between.but(PAGE, "¶", "").drafts().build().codes(), []);
    let drafts = NEWS_TEXT.replace("lead:", "draft: true\nlead:") + "\nSe [den](2026-02-02-utkast.md).\n";
    let pair = Project::new()
        .with("content/botkyrka/news/2026-02-01-utkast.md", drafts)
        .with("content/botkyrka/news/2026-02-02-utkast.md", NEWS_TEXT.replace("lead:", "draft: true\nlead:"));
    assert_eq!(pair.build().codes(), [], "one draft may link to another");
}

impl Case {
    /// The address stands otherwise in the file than it reads: the whole link is told.
    fn near(self) -> Self {
        Self { place: (self.place.0, self.place.1 - 8), ..self }
    }
}

#[test]
fn markdown_that_would_not_be_what_was_meant_is_told() {
    check(vec![
        line("a heading of level 1", "¶# Rubrik", Code::HeadingLevelOne, &["## instead of #"]),
        line(
            "an unknown directive",
            "¶::: fackt Rubrik\n:::",
            Code::UnknownDirective,
            &["“fackt”", "Did you mean ::: fact?"],
        ),
        line(
            "a box without an end",
            "¶::: fact Rubrik\nText.",
            Code::DirectiveUnbalanced,
            &["no end", "a line with :::"],
        ),
        line("an end without a box", "¶:::", Code::DirectiveUnbalanced, &["ends nothing"]),
        line(
            "a centre's box without a name",
            "¶::: centre\n:::",
            Code::DirectiveArgument,
            &["::: centre fittja"],
        ),
        line(
            "a centre that is not there",
            "::: centre ¶fitja\n:::",
            Code::NoSuchCentre,
            &["“fitja”", "“fittja”"],
        ),
        line(
            "a box in a box",
            "::: fact A\n¶::: fact B\n:::\n:::",
            Code::DirectivePlace,
            &["inside another"],
        ),
        line(
            "a day that became a list",
            "Öppnar\n\n¶14. mars öppnar vi",
            Code::DateBecameList,
            &["14. mars", "14\\. mars"],
        ),
        line("HTML", "Hej ¶<b>du</b>", Code::RawHtml, &["**Note!**"]),
        line("a note that nothing refers to", "¶[^1]: Not", Code::FootnoteUnused, &["not shown"]),
    ]);
}

#[test]
fn a_fault_in_a_shared_text_is_told_once_however_many_show_it() {
    let salem = BOTKYRKA_TEXT.replace("0127", "0128").replace("Botkyrka", "Salems");
    let shared = "content/_shared/pages/x.md";
    let text = PAGE_TEXT.to_string() + "\nSe [den](¶../pages/y.md) och ![bild](../images/x.png).\n";
    let built = Project::new()
        .region()
        .with("content/salem/municipality.yaml", salem)
        .with(shared, text.replace('¶', ""))
        .build();
    assert_eq!(built.codes(), [Code::BrokenLink, Code::NoSuchImage], "{:?}", built.told());
    assert_eq!(
        built
            .report
            .diagnostics
            .iter()
            .filter(|found| found.file.as_ref().is_some_and(|file| file.as_str() == BOTKYRKA))
            .count(),
        0
    );
}

#[test]
fn a_link_to_a_document_is_told_what_to_do_with_it() {
    let built = Project::new().and(NEWS, "\nSe [blanketten](../images/blankett.pdf).\n").build();
    assert_eq!(built.codes(), [Code::BrokenLink]);
    assert!(built.told()[0].contains("into files/"), "{:?}", built.told());
}
