//! 290 municipalities that don't exist, with the codes of those that do: fcsite looks the code up in SCB's list, and nobody's real
//! municipality should be said to have opened a centre that it hasn't.

/// SCB's municipality codes by county (länskod, then the last two digits), 2026.
const CODES: [(&str, &str); 21] = [
    ("01", "14 15 17 20 23 25 26 27 28 36 38 39 40 60 62 63 80 81 82 83 84 86 87 88 91 92"),
    ("03", "05 19 30 31 60 80 81 82"),
    ("04", "28 61 80 81 82 83 84 86 88"),
    ("05", "09 12 13 60 61 62 63 80 81 82 83 84 86"),
    ("06", "04 17 42 43 62 65 80 82 83 84 85 86 87"),
    ("07", "60 61 63 64 65 67 80 81"),
    ("08", "21 34 40 60 61 62 80 81 82 83 84 85"),
    ("09", "80"),
    ("10", "60 80 81 82 83"),
    (
        "12",
        "14 30 31 33 56 57 60 61 62 63 64 65 66 67 70 72 73 75 76 77 78 80 81 82 83 84 85 86 87 90 91 92 93",
    ),
    ("13", "15 80 81 82 83 84"),
    (
        "14",
        "01 02 07 15 19 21 27 30 35 38 39 40 41 42 43 44 45 46 47 52 60 61 62 63 65 66 70 71 72 73 80 81 82 84 85 86 87 88 89 90 \
         91 92 93 94 95 96 97 98 99",
    ),
    ("17", "15 30 37 60 61 62 63 64 65 66 80 81 82 83 84 85"),
    ("18", "14 60 61 62 63 64 80 81 82 83 84 85"),
    ("19", "04 07 60 61 62 80 81 82 83 84"),
    ("20", "21 23 26 29 31 34 39 61 62 80 81 82 83 84 85"),
    ("21", "01 04 21 32 61 80 81 82 83 84"),
    ("22", "60 62 80 81 82 83 84"),
    ("23", "03 05 09 13 21 26 61 80"),
    ("24", "01 03 04 09 17 18 21 22 25 60 62 63 80 81 82"),
    ("25", "05 06 10 13 14 18 21 23 60 80 81 82 83 84"),
];

const STEMS: [&str; 29] = [
    "Björk", "Lind", "Ek", "Ask", "Alm", "Rönn", "Hassel", "Gran", "Tall", "Hägg", "Lönn", "Apel", "Ljung",
    "Mo", "Sjö", "Berg", "Dal", "Sten", "Sand", "Ler", "Strand", "Kvarn", "Kyrk", "Älv", "Fors", "Kull",
    "Öster", "Väster", "Norr",
];

const ENDINGS: [&str; 10] = ["vik", "by", "sta", "torp", "ås", "näs", "hult", "köping", "holm", "arp"];

/// A place's name and SCB code.
pub struct Place {
    pub name: String,
    pub code: String,
}

/// The 290 places, in the order of their codes.
pub fn places() -> Vec<Place> {
    let codes =
        CODES.iter().flat_map(|(county, rest)| rest.split(' ').map(move |last| format!("{county}{last}")));
    let names = ENDINGS.iter().flat_map(|ending| STEMS.iter().map(move |stem| format!("{stem}{ending}")));
    codes.zip(names).map(|(code, name)| Place { name, code }).collect()
}

/// A name as it stands in a URL.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            'é' => slug.push('e'),
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}
