//! YAML that is large, rare or from Windows: bounded, and read as it is meant.

use fcsite::base::Code;

use super::super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, NEWS, PAGE, Project, SITE};
use super::{check, in_project};

#[test]
fn what_would_grow_beyond_all_use_is_refused_at_once() {
    let mut laughs = String::from("name: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (before, level) in ["a", "b", "c", "d", "e", "f", "g"].windows(2).map(|pair| (pair[0], pair[1])) {
        let list = vec![format!("*{before}"); 10].join(", ");
        laughs.push_str(&format!("{level}: &{level} [{list}]\n"));
    }
    let deep = format!("name: {}", "[".repeat(3000));
    let wide = format!("{FITTJA_TEXT}aliases:\n{}", "  - /x/\n".repeat(100_000));
    for text in [laughs, deep, wide] {
        let built = Project::new().with(FITTJA, text).build();
        assert_eq!(built.codes(), [Code::YamlTooDeep], "{:?}", built.told());
    }
}

#[test]
fn many_faults_in_a_file_cost_a_time_that_does_not_grow_with_their_square() {
    let many: String = (0..3000).map(|number| format!("  - \"Å{number}\"\n")).collect();
    let built = Project::new().and(FITTJA, &format!("spoken_languages:\n{many}")).build();
    assert!(built.codes().iter().all(|code| *code == Code::BadLanguage));
    assert_eq!(built.codes().len(), 3000);
}

#[test]
fn an_anchor_and_its_alias_are_read_as_if_written_out() {
    let aliased = "  - kind: child_health\n    hours: &usual {monday: 9-12}\n  - kind: open_preschool\n    hours: *usual\n";
    let project = Project::new().but(FITTJA, "  - kind: child_health\n  - kind: open_preschool\n", aliased);
    assert_eq!(project.build().told(), Vec::<String>::new());
    let written = aliased.replace("&usual ", "").replace("*usual", "{monday: 9-12}");
    let plain = Project::new().but(FITTJA, "  - kind: child_health\n  - kind: open_preschool\n", &written);
    let page = "botkyrka/familjecentraler/fittja/index.html";
    assert!(plain.pages().page(page).contains("9–12"));
    assert_eq!(project.pages().page(page), plain.pages().page(page));
}

#[test]
fn a_number_reads_as_it_is_written_also_where_the_careful_reader_reads_it() {
    for careful in ["", "# & *x\n"] {
        let built = Project::new().but(FITTJA, "name: Fittja", &format!("{careful}name: 0127")).pages();
        assert!(
            built.page("botkyrka/familjecentraler/fittja/index.html").contains("<h1>0127 <span"),
            "{careful}"
        );
    }
}

#[test]
fn a_mark_at_the_beginning_and_windows_line_ends_are_no_fault_and_move_no_place() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let project = Project::new();
    let texts = [SITE, BOTKYRKA, FITTJA, NEWS, PAGE]
        .map(|path| (path, windows(std::str::from_utf8(project.bytes(path)).unwrap())));
    let project = texts.into_iter().fold(project, |project, (path, text)| project.with(path, text));
    assert_eq!(project.build().told(), Vec::<String>::new());
    let marked = |path| windows(std::str::from_utf8(Project::new().bytes(path)).unwrap());
    check(vec![
        in_project(
            "in YAML",
            project.clone().with(FITTJA, marked(FITTJA) + "phone: ¶1\r\n"),
            FITTJA,
            Code::BadPhone,
            &["“1”"],
        ),
        in_project(
            "in front matter",
            project.clone().with(NEWS, marked(NEWS).replace("lead:", "updated: ¶nu\r\nlead:")),
            NEWS,
            Code::BadDate,
            &["“nu”"],
        ),
        in_project(
            "twice, as programs that glue files together leave it",
            project.with(NEWS, "\u{feff}\u{feff}¶Hej\n"),
            NEWS,
            Code::NoFrontMatter,
            &[],
        ),
    ]);
}
