//! The words of the interface: every language has all of them, and says dates, times, lists and numbers as CLDR has it.
//!
//! ICU4X stands on the other side. Where we differ on purpose, the test says why.

#![expect(clippy::disallowed_methods, reason = "the words are read as they lie in the repository")]

use std::collections::{BTreeMap, BTreeSet};

use fcsite::parse::language;
use fcsite::theme::{FORMS, Words, form};
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const LANGUAGES: [&str; 8] = ["sv", "en", "fi", "ar", "so", "uk", "ti", "fa"];

fn map(lang: &str) -> BTreeMap<String, String> {
    let path = format!("{}/themes/base/words/{lang}.yaml", env!("CARGO_MANIFEST_DIR"));
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn words(lang: &str) -> Words {
    Words::new(lang, map(lang))
}

/// A key without the ending of its form.
fn stem(key: &str) -> &str {
    key.rsplit_once('_')
        .filter(|(_, ending)| FORMS.contains(ending) || *ending == "alone")
        .map_or(key, |(stem, _)| stem)
}

fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_language_has_every_word_with_the_same_holes_and_none_is_empty() {
    let swedish = map("sv");
    let stems: BTreeSet<&str> = swedish.keys().map(|key| stem(key)).collect();
    for lang in LANGUAGES {
        let map = map(lang);
        let own: BTreeSet<&str> = map.keys().map(|key| stem(key)).collect();
        assert_eq!(stems.symmetric_difference(&own).collect::<Vec<_>>(), Vec::<&&str>::new(), "{lang}");
        assert_eq!(map["language_code"], lang);
        assert_eq!(map["language_dir"], language::direction(lang));
        for (key, text) in &map {
            assert!(
                !text.trim().is_empty() || swedish.get(key).is_some_and(String::is_empty),
                "{lang} {key}"
            );
            assert_eq!(text.trim(), text, "{lang} {key}");
            let all = swedish.iter().filter(|(other, _)| stem(other) == stem(key));
            let known: BTreeSet<&str> = all.flat_map(|(_, text)| holes(text)).collect();
            // A form that is for one number may say it in letters: شهران. A pattern may leave a part out, but none that it does not know.
            let may = match () {
                () if key.starts_with("time_") => BTreeSet::from(["hour", "hour2", "minute"]),
                () if stem(key) != key => known.clone(),
                () => BTreeSet::new(),
            };
            let has = holes(text);
            assert!(has.is_subset(&known) || has.is_subset(&may), "{lang} {key}: {text}");
            let is_form = stem(key) != key || key.starts_with("age") || key.starts_with("time_");
            assert!(is_form || has == known, "{lang} {key}: {text}");
        }
        for code in language::codes() {
            assert!(map.contains_key(&format!("lang_{code}")), "{lang} lang_{code}");
        }
    }
}

#[test]
fn the_file_of_a_language_gives_each_word_once() {
    for lang in LANGUAGES {
        let path = format!("{}/themes/base/words/{lang}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let keys: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(": ").map(|(key, _)| key))
            .collect();
        let mut once = BTreeSet::new();
        let twice: Vec<&&str> = keys.iter().filter(|key| !once.insert(**key)).collect();
        assert_eq!(twice, Vec::<&&str>::new(), "{lang}");
    }
}

#[test]
fn a_number_has_the_form_that_cldr_gives_it() {
    for lang in LANGUAGES {
        let locale: Locale = lang.parse().unwrap();
        let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
        for number in 0..=400_u32 {
            let right = match rules.category_for(number) {
                PluralCategory::Zero => "zero",
                PluralCategory::One => "one",
                PluralCategory::Two => "two",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Other => "other",
            };
            assert_eq!(form(lang, number.into()), right, "{lang} {number}");
        }
    }
}

#[test]
fn every_form_that_a_language_has_is_given_for_what_is_counted() {
    for lang in LANGUAGES {
        let words = words(lang);
        let forms: BTreeSet<&str> = (0..=400).map(|number| form(lang, number)).collect();
        for key in ["count_open", "count_planned", "our_centres", "news_centres"] {
            for form in &forms {
                assert!(words.has(&format!("{key}_{form}")), "{lang} {key}_{form}");
            }
        }
        for number in 0..=400 {
            for key in ["agenda_count", "age_months", "ages_years", "ages_from_months", "ages_to_years"] {
                assert!(!words.counted(key, number).is_empty(), "{lang} {key} {number}");
            }
        }
    }
    assert_eq!(words("uk").counted("count_open", 22), "відкриті сімейні центри");
    assert_eq!(words("ar").counted("count_open", 11), "مركز أسرة مفتوحًا");
}

/// Languages of which CLDR has little: Tigrinya's dates are those of the root, and Somali's months are spelt otherwise from one year to another.
const THIN: [&str; 2] = ["so", "ti"];

/// The locale with the calendar that Sweden goes by and digits that all can read.
fn locale(lang: &str) -> Locale {
    let lang = if lang == "en" { "en-GB" } else { lang };
    format!("{lang}-u-ca-gregory-nu-latn").parse().unwrap()
}

fn days_of_a_year() -> impl Iterator<Item = Date> {
    (0..365).map(|day| date(2026, 1, 1).saturating_add(day.days()))
}

fn icu_date(day: Date) -> IcuDate<Gregorian> {
    let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    IcuDate::try_new_gregorian(day.year().into(), month, day_of_month).unwrap()
}

/// The same letters, whatever apostrophe and space a file writes.
// The small hamza of Persian is written or not.
fn alike(text: &str) -> String {
    text.replace(['’', 'ʼ'], "'")
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace(['\u{200e}', '\u{200f}', '\u{654}'], "")
}

#[test]
fn dates_are_those_of_cldr_on_every_day_of_a_year() {
    for lang in LANGUAGES {
        let words = words(lang);
        let locale = locale(lang);
        macro_rules! formatter {
            ($fields:expr) => {
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&locale).into(), $fields).unwrap()
            };
        }
        let (weekday, near) = (formatter!(fieldsets::YMDE::long()), formatter!(fieldsets::MDE::long()));
        let (day, month) = (formatter!(fieldsets::MD::long()), formatter!(fieldsets::YM::long()));
        for one in days_of_a_year() {
            let icu = icu_date(one);
            let said = |text: String| match lang {
                // English without the comma, as the pages always wrote it.
                "en" => alike(&text).replace("day, ", "day "),
                _ => alike(&text),
            };
            if !THIN.contains(&lang) {
                assert_eq!(alike(&words.day(one)), said(weekday.format(&icu).to_string()), "{lang}");
                assert_eq!(alike(&words.day_near(one, 2026)), said(near.format(&icu).to_string()), "{lang}");
                assert_eq!(alike(&words.date_near(one, 2026)), said(day.format(&icu).to_string()), "{lang}");
            }
            if !THIN.contains(&lang) {
                assert_eq!(alike(&words.month(one)), said(month.format(&icu).to_string()), "{lang}");
            }
        }
    }
}

