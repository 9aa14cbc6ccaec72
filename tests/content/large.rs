//! What is far too long: told at its place, shown in part, or made shorter; never a system's error, and never a build without an end.

use fcsite::base::{Code, Locale};

use super::project::{BOTKYRKA, BOTKYRKA_TEXT, Built, FITTJA, NEWS, PAGE, PAGE_TEXT, Project, png};
use super::shown::shown;

#[test]
fn an_address_in_url_that_only_a_reader_sees_loads_nothing() {
    let text = "Se url(http://a.example/x) och url(//b.example)";
    let project = Project::new()
        .but(NEWS, "title: Hej", &format!("title: {text}"))
        .but(NEWS, "lead: En hälsning.", &format!("lead: {text}"))
        .and(NEWS, &format!("\n## {text}\n\n![{text}](../images/lek.png)\n\n`{text}`\n"))
        .but(PAGE, "title: Om oss", &format!("title: {text}"))
        .but(FITTJA, "name: Fittja", &format!("name: {text}"))
        .but(BOTKYRKA, "name: Botkyrka kommun", &format!("name: {text}"));
    let built = project.pages();
    assert!(built.all_text().contains("url(http://a.example/x)"));
    assert!(!project.check().diagnostics.iter().any(|found| found.is_error()));
}

