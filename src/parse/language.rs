//! Languages: their codes, their names in themselves, and which way they are written.

/// Code, name in itself, and whether it is written from right to left. The languages that families in Sweden most often
/// need, the national minority languages, and the larger languages of Europe.
const LANGUAGES: &[(&str, &str, bool)] = &[
    ("sv", "svenska", false),
    ("en", "English", false),
    ("fi", "suomi", false),
    ("ar", "العربية", true),
    ("so", "Soomaali", false),
    ("ti", "ትግርኛ", false),
    ("fa", "فارسی", true),
    ("prs", "دری", true),
    ("ps", "پښتو", true),
    ("uk", "українська", false),
    ("tr", "Türkçe", false),
    ("ckb", "کوردیی ناوەندی", true),
    ("kmr", "Kurmancî", false),
    ("ku", "Kurdî", false),
    ("am", "አማርኛ", false),
    ("syr", "ܣܘܪܝܝܐ", true),
    ("se", "davvisámegiella", false),
    ("sma", "åarjelsaemien gïele", false),
    ("smj", "julevsámegiella", false),
    ("fit", "meänkieli", false),
    ("rom", "Romani čhib", false),
    ("rmn", "Romani čhib", false),
    ("yi", "ייִדיש", true),
    ("he", "עברית", true),
    ("ur", "اردو", true),
    ("bn", "বাংলা", false),
    ("hi", "हिन्दी", false),
    ("pa", "ਪੰਜਾਬੀ", false),
    ("ta", "தமிழ்", false),
    ("th", "ไทย", false),
    ("vi", "Tiếng Việt", false),
    ("zh", "中文", false),
    ("ja", "日本語", false),
    ("ko", "한국어", false),
    ("ru", "русский", false),
    ("pl", "polski", false),
    ("bs", "bosanski", false),
    ("hr", "hrvatski", false),
    ("sr", "српски", false),
    ("sq", "shqip", false),
    ("mk", "македонски", false),
    ("bg", "български", false),
    ("ro", "română", false),
    ("hu", "magyar", false),
    ("cs", "čeština", false),
    ("sk", "slovenčina", false),
    ("sl", "slovenščina", false),
    ("el", "ελληνικά", false),
    ("de", "Deutsch", false),
    ("fr", "français", false),
    ("es", "español", false),
    ("pt", "português", false),
    ("it", "italiano", false),
    ("nl", "Nederlands", false),
    ("da", "dansk", false),
    ("no", "norsk", false),
    ("nb", "norsk bokmål", false),
    ("is", "íslenska", false),
    ("et", "eesti", false),
    ("lv", "latviešu", false),
    ("lt", "lietuvių", false),
    ("hy", "հայերեն", false),
    ("ka", "ქართული", false),
    ("az", "azərbaycanca", false),
    ("sw", "Kiswahili", false),
    ("rw", "Ikinyarwanda", false),
    ("mn", "монгол", false),
    ("om", "Afaan Oromoo", false),
];

/// Every code that fcsite knows.
pub fn codes() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(code, _, _)| *code)
}

/// Is this the code of a language that fcsite knows?
pub(crate) fn is_known(code: &str) -> bool {
    LANGUAGES.iter().any(|(known, _, _)| *known == code)
}

/// The language's name in itself; the code for one that is not known.
pub(crate) fn name(code: &str) -> &str {
    LANGUAGES.iter().find(|(known, _, _)| *known == code).map_or(code, |(_, name, _)| name)
}

/// `rtl` or `ltr`.
pub fn direction(code: &str) -> &'static str {
    match LANGUAGES.iter().find(|(known, _, _)| *known == code) {
        Some((_, _, true)) => "rtl",
        _ => "ltr",
    }
}
