//! An activity that is added to a file that somebody wrote: all else stays byte for byte.

use fcsite::base::{Locale, SourcePath};
use fcsite::parse::files::Access;
use fcsite::parse::values::{Interval, Time};
use fcsite::parse::{self, Content, Role};
use fcsite::scaffold::{Added, NewActivity, add_activity};
use jiff::civil::Weekday;
use proptest::prelude::*;

use super::project::{FITTJA, FITTJA_TEXT};

fn activity(title: &str) -> NewActivity {
    NewActivity {
        id: "ny-stund".to_string(),
        title: title.to_string(),
        day: Weekday::Tuesday,
        interval: Interval { from: Time::parse("10.00").unwrap(), to: Time::parse("10.30").unwrap() },
        access: Some(Access::DropIn),
        valid_from: Some("2027-01-12".parse().unwrap()),
        valid_to: None,
    }
}

fn role() -> Role {
    Role::Centre { owner: "botkyrka".to_string(), id: "fittja".to_string() }
}

fn add(text: &str, title: &str) -> Added {
    add_activity(&SourcePath::new(FITTJA), &role(), text, &activity(title), Locale::English)
}

/// What was put in, where the rest is as it was; none where the rest is not.
fn put_in(before: &str, after: &str) -> Option<String> {
    let start = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let most = before.len() - start;
    let end = before.bytes().rev().zip(after.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    (start + end == before.len()).then(|| after[start..after.len() - end].to_string())
}

/// The titles of the activities that a file has.
fn titles(text: &str) -> Vec<String> {
    let parsed = parse::parse(&SourcePath::new(FITTJA), &role(), text.as_bytes());
    let errors: Vec<_> = parsed.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?} in\n{text}");
    match parsed.document.unwrap().content {
        Content::Centre(centre) => {
            centre.activities.iter().map(|each| each.title.each().next().unwrap().1.to_string()).collect()
        }
        _ => panic!("no centre"),
    }
}

const OLD: &str = "{id: lek, title: Lek, day: monday, from: 9.00, to: 10.00}";

#[test]
fn an_activity_is_added_to_the_list_as_it_is_written_and_nothing_else_changes() {
    let block = "id: lek\n    title: Lek\n    day: monday\n    from: 9.00\n    to: 10.00";
    for (claim, more) in [
        ("no list", String::new()),
        ("a list for the taking", "# activities:\n#   - id: x\n#     title: X\nowner: Kommunen # rätt\n".into()),
        ("nothing after the name", "activities:\nowner: Kommunen\n".into()),
        ("nothing after the name but a remark", "activities:   # snart\n\nowner: Kommunen\n".into()),
        ("an empty list", "activities: []\nowner: Kommunen\n".into()),
        ("an empty list over two lines", "activities: [\n  ]\nowner: Kommunen\n".into()),
        ("items on lines", format!("activities:\n  - {block}\nowner: Kommunen\n")),
        ("items at the margin", "activities:\n- id: lek\n  title: Lek\n  day: monday\n  from: 9.00\n  to: 10.00\nowner: Kommunen\n".into()),
        ("items far in", "activities:\n        - id: lek\n          title: Lek\n          day: monday\n          from: 9.00\n          to: 10.00\nowner: Kommunen\n".into()),
        ("remarks behind and between", format!("activities: # allt\n  # först\n  - {block} # slut\n\n  # sist\n\n# ägaren\nowner: Kommunen\n")),
        ("items in braces on lines", format!("activities:\n  - {OLD}\n  - {}\nowner: Kommunen\n", OLD.replace("lek", "lek-2"))),
        ("braces over two lines", format!("activities:\n  - {}\nowner: Kommunen\n", OLD.replace(", from", ",\n     from"))),
        ("a list in brackets", format!("activities: [{OLD}]\nowner: Kommunen\n")),
        ("brackets over lines with a comma too many", format!("activities: [\n  {OLD}, # den\n]\nowner: Kommunen\n")),
        ("no end of the last line", format!("activities:\n  - {block}")),
        ("the last field is a group", format!("activities:\n  - {block}\n    age_months:\n      min: 3\n      max: 9\n")),
        ("texts for each language", format!("activities:\n  - {}\n", block.replace("title: Lek", "title: {sv: Lek, en: Play}"))),
    ] {
        for (before, end) in [(format!("{FITTJA_TEXT}{more}"), "\n"), (format!("{FITTJA_TEXT}{more}").replace('\n', "\r\n"), "\r\n")] {
            let before = if claim.contains("remark") { format!("\u{feff}{before}") } else { before };
            let Added::Text(after) = add(&before, "Ny stund") else { panic!("{claim}: {:?}", add(&before, "Ny stund")) };
            let new = put_in(&before, &after).unwrap_or_else(|| panic!("{claim}:\n{before}\nbecame\n{after}"));
            assert!(new.contains("ny-stund"), "{claim}: {new:?}");
            assert_eq!(new.matches('\n').count(), new.matches(end).count(), "{claim}: {new:?}");
            let mut wanted = titles(&before);
            wanted.push("Ny stund".to_string());
            assert_eq!(titles(&after), wanted, "{claim}:\n{after}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_added_to_is_left_alone() {
    let with = |more: &str| format!("{FITTJA_TEXT}{more}");
    assert_eq!(add(&with("telefon: 1\n"), "Ny"), Added::NotInOrder);
    assert_eq!(add("name: [\n", "Ny"), Added::NotInOrder);
    assert_eq!(add("", "Ny"), Added::NotInOrder);
    let taken = OLD.replace("id: lek", "id: ny-stund");
    assert_eq!(add(&with(&format!("activities: [{taken}]\n")), "Ny"), Added::Taken);
    // A file that ends itself: what is added behind is another file.
    let ended = add(&with("...\n"), "Ny");
    assert!(matches!(&ended, Added::ByHand(lines) if lines.contains("id: ny-stund")), "{ended:?}");
    let whole = "{name: Fittja, status: closed, services: [{kind: child_health}]}\n";
    assert!(matches!(add(whole, "Ny"), Added::ByHand(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_title_is_added_as_it_was_given(words in "[a-zåäö0-9:#,'\"\\[\\]{}&*!?%@|> -]{1,24}", flow in any::<bool>()) {
        let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!title.is_empty() && title != "~");
        let list = if flow { format!("activities: [{OLD}]\n") } else { format!("activities:\n  - {OLD}\n") };
        let before = format!("{FITTJA_TEXT}{list}owner: Kommunen # rätt\n");
        let Added::Text(after) = add(&before, &title) else { panic!("{title:?}: {:?}", add(&before, &title)) };
        prop_assert!(put_in(&before, &after).is_some(), "{}", after);
        prop_assert_eq!(titles(&after), vec!["Lek".to_string(), title]);
    }
}
