//! If she does exactly what it says, is it mended? What a diagnostic says to write is written in its place, and then nothing is told that
//! was not told before; and what is written stands in the help, word for word, so that who copies it does the same.

use fcsite::base::{Code, Diagnostic, Locale, Messages};
use fcsite::parse;

use super::explained::{places, with};
use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE, told};

/// How often a text is mended at the most: a list of three items is three faults.
const TIMES: usize = 12;

/// What is told of a project, and what the help says to write.
struct Played {
    /// What was told in the beginning.
    before: Vec<Code>,
    /// What is told in the end.
    after: Vec<Diagnostic>,
    /// How many were mended.
    mended: usize,
    /// The project in the end.
    project: Project,
}

/// Does what each message says, one after the other.
fn play(project: Project, locale: Locale) -> Played {
    let mut project = project;
    // Whether hours hold on an eve is another question.
    let told = |project: &Project| -> Vec<Diagnostic> {
        let found = project.check().diagnostics.into_iter();
        found.filter(|found| found.code != Code::HolidayUnconfirmed).collect()
    };
    let mut found = told(&project);
    let before = found.iter().map(|found| found.code).collect();
    let mut mended = 0;
    while mended < TIMES {
        let Some(fault) = found.iter().find(|found| found.mend.is_some()).cloned() else { break };
        let help = Messages::of(locale).render(&fault).help;
        let mend = fault.mend.as_ref().unwrap();
        // A message repeats the beginning of a line that is long.
        let words: String = mend.text.trim().lines().next().unwrap_or_default().chars().take(30).collect();
        assert!(help.contains(words.trim()), "{words:?} is not said in: {help}");
        let path = fault.file.clone().unwrap();
        let text = String::from_utf8(project.bytes(path.as_str()).to_vec()).unwrap();
        let right = parse::mended(&text, &path, &fault).unwrap();
        assert_ne!(right, text, "{}", super::project::told(&fault));
        project = project.with(path.as_str(), right);
        found = told(&project);
        mended += 1;
    }
    Played { before, after: found, mended, project }
}

/// What is wrong with what was played, if anything: something is still to be mended, or something new is told.
fn wrong(played: &Played) -> Option<String> {
    let is_new = |found: &&Diagnostic| found.mend.is_some() || !played.before.contains(&found.code);
    let left: Vec<String> = played.after.iter().filter(is_new).map(told).collect();
    (!left.is_empty()).then(|| left.join("\n  "))
}

/// Codes whose example is mended by what the help says word for word.
const MENDED: [&str; 30] = [
    "FC0006", "FC0020", "FC0021", "FC0023", "FC0024", "FC0032", "FC0040", "FC0042", "FC0044", "FC0048",
    "FC0049", "FC0053", "FC0054", "FC0056", "FC0067", "FC0077", "FC0079", "FC0107", "FC0120", "FC0204",
    "FC0208", "FC0209", "FC0218", "FC0219", "FC0225", "FC0226", "FC0246", "FC0259", "FC0264", "FC0281",
];

#[test]
fn what_the_help_says_to_write_mends_the_example_of_its_explanation() {
    let (mut faults, mut mended) = (Vec::new(), Vec::new());
    for (code, place) in places().into_iter().filter(|(_, place)| *place != "-") {
        for locale in Locale::ALL {
            let example =
                Messages::whole(locale).attribute(&format!("explain-{code}"), "wrong", &[]).unwrap();
            // The example's field is there already, by its right name.
            let project = match code {
                Code::UnknownField => {
                    with(place, &example).but(FITTJA, "address: {street: Fittja Torg 19}\n", "")
                }
                _ => with(place, &example),
            };
            let played = play(project, locale);
            if let Some(left) = wrong(&played) {
                faults.push(format!("{code} in {}:\n  {left}", locale.tag()));
            }
            if played.mended > 0 {
                mended.push(code.to_string());
                if played.after.iter().any(|found| found.code == code) {
                    faults.push(format!("{code} in {} is still told", locale.tag()));
                }
            }
        }
    }
    mended.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(mended, MENDED, "what can be mended word for word stays so");
}