#[test]
fn every_name_in_the_output_can_be_a_file_however_long_the_names_in_the_source_are() {
    // 255 bytes is the longest name of a file; with its ending, in each place where a name is made of it. A text's has 100 letters at most.
    let text = |begin: &str| format!("{begin}{}", "a".repeat(100 - begin.len()));
    let stem = |ending: &str| "a".repeat(255 - ending.len());
    let project = Project::new()
        .with(
            &format!("content/botkyrka/news/{}.md", text("2026-01-01-")),
            "---\ntitle: Lång\nlead: x\n---\n",
        )
        .with(&format!("content/botkyrka/pages/{}.md", text("")), "---\ntitle: Sida\n---\n")
        .with(&format!("content/botkyrka/images/{}.png", stem(".png")), png(500, 300))
        .and(NEWS, &format!("\n![Barn leker](../images/{}.png)\n", stem(".png")))
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
        .with(&format!("themes/prov/assets/{}.png", stem(".png")), png(4, 3))
        .and(BOTKYRKA, "theme: prov\n");
    let built = project.pages();
    let names = || built.files().flat_map(|(path, _)| path.split('/'));
    assert_eq!(names().filter(|name| name.len() > 255).collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(names().filter(|name| name.len() > 100 && name.ends_with(".webp")).count() > 0);
}

#[test]
fn of_a_fault_in_a_line_of_a_megabyte_the_part_around_it_is_shown() {
    let long = "ord ".repeat(400_000);
    for (name, text) in [
        ("a quotation mark", format!("title: \"Hej\nlead: {long}")),
        ("after a quotation mark", format!("title: \"Hej\" {long}\nlead: x")),
        ("a colon", format!("title: {long}: x\nlead: x")),
        ("a reserved sign", format!("title: @{long}\nlead: x")),
        ("no colon", format!("title: Hej\n{long}\nlead: x")),
        ("a date", format!("title: Hej\nlead: x\nupdated: {long}")),
        ("a field", format!("title: Hej\nlead: x\n{}: x", long.replace(' ', ""))),
        ("a list", format!("title: Hej\nlead: x\naliases: [{}]", long.replace(' ', ","))),
    ] {
        let built = Project::new().with(NEWS, format!("---\n{text}\n---\n")).build();
        assert!(built.report.has_errors(), "{name}");
        for locale in Locale::ALL {
            let told = shown(&built.report.diagnostics, locale);
            let most = 6_000 * built.report.diagnostics.len().min(20);
            assert!(told.len() < most, "{name}: {} bytes", told.len());
        }
    }
}

#[test]
fn the_column_of_a_place_in_a_long_line_is_that_in_the_file() {
    let long = "åäö ".repeat(5_000);
    let built = Project::new().and(NEWS, &format!("\n{long}[text](#nej) {long}\n")).build();
    let (.., column) = built.places().remove(0);
    assert_eq!(column, 20_000 + 8);
    let told = shown(&built.report.diagnostics, Locale::English);
    assert!(told.contains(&format!("{NEWS}:8:{column}")), "{told}");
    let mark = told.lines().find(|line| line.contains("^^^^")).unwrap();
    let line = told.lines().find(|line| line.contains("#nej) ")).unwrap();
    let place = |text: &str, part: &str| text[..text.find(part).unwrap()].chars().count();
    assert_eq!(place(mark, "^"), place(line, "#nej"), "{told}");
}

#[test]
fn a_template_that_multiplies_ends_with_an_error_that_names_it() {
    let with = |template: &str| {
        Project::new()
            .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
            .with("themes/prov/templates/page.html", template)
            .and(BOTKYRKA, "theme: prov\n")
            .build()
    };
    let loops =
        "{% for a in range(end=2000) %}{% for b in range(end=2000) %}0123456789{% endfor %}{% endfor %}";
    let replaced = "{% set x = 'a' %}{% for a in range(end=64) %}{% set_global x = x | replace(from='a', to='aa') %}{% endfor %}{{ x }}";
    for (template, line) in [(loops, 0), (replaced, 1)] {
        let built = with(template);
        let (code, file, place, _) = built.places().remove(0);
        assert_eq!(
            (code, file.as_str(), place),
            (Code::PageTooLarge, "themes/prov/templates/page.html", line)
        );
        assert!(built.told()[0].contains("page.html"), "{}", built.told()[0]);
    }
    let built =
        with("{{ 'a&b' | replace(from='a', to='<i>') }}{{ page.title | replace(from='Om', to='Till') }}");
    assert_eq!(built.page("botkyrka/om/index.html"), "&lt;i&gt;&amp;bTill oss");
}

#[test]
fn lists_and_texts_that_are_shown_again_and_again_have_a_bound_each() {
    let many = |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<String>();
    let services = |count: usize| {
        let item = |at| format!("  - kind: other\n    name: Grupp {at}\n");
        format!("services:\n  - kind: child_health\n{}", many(count - 1, &item))
    };
    let exceptions = |count: usize| {
        let item =
            |at: usize| format!("  - {{from: 20{}-{:02}-01, closed: true}}\n", 26 + at / 12, at % 12 + 1);
        format!("exceptions:\n{}", many(count, &item))
    };
    let with = |path: &str, words: &str| {
        let mut project = Project::new();
        if words.starts_with("services") {
            let text = String::from_utf8(project.bytes(path).to_vec()).unwrap();
            let (before, rest) = text.split_once("services:\n").unwrap();
            let after = rest.find("\nhours:").map_or("", |at| &rest[at + 1..]);
            project = project.with(path, format!("{before}{words}{after}"));
        } else {
            project = project.and(path, words);
        }
        project
    };
    let told = |project: &Project| {
        let found = project.check().diagnostics;
        found.iter().filter(|found| found.code == Code::TooMuch).count()
    };
    let times = |count: usize| {
        let all: Vec<String> = (0..count).map(|at| format!("{}.00–{}.30", at + 9, at + 9)).collect();
        format!("hours:\n  monday: {}\n", all.join(", "))
    };
    let long = |length: usize| "lång ".repeat(length / 5);
    let weeks = |count: usize| {
        let all: Vec<String> = (0..count).map(|at| format!("v. {} 2027", at % 52 + 1)).collect();
        format!("exceptions:\n  - weeks: {}\n    closed: true\n", all.join(", "))
    };
    let activities = |count: usize| {
        let item =
            |at| format!("  - {{id: a{at}, title: Sång {at}, day: monday, from: \"9.00\", to: \"9.30\"}}\n");
        format!("activities:\n{}", many(count, &item))
    };
    // Every other day for each of so many services, and for the centre's table once more.
    let alternating = |count: usize| {
        let days: Vec<String> =
            (0..60).step_by(2).map(|at| format!("2027-0{}-{:02}", at / 30 + 4, at % 30 + 1)).collect();
        let named: Vec<String> = (1..=count).map(|at| format!("Grupp {at}")).collect();
        format!(
            "{}exceptions:\n  - {{dates: [{}], closed: true, services: [{}]}}\n",
            services(count + 2),
            days.join(", "),
            named.join(", ")
        )
    };
    let address = |length: usize| format!("url: https://a.example/{}\n", "x".repeat(length - 18));
    let mail = |length: usize| format!("email: {}@a.example\n", "x".repeat(length - 10));
    let hosts =
        |count: usize| format!("allowed_hosts:\n{}", many(count, &|at| format!("  - a{at}.example\n")));
    let host = |length: usize| format!("allowed_hosts: [a.example, {}.example]\n", "x".repeat(length - 8));
    for (path, most, least) in [
        (FITTJA, services(30), services(31)),
        (FITTJA, exceptions(150), exceptions(151)),
        (FITTJA, format!("owner: {}\n", long(5000)), format!("owner: {}\n", long(5010))),
        (FITTJA, times(6), times(7)),
        (FITTJA, weeks(60), weeks(61)),
        (FITTJA, address(2000), address(2001)),
        (FITTJA, mail(254), mail(255)),
        (BOTKYRKA, hosts(100), hosts(101)),
        (BOTKYRKA, host(253), host(254)),
        (BOTKYRKA, format!("region: {}\n", long(300)), format!("region: {}\n", long(310))),
        (FITTJA, alternating(14), alternating(18)),
        (FITTJA, activities(60), activities(110)),
        (NEWS, "\n{telefon fittja} ".repeat(100), "\n{telefon fittja} ".repeat(101)),
        (NEWS, "\n::: centre fittja\n:::\n".repeat(50), "\n::: centre fittja\n:::\n".repeat(52)),
    ] {
        assert_eq!(told(&with(path, &most)), 0, "{}", &most[..40]);
        assert_eq!(told(&with(path, &least)), 1, "{}", &least[..40]);
    }
}

#[test]
fn the_policy_of_every_page_names_the_allowed_hosts_in_their_order() {
    let policy = |hosts: &str, beside: &str| {
        let project = Project::new().and(BOTKYRKA, hosts).but(NEWS, "lead:", "aliases: [/gammal/]\nlead:");
        let built = project.pages();
        let pages =
            built.files().filter(|(path, _)| path.starts_with("botkyrka/") && path.ends_with(".html"));
        let texts: Vec<&str> = pages.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap()).collect();
        let media = format!("img-src 'self' data:{beside}; media-src 'self'{beside}; frame-src");
        assert!(texts.len() > 8, "{}", texts.len());
        assert!(texts.iter().all(|text| text.contains(&media)), "{hosts}");
        let framed = if beside.is_empty() { " 'none'" } else { beside };
        let framed =
            [framed.to_string(), framed.replace('\'', "&#39;")].map(|of| format!("frame-src{of}; style"));
        assert!(texts.iter().all(|text| framed.iter().any(|framed| text.contains(framed))), "{hosts}");
    };
    policy("", "");
    policy("allowed_hosts: [b.example, a.example]\n", " b.example a.example");
}

