//! The order of names, as a reader of each language looks for them.
//!
//! A page's own language decides (CLDR): a Swede finds Åre behind Zorn, an English reader among the As. Each language that the interface
//! speaks is either in the order of Unicode's letters without their accents, or has an alphabet here; a test holds all of them against ICU4X.
//! Its data of all languages would be larger than the whole program's words.

use unicode_normalization::UnicodeNormalization;

/// Languages whose alphabets are not in Unicode's order.
const ALPHABETS: [(&str, &str); 2] =
    [("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"), ("fa", "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")];

/// Where letters of such an alphabet stand, past all others.
const PAST: u32 = 0xE000;

/// The key by which texts of a language are sorted.
pub fn sort_key(text: &str, lang: &str) -> String {
    let alphabet = ALPHABETS.iter().find(|(code, _)| *code == lang).map_or("", |(_, letters)| letters);
    let is_northern = matches!(lang, "sv" | "fi");
    let mut key = String::with_capacity(text.len());
    for c in text.to_lowercase().nfc() {
        let c = if lang == "fa" { persian(c) } else { c };
        if let Some(place) = alphabet.chars().position(|letter| letter == c) {
            key.extend(u32::try_from(place).ok().and_then(|place| char::from_u32(PAST + place)));
            continue;
        }
        match c {
            'å' if is_northern => key.push('\u{7b}'),
            'ä' | 'æ' if is_northern => key.push('\u{7c}'),
            'ö' | 'ø' if is_northern => key.push('\u{7d}'),
            'æ' => key.push_str("ae"),
            'ø' => key.push('o'),
            c => key.extend(std::iter::once(c).nfd().filter(|c| !is_accent(*c))),
        }
    }
    key
}

/// The letter under which a text stands that is sorted by this key: `Å`; none for what begins with none.
pub fn first_letter(key: &str, lang: &str) -> Option<String> {
    let first = key.chars().next()?;
    match first {
        '\u{7b}' => Some("Å".to_string()),
        '\u{7c}' => Some("Ä".to_string()),
        '\u{7d}' => Some("Ö".to_string()),
        _ if u32::from(first) >= PAST => {
            let place = usize::try_from(u32::from(first) - PAST).ok()?;
            let (_, letters) = ALPHABETS.iter().find(|(code, _)| *code == lang)?;
            Some(letters.chars().nth(place)?.to_uppercase().collect())
        }
        _ => first.is_alphabetic().then(|| first.to_uppercase().collect()),
    }
}

/// The letter that Persian writes for one of Arabic's.
fn persian(c: char) -> char {
    match c {
        'ك' => 'ک',
        'ي' | 'ى' => 'ی',
        'ة' | 'ۀ' => 'ه',
        'أ' | 'إ' => 'ا',
        'ؤ' => 'و',
        'ئ' => 'ی',
        c => c,
    }
}

/// Marks upon letters, and those that join or part them: they do not decide.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}')
}

#[cfg(test)]
mod tests {
    use icu_collator::Collator;
    use icu_collator::options::CollatorOptions;
    use icu_locale_core::Locale;

    use super::*;

    const NAMES: [(&str, &str); 8] = [
        ("sv", "Österåker Åre Zorn Älvsjö Edsberg Éboli Vallentuna Årsta Ängby Ör Alby"),
        ("fi", "Österåker Åre Zorn Älvsjö Edsberg Éboli Tampere Äänekoski Oulu"),
        ("en", "Österåker Åre Zorn Älvsjö Edsberg Vallentuna Örby Alby Asker"),
        ("so", "Österåker Åre Zorn Älvsjö Edsberg Xarunta Alby Dhuusa Degmo"),
        ("uk", "Ґудзик Гора Ялинка Їжак Іва Ирій Йод Ель Єва Фіттья Щука Дуб Ждан"),
        ("fa", "پارک بازار چمن جنگل گل کوه ژاله زمین یاس آب ابر هوا ورزش"),
        ("ar", "مركز حديقة بيت شمس تفاح جبل قمر نهر وادي ياسمين"),
        ("ti", "ማእከል ስድራቤት ኮሙን ቤት ሃገር ገዛ"),
    ];

    #[test]
    fn names_are_in_the_order_that_icu_has_for_each_language() {
        for (lang, names) in NAMES {
            let locale: Locale = lang.parse().unwrap();
            let collator = Collator::try_new(locale.into(), CollatorOptions::default()).unwrap();
            let mut ours: Vec<&str> = names.split(' ').collect();
            let mut theirs = ours.clone();
            ours.sort_by_cached_key(|name| sort_key(name, lang));
            theirs.sort_by(|one, other| collator.compare(one, other));
            assert_eq!(ours, theirs, "{lang}");
        }
    }

    #[test]
    fn a_name_stands_under_its_first_letter() {
        let letter = |name, lang| first_letter(&sort_key(name, lang), lang);
        for (name, lang, expected) in [
            ("Éboli", "sv", "E"),
            ("öl", "sv", "Ö"),
            ("Åre", "en", "A"),
            ("Ґудзик", "uk", "Ґ"),
            ("أب", "ar", "ا"),
            ("گل", "fa", "گ"),
        ] {
            assert_eq!(letter(name, lang).as_deref(), Some(expected), "{name}");
        }
        assert_eq!(letter("1177", "sv"), None);
        assert_eq!(letter("", "sv"), None);
    }

    #[test]
    fn a_letter_is_the_same_however_it_is_written() {
        assert_eq!(sort_key("A\u{30a}re", "sv"), sort_key("Åre", "sv"));
        assert_eq!(sort_key("и\u{306}", "uk"), sort_key("й", "uk"));
        assert_eq!(sort_key("خانه\u{200c}ها", "fa"), sort_key("خانهها", "fa"));
    }
}