#[test]
fn lists_are_those_of_cldr() {
    for lang in LANGUAGES {
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        let list = ListFormatter::try_new_and(locale(lang).into(), options).unwrap();
        let words = words(lang);
        for count in 1..=5 {
            let items: Vec<&str> = ["x", "y", "z", "v", "w"].into_iter().take(count).collect();
            let right = list.format(items.iter()).to_string();
            // Persian writes no comma before its and in what people read; CLDR does.
            let right = if lang == "fa" { right.replace("، و ", " و ") } else { right };
            assert_eq!(alike(&words.list(&items)), alike(&right), "{lang}");
        }
    }
}

#[test]
fn periods_times_and_days_are_said_as_people_of_each_language_say_them() {
    let said = |lang: &str| {
        let words = words(lang);
        let period = |from, to| words.period((from, to), 2026);
        [
            period(date(2026, 12, 18), date(2026, 12, 22)),
            period(date(2026, 6, 19), date(2026, 8, 16)),
            period(date(2026, 12, 21), date(2027, 1, 7)),
            period(date(2027, 1, 4), date(2027, 1, 7)),
            period(date(2026, 12, 23), date(2026, 12, 23)),
            words.days(0, 3),
        ]
        .join(" | ")
    };
    assert_eq!(
        said("sv"),
        "18–22 december | 19 juni – 16 augusti | 21 december 2026 – 7 januari 2027 | 4–7 januari 2027 | onsdag 23 december | måndag–torsdag"
    );
    assert_eq!(
        said("fi"),
        "18.–22. joulukuuta | 19. kesäkuuta – 16. elokuuta | 21. joulukuuta 2026 – 7. tammikuuta 2027 | 4.–7. tammikuuta 2027 | keskiviikko 23. joulukuuta | maanantai–torstai"
    );
    assert_eq!(
        said("uk"),
        "18–22 грудня | 19 червня – 16 серпня | 21 грудня 2026 р. – 7 січня 2027 р. | 4–7 січня 2027 р. | середа, 23 грудня | понеділок – четвер"
    );
    // No dash between figures: on a page from the right to the left nobody knows which comes first.
    assert_eq!(
        said("ar"),
        "من 18 إلى 22 ديسمبر | من 19 يونيو إلى 16 أغسطس | من 21 ديسمبر 2026 إلى 7 يناير 2027 | من 4 إلى 7 يناير 2027 | الأربعاء، 23 ديسمبر | من الاثنين إلى الخميس"
    );
}
