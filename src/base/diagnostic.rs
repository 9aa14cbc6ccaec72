//! Diagnostics: what is wrong, where, and what to write instead.
//!
//! A diagnostic is a value: a code, a place and the words that fill its message in. The message's text lives in a Fluent file
//! (`messages/en.ftl`), so that each language can say it in its own way, and a remembered page can warn again in another.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::SourcePath;

/// How serious a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published all the same; an error with `--strict`.
    Warning,
}

/// Declares the codes with their severities. A code is stable: never renumbered, never reused.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal $severity:ident;)*) => {
        /// What kind of fault this is. Shown as `FC0012`; texts in `messages/en.ftl`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub enum Code { $($(#[$doc])* $name = $number,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// How serious it is when nothing else is said.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // 1–19: the source folder and its files
    /// The source folder holds no `content/site.yaml`.
    NoSite = 1 Error;
    /// A file or folder cannot be read.
    Unreadable = 2 Error;
    /// A file is not UTF-8.
    NotUtf8 = 3 Error;
    /// A file is larger than fcsite reads.
    TooLarge = 4 Error;
    /// A folder of `content/` is no municipality.
    NotAMunicipality = 5 Error;
    /// A name that would stand in a URL is not a slug.
    BadName = 6 Error;
    /// A file lies where nothing reads it.
    StrayFile = 7 Warning;
    /// Two sources for one address.
    Clash = 8 Error;
    /// A symbolic link in the source folder.
    Symlink = 9 Error;
    /// A municipality named with `--only` does not exist.
    NoSuchMunicipality = 10 Error;
    /// A character that no text has.
    ControlCharacter = 11 Error;
    /// A file's name is one that a feature of fcsite uses itself.
    ReservedName = 12 Error;

    // 20–39: YAML and front matter as such
    /// YAML that cannot be read.
    YamlSyntax = 20 Error;
    /// A field that the file does not have.
    UnknownField = 21 Error;
    /// A required field is missing.
    MissingField = 22 Error;
    /// A value of the wrong type.
    WrongType = 23 Error;
    /// A value that is not one of those allowed.
    UnknownValue = 24 Error;
    /// The same field twice.
    DuplicateField = 25 Error;
    /// Text after ` #` is dropped by YAML.
    LostComment = 26 Warning;
    /// A Markdown file that does not begin with front matter.
    NoFrontMatter = 27 Error;
    /// Front matter without an end.
    OpenFrontMatter = 28 Error;
    /// A text is empty.
    EmptyText = 29 Error;
    /// YAML nested or repeated beyond all use.
    YamlTooDeep = 30 Error;
    /// A file that holds nothing.
    EmptyFile = 31 Error;

    // 40–69: values
    /// Not a date.
    BadDate = 40 Error;
    /// Not a time or interval of the day.
    BadTime = 41 Error;
    /// An interval ends before it begins.
    IntervalReversed = 42 Error;
    /// Two intervals of a day cross.
    IntervalsCross = 43 Error;
    /// Not a weekday or range of weekdays.
    BadDay = 44 Error;
    /// A weekday is given twice.
    DayTwice = 45 Error;
    /// Not a phone number in a Swedish form.
    BadPhone = 46 Error;
    /// Not a postal code.
    BadPostalCode = 47 Error;
    /// Not an e-mail address.
    BadEmail = 48 Error;
    /// Not a web address.
    BadWebAddress = 49 Error;
    /// An address with a scheme that a page may not carry.
    UnsafeAddress = 50 Error;
    /// A place outside Sweden.
    OutsideSweden = 51 Error;
    /// Latitude and longitude swapped.
    SwappedCoordinates = 52 Error;
    /// Not a municipality code of four digits.
    BadMunicipalityCode = 53 Error;
    /// A code that SCB does not have.
    UnknownMunicipalityCode = 54 Warning;
    /// Not a language code.
    BadLanguage = 55 Error;
    /// A period that ends before it begins.
    PeriodReversed = 56 Error;
    /// Not a year, month or date.
    BadPartialDate = 57 Error;
    /// An alias that is not an address within the site.
    BadAlias = 58 Error;
    /// Ages in the wrong order.
    AgesReversed = 59 Error;
    /// Not a WCAG success criterion.
    BadWcag = 60 Error;
    /// The languages do not hold the site's own.
    LanguagesWithoutOwn = 61 Error;
    /// The same item twice in a list.
    ListedTwice = 62 Error;
    /// A list that must hold at least one item.
    EmptyList = 63 Error;
    /// A text in a language that the site does not have.
    TextInOtherLanguage = 64 Warning;

    // 70–99: rules of the content model
    /// A centre without the services that its type demands.
    TypeNeedsServices = 70 Error;
    /// `planned_opening` on a centre that is not planned.
    PlannedOpeningNotPlanned = 71 Error;
    /// Hours, closing or activity for a service that the centre lacks.
    NoSuchService = 72 Error;
    /// News dated otherwise than its file name.
    DateNotFileName = 73 Error;
    /// News without a date in its file name.
    NoDateInName = 74 Error;
    /// `updated` before `date`.
    UpdatedBeforeDate = 75 Error;
    /// A translation without its original.
    TranslationWithoutOriginal = 76 Error;
    /// A centre that does not exist.
    NoSuchCentre = 77 Error;
    /// A page that does not exist.
    NoSuchPage = 78 Error;
    /// A related news item that does not exist.
    NoSuchNews = 79 Error;
    /// A third-party host that a page may not load from.
    ThirdPartyHost = 80 Error;
    /// An exception that says neither closed nor hours, or both.
    ExceptionUnclear = 81 Error;
    /// A centre not reviewed for over six months.
    ReviewDue = 82 Warning;
    /// A planned opening that has passed.
    PlannedOpeningPassed = 83 Warning;
    /// A notice that has ended.
    NoticeEnded = 84 Warning;
    /// An open centre without an address.
    MissingAddress = 85 Warning;
    /// A municipality without an accessibility statement.
    NoAccessibilityStatement = 86 Warning;
    /// A navigation entry that leads to a page and an address, or to neither.
    NavigationUnclear = 87 Error;
    /// Hours that meet a holiday without an exception.
    HolidayUnconfirmed = 88 Warning;
    /// `opened` in the future on an open centre, or before a planned one.
    OpenedInFuture = 89 Warning;
    /// `expires` before the news' date.
    ExpiresBeforeDate = 90 Error;
    /// A picture or box in a notice.
    NotInNotice = 91 Error;

    // 100–119: Markdown
    /// A heading of level 1 in a body.
    HeadingLevelOne = 100 Error;
    /// A directive that does not exist.
    UnknownDirective = 101 Error;
    /// A directive without an end, or an end without a beginning.
    DirectiveUnbalanced = 102 Error;
    /// A directive without what it needs.
    DirectiveArgument = 103 Error;
    /// A link to a file that does not exist or is no page.
    BrokenLink = 104 Error;
    /// A link with a scheme that a page may not carry.
    UnsafeLink = 105 Error;
    /// An image without an alt text.
    ImageWithoutAlt = 106 Error;
    /// A date at a line's start that became a list.
    DateBecameList = 107 Warning;
    /// Raw HTML, shown as text.
    RawHtml = 108 Warning;
    /// A link out of the municipality's folder.
    LinkOutOfFolder = 109 Error;
    /// A link to a page that is not published.
    LinkToUnpublished = 110 Error;
    /// A directive inside a list, a quotation or another fact box.
    DirectivePlace = 111 Error;
    /// A footnote that nothing refers to.
    FootnoteUnused = 112 Warning;

    // 120–129: images
    /// An image file that does not exist.
    NoSuchImage = 120 Error;
    /// An image file that cannot be used.
    BadImage = 121 Error;
    /// An image from another host.
    RemoteImage = 122 Error;
    /// Both or neither of an alt text and `decorative: true`.
    AltOrDecorative = 123 Error;
    /// An image whose ending is not that of its format.
    ImageEnding = 124 Error;

    // 130–149: themes
    /// A theme that does not exist.
    NoSuchTheme = 130 Error;
    /// Themes that extend each other in a ring.
    ThemeRing = 131 Error;
    /// A template that Tera cannot read.
    TemplateSyntax = 132 Error;
    /// A template that failed on a page.
    TemplateRender = 133 Error;
    /// A template or component that fcsite needs is missing.
    TemplateMissing = 134 Error;
    /// A token that is no CSS value.
    BadToken = 135 Error;
    /// A language that the theme has no words for.
    NoWords = 136 Warning;
    /// A theme asset that cannot be published.
    BadAsset = 137 Error;
    /// A page, asset or theme that loads from another host.
    LoadsFromElsewhere = 138 Error;

    // 150–169: publishing
    /// The output folder cannot be used.
    OutputRefused = 150 Error;
    /// Another build is writing to the output.
    OutputBusy = 151 Error;
    /// The output cannot be written.
    OutputFailed = 152 Error;
    /// The image cache cannot be used.
    CacheUnusable = 153 Warning;
    /// Files of others turned up in the output during the build.
    Strangers = 154 Warning;
    /// Something in fcsite went wrong that never should.
    Internal = 199 Error;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FC{:04}", *self as u16)
    }
}