/// A file with something wrong in it, and the same when the help was followed: the file, what stands there, what is wrong, what is right.
const EDITS: [(&str, &str, &str, &str); 30] = [
    (FITTJA, "reviewed: 2026-11-01", "reviewed: v. 45 2026", "reviewed: 2026-11-02"),
    (FITTJA, "reviewed: 2026-11-01", "reviewed: v. 45", "reviewed: 2026-11-02"),
    (FITTJA, "reviewed: 2026-11-01", "reviewed: 2026-W45", "reviewed: 2026-11-02"),
    (
        FITTJA,
        "{street: Fittja Torg 19}",
        "{street: Fittja Torg 19, entrance: Från torget, plan 2}",
        "{street: Fittja Torg 19, entrance: \"Från torget, plan 2\"}",
    ),
    (
        FITTJA,
        "{street: Fittja Torg 19}",
        "{street: Fittja Torg 19, entrance: Från torget, plan 2, dörr B}",
        "{street: Fittja Torg 19, entrance: \"Från torget, plan 2, dörr B\"}",
    ),
    (FITTJA, "{street: Fittja Torg 19}", "{street: Fittja, torget}", "{street: \"Fittja, torget\"}"),
    (
        FITTJA,
        "reviewed: ",
        "hours: {monday: 9–12, 13–16}\nreviewed: ",
        "hours: {monday: \"9–12, 13–16\"}\nreviewed: ",
    ),
    (FITTJA, "reviewed: ", "hours:\n  monday: 13–4\nreviewed: ", "hours:\n  monday: 13.00–16.00\nreviewed: "),
    (FITTJA, "reviewed: ", "url: 1177.se\nreviewed: ", "url: https://1177.se\nreviewed: "),
    (
        FITTJA,
        "reviewed: ",
        "url: www.a.example/b c\nreviewed: ",
        "url: https://www.a.example/b%20c\nreviewed: ",
    ),
    (FITTJA, "reviewed: ", "phone: Tel 08-530 610 00\nreviewed: ", "phone: 08-530 610 00\nreviewed: "),
    (FITTJA, "reviewed: ", "email: mailto:a@b.example\nreviewed: ", "email: a@b.example\nreviewed: "),
    (FITTJA, "reviewed: ", "premises: {lift: \"true\"}\nreviewed: ", "premises: {lift: true}\nreviewed: "),
    (FITTJA, "status: open", "staus: open", "status: open"),
    (FITTJA, "name: Fittja", "name:Fittja", "name: Fittja"),
    (BOTKYRKA, "code: \"0127\"", "code: \"127\"", "code: \"0127\""),
    (BOTKYRKA, "code: \"0127\"", "code: \"0180\"", "code: \"0127\""),
    (
        BOTKYRKA,
        "code: \"0127\"",
        "code: \"0127\"\nallowed_hosts: [https://a.example/x]",
        "code: \"0127\"\nallowed_hosts: [a.example]",
    ),
    (SITE, "base_url: https://prov.example", "base_url: prov.example", "base_url: https://prov.example"),
    (NEWS, "title: Hej", "title: Hej\ndraft: \"false\"", "title: Hej\ndraft: false"),
    (NEWS, "title: Hej", "title: Hej: nu öppnar vi", "title: \"Hej: nu öppnar vi\""),
    (NEWS, "title: Hej", "title: Hej: nu\n  öppnar vi", "title: \"Hej: nu öppnar vi\""),
    (NEWS, "title: Hej", "title: [Inställt] Kaffe", "title: \"[Inställt] Kaffe\""),
    (NEWS, "---\n\nText.", "—-\n\nText.", "---\n\nText."),
    (NEWS, "---\n\nText.", "----\n\nText.\n\n---\n\nMer.", "---\n\nText.\n\n---\n\nMer."),
    (NEWS, "---\ntitle", "—\ntitle", "---\ntitle"),
    (PAGE, "title: Om oss", "tittel: Om oss", "titel: Om oss"),
    (
        FITTJA,
        "reviewed: ",
        "öppettider:\n  månfag: 9–12\nreviewed: ",
        "öppettider:\n  måndag: 9–12\nreviewed: ",
    ),
    (
        FITTJA,
        "reviewed: ",
        "aktiviteter:\n  - {id: a, rubrik: A, dag: tisdaag, från: 9.30, till: 10}\nreviewed: ",
        "aktiviteter:\n  - {id: a, rubrik: A, dag: tisdag, från: 9.30, till: 10}\nreviewed: ",
    ),
    (FITTJA, "status: open", "status: opne\ntelefon: 08-530 610 00", "status: öppen\ntelefon: 08-530 610 00"),
];