#[test]
fn a_text_of_many_wrong_weeks_is_told_once_and_its_beginning_shown() {
    let weeks = "v. 1 0206, ".repeat(4000) + "v. 2 0206";
    let text = format!("exceptions:\n  - weeks: {weeks}\n    closed: true\n");
    let found = Project::new().and(FITTJA, &text).check().diagnostics;
    let told: Vec<_> = found.iter().filter(|found| found.code == Code::ImpossibleYear).collect();
    assert_eq!(told.len(), 1);
    assert!(crate::project::told(told[0]).len() < 5000);
}

#[test]
fn the_year_of_weeks_is_corrected_where_it_stands() {
    let text = "exceptions:\n  - weeks: v. 28–30 0206\n    closed: true\n";
    let found = Project::new().and(FITTJA, text).check().diagnostics;
    let told = found.iter().find(|found| found.code == Code::ImpossibleYear).unwrap();
    let said = crate::project::told(told);
    assert!(said.contains("v. 28–30 2006"), "{said}");
}

#[test]
fn what_is_written_of_an_activity_stands_in_each_of_its_events_no_longer_than_a_phone_shows() {
    let long = "Vi sjunger och leker. ".repeat(220);
    let text = format!(
        "activities:\n  - id: sang\n    title: Sång\n    days: [monday, tuesday, wednesday, thursday, friday]\n    from: 9.00\n    to: 9.30\n    description: {long}\n"
    );
    let built = Project::new().and(FITTJA, &text).pages();
    let calendar = built.page("botkyrka/familjecentraler/fittja/kalender.ics");
    let events = calendar.matches("BEGIN:VEVENT").count();
    assert!(events > 90 && calendar.len() < events * 1500, "{events}, {}", calendar.len());
    assert!(calendar.contains('…'));
}