/// A step of a path into a YAML file: `services[1].operator`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Seg {
    /// The field of a mapping.
    Key(String),
    /// The item of a list, from 0.
    Index(usize),
}

/// Where in a file. Model rooms know the field, not the line; [`Place`] is found when there is something to report.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum At {
    /// The file as a whole.
    File,
    /// These bytes of the file.
    Span(Range<usize>),
    /// A line and column from 1, as a template engine tells it.
    LineColumn(usize, usize),
    /// The value of a field of the file's YAML or front matter.
    Value(Vec<Seg>),
    /// The name of a field.
    Key(Vec<Seg>),
}

/// A place as people see it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters of the line are meant, at least 1.
    pub width: usize,
    /// The line itself.
    pub text: String,
}

impl Place {
    /// The place of a byte range in a file's text.
    pub fn of(text: &str, span: Range<usize>) -> Self {
        let start = floor_boundary(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = floor_boundary(text, span.end).clamp(start, line_end);
        // Editors show no byte order mark, so it is no column either.
        let line_start =
            if line_start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { line_start };
        let start = start.max(line_start);
        let end = end.max(start);
        let line = text[line_start..line_end.max(line_start)].trim_end_matches('\r');
        Self {
            line: text[..line_start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            width: text[start..end].chars().count().max(1),
            text: line.to_string(),
        }
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One fault, for one person to mend.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// How serious; `--strict` raises it.
    pub severity: Severity,
    /// The file; none when the fault is in no file.
    pub file: Option<SourcePath>,
    /// Where in the file.
    pub at: At,
    /// The place as people see it, once found.
    pub place: Option<Place>,
    /// The words that fill the message in: name and value.
    pub args: Vec<(Word, String)>,
}

impl Diagnostic {
    /// A diagnostic in a file.
    pub fn new(code: Code, file: &SourcePath, at: At) -> Self {
        Self { file: Some(file.clone()), at, ..Self::anywhere(code) }
    }

    /// A diagnostic that belongs to no file.
    pub fn anywhere(code: Code) -> Self {
        Self { code, severity: code.severity(), file: None, at: At::File, place: None, args: Vec::new() }
    }

    /// Adds a word for the message.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// Does it stop the build?
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The order in which diagnostics are shown: by file and place, whatever thread found them first.
    pub fn sort_key(&self) -> SortKey<'_> {
        let (line, column) = self.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
        (self.file.as_ref(), line, column, self.code, &self.args)
    }
}

/// File, line, column, code and words.
pub type SortKey<'a> = (Option<&'a SourcePath>, usize, usize, Code, &'a [(Word, String)]);

/// The name of a word that fills a message in.
pub type Word = Cow<'static, str>;

/// A value and all that was found to be wrong on the way to it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// As much of the value as could be made.
    pub value: T,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Gathers diagnostics of one file.
#[derive(Debug)]
pub struct Report {
    file: SourcePath,
    found: Vec<Diagnostic>,
    settled: Vec<Vec<Seg>>,
}

impl Report {
    /// An empty report on a file.
    pub fn on(file: &SourcePath) -> Self {
        Self { file: file.clone(), found: Vec::new(), settled: Vec::new() }
    }

    /// Adds a diagnostic and gives it back, so that words can be added to it. An echo of what is settled is not added.
    pub fn add(&mut self, code: Code, at: At) -> Words<'_> {
        if let At::Value(path) | At::Key(path) = &at
            && self.settled.iter().any(|settled| settled.starts_with(path) || path.starts_with(settled))
        {
            return Words(None);
        }
        self.found.push(Diagnostic::new(code, &self.file, at));
        Words(self.found.last_mut())
    }

    /// All has been said of this field: an empty value stands in for it, and what is wrong with that value is only an echo.
    pub fn settle(&mut self, path: Vec<Seg>) {
        self.settled.push(path);
    }

    /// Could a field at the file's top, or something in it, not be read?
    pub fn has_settled(&self, field: &str) -> bool {
        self.settled.iter().any(|path| matches!(path.first(), Some(Seg::Key(name)) if name == field))
    }

    /// Has anything been said of a field at the file's top itself?
    pub fn has_told_of(&self, field: &str) -> bool {
        let alone = |path: &[Seg]| matches!(path, [Seg::Key(name)] if name == field);
        let told = |found: &Diagnostic| matches!(&found.at, At::Value(path) | At::Key(path) if alone(path));
        self.found.iter().any(told)
    }

    /// The file that the report is on.
    pub fn file(&self) -> &SourcePath {
        &self.file
    }

    /// Adds what another check of the same file found.
    pub fn extend(&mut self, more: Vec<Diagnostic>) {
        self.found.extend(more);
    }

    /// Has anything been found that stops the build?
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(Diagnostic::is_error)
    }

    /// All that was found.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}

/// The words of the diagnostic just added.
pub struct Words<'a>(Option<&'a mut Diagnostic>);

impl Words<'_> {
    /// Adds a word for the message.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.args.push((name.into(), value.to_string()));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_not_bytes() {
        let text = "första\nåäö x: ö\nsista";
        let at = text.find("x:").unwrap();
        let place = Place::of(text, at..at + 1);
        assert_eq!((place.line, place.column, place.width, place.text.as_str()), (2, 5, 1, "åäö x: ö"));
    }

    #[test]
    fn a_place_beyond_the_end_or_within_a_character_is_still_a_place() {
        assert_eq!(Place::of("å", 1..99).column, 1);
        assert_eq!(Place::of("", 5..9).line, 1);
    }

    #[test]
    fn codes_are_distinct() {
        let mut ids: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), Code::ALL.len());
    }
}