#[test]
fn what_the_help_says_to_write_in_a_field_makes_the_file_right() {
    let mut faults = Vec::new();
    for (file, old, slip, right) in EDITS {
        for locale in Locale::ALL {
            let project = Project::new();
            let text = String::from_utf8(project.bytes(file).to_vec()).unwrap();
            assert_eq!(text.matches(old).count(), 1, "{old:?} is in {file} once");
            let played = play(project.with(file, text.replace(old, slip)), locale);
            let now = String::from_utf8(played.project.bytes(file).to_vec()).unwrap();
            if now != text.replace(old, right) || !played.after.is_empty() {
                let left: Vec<String> = played.after.iter().map(told).collect();
                faults.push(format!("{slip}\n  became {now:?}\n  told {left:#?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A text with something wrong in it, and the same when the help was followed.
const BODIES: [(&str, &str); 34] = [
    ("1. Ett\n2. Två\n\n14. mars är vi stängda.", "1. Ett\n2. Två\n\n14 mars är vi stängda."),
    ("14. mars är vi stängda.", "14 mars är vi stängda."),
    ("- 1. advent är vi stängda.", "- 1\\. advent är vi stängda."),
    ("1. Ett\n2. Två\n\n1. advent har vi öppet.", "1. Ett\n2. Två\n\n1\\. advent har vi öppet."),
    ("1. Ett\n\n5. våningen är vår.", "1. Ett\n\n5\\. våningen är vår."),
    ("- [ ] ombyte\n- [x] mat", "- ombyte\n- mat"),
    ("#Hej på er\n\nText.", "## Hej på er\n\nText."),
    ("##Tider\n\nText.", "## Tider\n\nText."),
    ("## A\n\n#### B\n\nText.", "## A\n\n### B\n\nText."),
    ("o\tmatsäck\no\tkläder", "- matsäck\n- kläder"),
    ("•\u{a0}matsäck\n• kläder", "- matsäck\n- kläder"),
    ("1.Ring oss\n\nText.", "1. Ring oss\n\nText."),
    ("– sång\n– dans", "- sång\n- dans"),
    ("– sång\n\n– dans", "- sång\n\n- dans"),
    ("-matsäck\n-kläder", "- matsäck\n- kläder"),
    ("–Det känns bra.", "– Det känns bra."),
    ("Plats: Torget\nTid: 9.00\nPris: 20 kr", "Plats: Torget\\\nTid: 9.00\\\nPris: 20 kr"),
    ("Välkommen!\nPlats: Torget\r\nTid: 9.00", "Välkommen!\nPlats: Torget\\\r\nTid: 9.00"),
    ("Måndag 9–12\nTisdag 13–16", "Måndag 9–12\\\nTisdag 13–16"),
    ("Vardagar 9–12\nLördagar stängt", "Vardagar 9–12\\\nLördagar stängt"),
    ("Fittja torg 19\n145 61 Norsborg", "Fittja torg 19\\\n145 61 Norsborg"),
    ("**Öppettider**\nVi har öppet varje dag.", "## Öppettider\nVi har öppet varje dag."),
    ("Öppet måndag till fredag\n---\n\nText.", "Öppet måndag till fredag\n\n---\n\nText."),
    ("## Tider {.hidden}\n\nText.", "## Tider \n\nText."),
    ("## Tider {#_Toc9 .unnumbered}\n\nText.", "## Tider \n\nText."),
    ("Text.\n\n##\n\nMer.", "Text.\n\n\n\nMer."),
    ("Vi har [stängt]{.underline} i dag.", "Vi har stängt i dag."),
    ("[]{#_Toc1 .anchor}Vi har stängt.", "Vi har stängt."),
    (":warning: Stängt i dag :sunny:", " Stängt i dag "),
    ("Text. {{< youtube x >}}", "Text. "),
    ("Vi öppnar 3/4.", "Vi öppnar 3 april 2026."),
    ("Förskolan är Ã¶ppen.", "Förskolan är öppen."),
    ("[Boka tid](1177.se) hos oss.", "[Boka tid](https://1177.se) hos oss."),
    ("[Boka tid](https://a.example/b c) hos oss.", "[Boka tid](https://a.example/b%20c) hos oss."),
];

#[test]
fn what_the_help_says_to_write_in_a_text_makes_it_right() {
    let mut faults = Vec::new();
    for (slip, right) in BODIES {
        for locale in Locale::ALL {
            let front = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n";
            let played = play(Project::new().with(NEWS, format!("{front}{slip}\n")), locale);
            let now = String::from_utf8(played.project.bytes(NEWS).to_vec()).unwrap();
            if now != format!("{front}{right}\n") || !played.after.is_empty() {
                let left: Vec<String> = played.after.iter().map(told).collect();
                faults.push(format!("{slip:?}\n  became {:?}\n  told {left:#?}", &now[front.len()..]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