#[test]
fn more_pages_than_a_menu_has_room_for_and_more_fills_than_a_lead_has_are_told_once() {
    let told = |project: &Project| {
        let found = project.check().diagnostics;
        found.iter().filter(|found| found.code == Code::TooMuch).count()
    };
    let pages = |count: usize| {
        (0..count).fold(Project::new(), |project, at| {
            let text = format!("---\ntitle: Sida {at}\nnavigation: true\n---\n");
            project.with(&format!("content/botkyrka/pages/sida-{at}.md"), text)
        })
    };
    assert_eq!((told(&pages(30)), told(&pages(31))), (0, 1));
    let lead = |count: usize| {
        let fills = "{telefon fittja} ".repeat(count);
        Project::new().but(FITTJA, "services:", "phone: 08-530 610 00\nservices:").but(
            NEWS,
            "lead: En hälsning.",
            &format!("lead: \"{fills}\""),
        )
    };
    assert_eq!((told(&lead(20)), told(&lead(21))), (0, 1));
}

#[test]
fn names_hold_no_words_in_braces_and_what_those_of_a_text_become_has_a_bound() {
    let hours: String = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .enumerate()
        .map(|(day, name)| {
            let times: Vec<String> = (0..6).map(|at| format!("{}.0{day}–{}.30", 8 + at, 8 + at)).collect();
            format!("  {name}: {}\n", times.join(", "))
        })
        .collect();
    let project = || Project::new().and(FITTJA, &format!("hours:\n{hours}"));
    let told = |project: Project| {
        let built = project.build();
        built.places().into_iter().map(|(code, file, line, _)| (code, file, line)).collect::<Vec<_>>()
    };
    let activity = |title: &str| {
        format!("activities:\n  - {{id: a, title: \"{title}\", date: 2026-12-08, from: 10.00, to: 11.00}}\n")
    };
    let too_much =
        |project: Project| told(project).into_iter().filter(|(code, ..)| *code == Code::TooMuch).count();
    assert_eq!(too_much(project().and(FITTJA, &activity("{hours fittja}"))), 0);
    assert_eq!(too_much(project().and(FITTJA, &activity("{hours fittja}{hours fittja}"))), 1);
    for path in [FITTJA, BOTKYRKA] {
        let name = if path == FITTJA { "name: Fittja" } else { "name: Botkyrka kommun" };
        let filled = project().but(path, name, &format!("{name} {{hours fittja}}"));
        assert_eq!(too_much(filled), 1, "{path}");
    }
    let service = "services:\n  - {kind: other, name: \"Råd {hours fittja}\"}";
    assert_eq!(too_much(project().but(FITTJA, "services:", service)), 1);
    // Other words in braces are a text like any other.
    assert_eq!(too_much(project().but(FITTJA, "name: Fittja", "name: \"Fittja {vid torget}\"")), 0);
}

#[test]
fn a_municipality_whose_pages_multiply_is_refused_while_they_are_planned() {
    let seasons: String = (0..30)
        .map(|at| {
            let (month, day) = (1 + at / 14, 1 + at % 14 * 2);
            format!(
                "  - {{from: 2027-{month:02}-{day:02}, to: 2027-12-{day:02}, hours: {{monday: 9–{}}}}}\n",
                10 + at % 9
            )
        })
        .collect();
    let services: String = (0..30)
        .map(|at| format!("  - {{kind: other, name: Grupp {at}, hours: {{monday: 9–10}}}}\n"))
        .collect();
    let with = |centres: usize| {
        let languages =
            "languages: [sv, en, ar, fi, so, ti, fa, pl, es, ru, uk, tr, de, fr, sq, ku, bs, hr, sr, th]\n";
        (0..centres).fold(Project::new().and(BOTKYRKA, languages), |project, at| {
            let text = format!("name: Hus {at}\nstatus: open\nhours: {{monday: 9–11}}\nservices:\n{services}seasons:\n{seasons}");
            project.with(&format!("content/botkyrka/centres/hus-{at}.yaml"), text)
        })
    };
    let built = with(12).build();
    let errors: Vec<_> = built.places().into_iter().filter(|(code, ..)| *code == Code::TooMuch).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].1, BOTKYRKA);
    assert_eq!(built.report.pages, 0);
}

#[test]
fn open_data_with_more_rows_than_there_is_room_for_are_refused_while_they_are_made() {
    let services: String = (0..30).map(|at| format!("  - {{kind: other, name: Grupp {at}}}\n")).collect();
    let times = "08.00–09.00, 10.00–11.00, 12.00–13.00, 14.00–15.00, 16.00–17.00, 18.00–19.00";
    let with = |centres: usize| {
        (0..centres).fold(Project::new(), |project, at| {
            let text = format!(
                "name: Hus {at}\nstatus: open\nservices:\n{services}seasons:\n  - {{title: {}, from: 2026-10-01, to: 2027-06-30, \
                 services: [other], hours: {{monday-sunday: \"{times}\"}}}}\n",
                "Vinter ".repeat(20)
            );
            project.with(&format!("content/botkyrka/centres/hus-{at}.yaml"), text)
        })
    };
    let too_much = |centres: usize| {
        let built = with(centres).build();
        built.places().iter().filter(|(code, ..)| *code == Code::TooMuch).count()
    };
    assert_eq!((too_much(1), too_much(16)), (0, 1));
}

#[test]
fn a_text_says_sixty_weeks_and_no_more() {
    let built = |count: usize| {
        let weeks = vec!["v. 1–2 2027"; count].join(", ");
        Project::new()
            .and(FITTJA, &format!("exceptions:\n  - {{weeks: \"{weeks}\", closed: true}}\n"))
            .build()
    };
    let too_much = |count: usize| {
        let built = built(count);
        built.places().iter().filter(|(code, ..)| *code == Code::TooMuch).count()
    };
    assert_eq!([60, 61, 400].map(too_much), [0, 1, 1]);
}

#[test]
fn what_hundreds_of_municipalities_share_has_a_bound_before_any_of_it_is_looked_at() {
    let municipalities = |count: usize| {
        (0..count).fold(Project::new(), |project, at| {
            project.with(&format!("content/kommun-{at}/municipality.yaml"), BOTKYRKA_TEXT)
        })
    };
    let draft = |text: &str| format!("---\ntitle: Om oss\ndraft: true\n---\n\n{text}\n");
    let shared = |project: Project, count: usize| {
        let path = |at: usize| format!("content/_shared/pages/sida-{at}.md");
        (0..count).fold(project, |project, at| project.with(&path(at), draft("Text.")))
    };
    let many = shared(municipalities(707), 708).build();
    let found = many.places();
    assert!(matches!(&found[..], [(Code::TooMuch, ..)]), "{found:?}");
    assert_eq!(many.report.pages, 0);
    // A region with all municipalities of the country, and few texts that are long.
    let long = municipalities(600).with("content/_shared/pages/lang.md", draft(&"Ord. ".repeat(380_000)));
    assert!(matches!(&long.build().places()[..], [(Code::TooMuch, ..)]));
    let usual = shared(municipalities(290), 2).build();
    assert!(!usual.places().iter().any(|(code, ..)| *code == Code::TooMuch), "{:?}", usual.places());
}

#[test]
fn what_is_wrong_in_a_shared_text_is_told_once_and_of_very_many_no_page_is_made() {
    let built = |municipalities: usize| {
        let project = (0..municipalities).fold(Project::new(), |project, at| {
            project.with(&format!("content/kommun-{at}/municipality.yaml"), BOTKYRKA_TEXT)
        });
        let project = (0..130).fold(project, |project, at| {
            project.with(&format!("content/_shared/pages/sida-{at}.md"), PAGE_TEXT)
        });
        project.with("content/_shared/pages/sida-7.sv.md", PAGE_TEXT).build()
    };
    let clashes = |built: &Built| built.places().iter().filter(|(code, ..)| *code == Code::Clash).count();
    let (few, many) = (built(2), built(160));
    assert!(clashes(&few) == 1 && few.report.pages > 0, "{:?}", few.places());
    assert!(clashes(&many) == 1 && many.report.pages < few.report.pages, "{}", many.report.pages);
}
