//! Codes: what kinds of fault there are. People look them up, tools turn them off, so they are stable for ever.

mod declare;
mod name;

use serde::{Deserialize, Serialize};

use self::declare::codes;
use super::severity::Severity;

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
    /// A copy that a synchronised folder or a file manager made beside its original.
    ConflictCopy = 13 Warning;
    /// A name that Windows cannot have.
    ForbiddenName = 14 Error;
    /// A name that is longer than a name in an address may be.
    NameTooLong = 15 Error;

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
    /// Quotation marks that YAML takes for a part of the text.
    SeenQuotes = 32 Warning;
    /// A sign that looks like another or like nothing, on a line with an error.
    HiddenSign = 33 Warning;

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
    /// `checks: {off: […]}` names a code that does not exist.
    UnknownCode = 65 Error;
    /// `checks: {off: […]}` names the code of an error.
    CodeNotOff = 66 Error;
    /// A municipality's code that is another one's than the name's.
    CodeNotOfName = 67 Warning;
    /// Not an organisation number.
    BadOrganisationNumber = 68 Error;
    /// Not a colour.
    BadColour = 69 Error;

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
    /// A text in one language only whose name is nearly that of another text.
    TranslationWithoutOriginal = 76 Warning;
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
    /// `until` before the news' date, or `expires` not after it: it is never listed.
    EndsBeforeDate = 90 Error;
    /// A picture or box in a notice.
    NotInNotice = 91 Error;
    /// `reviewed` or `updated` in the future.
    DateInFuture = 92 Warning;
    /// News with both `until` and `expires`.
    UntilAndExpires = 93 Error;
    /// A text of a template stands where somebody's own should be.
    TemplateText = 94 Error;
    /// Two centres of a municipality with the same name or the same street.
    CentreTwice = 96 Warning;
    /// A year that no date here can have.
    ImpossibleYear = 97 Error;
    /// A year that is most likely a slip.
    UnlikelyYear = 98 Warning;
    /// An accessibility statement whose status does not go with its issues.
    StatementUnclear = 99 Warning;

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
    /// A link or image with a blank in its address, which is no link then.
    LinkWithBlank = 113 Warning;
    /// Words in braces that nearly ask for what a centre's file says.
    UnknownFill = 114 Error;
    /// Words in braces that ask for what no file says.
    NothingToFill = 115 Error;

    // 116–119: documents
    /// A document that cannot be published.
    BadDocument = 116 Error;
    /// A document that no text links to.
    DocumentUnlinked = 117 Warning;
    /// A PDF that cannot be read aloud as it should.
    PdfUnclear = 118 Warning;

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
    /// A page that a template makes larger than anybody can read.
    PageTooLarge = 139 Error;

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
    /// A target to publish to that `publish.yaml` does not have.
    NoTarget = 155 Error;
    /// A target in `publish.yaml` that cannot be used.
    BadTarget = 156 Error;
    /// A publication to a target that failed.
    TargetFailed = 157 Error;
    /// A page that readers do not get as it was published.
    NotSeen = 158 Warning;

    // 160–169: making new files
    /// `init` in a folder that is not empty.
    FolderNotEmpty = 160 Error;
    /// A new file would lie where one is already.
    FileExists = 161 Error;
    /// SCB has no municipality of this name.
    UnknownMunicipality = 162 Error;
    /// The code is another municipality's than the name's.
    CodeOfAnother = 163 Error;
    /// A value is missing, and there is no terminal to ask at.
    NeedsValue = 164 Error;
    /// A file or folder cannot be made.
    CannotCreate = 165 Error;
    /// A text to translate that does not exist.
    NoSuchText = 166 Error;
    /// A translation into a language that the site does not have, or that the text has.
    NotALanguageToTranslateTo = 167 Error;
    /// A file that must be in order before something is added to it.
    NotInOrder = 168 Error;
    /// Something that cannot be added where it should stand.
    CannotAdd = 169 Error;

    // 170–: the site as a whole
    /// An accessibility statement of the region, where there is none.
    StatementWithoutRegion = 173 Warning;
    /// A translation that is older than its original.
    TranslationOutdated = 174 Warning;
    /// An address that no portal of open data takes.
    AddressNotForData = 175 Error;
    /// A name that a centre's file cannot have had.
    BadFormerName = 176 Error;
    /// A centre that published data know by another id.
    CentreRenamed = 177 Error;
    /// Something in fcsite went wrong that never should.
    Internal = 199 Error;

    // 200–: what `check` looks for beyond a build
    /// Two texts of a municipality have the same title.
    DuplicateTitle = 200 Warning;
    /// Two texts of a municipality have the same lead.
    DuplicateLead = 201 Warning;
    /// A link text that does not say where the link leads.
    VagueLinkText = 202 Warning;
    /// A link whose text is an address.
    AddressAsLinkText = 203 Warning;
    /// A heading that is more than one level below the one before.
    HeadingSkipsLevel = 204 Warning;
    /// An alt text that is a file name.
    AltIsFileName = 205 Warning;
    /// An alt text that says the same as the caption.
    AltRepeatsCaption = 206 Warning;
    /// A table whose columns have no names.
    TableWithoutHeaders = 207 Warning;
    /// A spoken line that begins with a hyphen.
    SpokenWithHyphen = 208 Warning;
    /// A date in numbers that may be read in two ways.
    AmbiguousDate = 209 Warning;
    /// A text that is hard to read (LIX).
    HardToRead = 210 Warning;
    /// An abbreviation that is not explained where it is first used.
    UnexplainedAbbreviation = 211 Warning;
    /// Two colours of a theme with too little contrast.
    LowContrast = 212 Warning;
    /// A finished page that links to what is not in the site.
    PageLinkBroken = 213 Warning;
    /// An outside link that does not work.
    ExternalLinkBroken = 214 Warning;
    /// An outside link that has moved for good.
    ExternalLinkMoved = 215 Warning;
    /// An outside link that only works within a network.
    ExternalLinkInternal = 216 Warning;
    /// An address or a name that was made up for examples, on a site that is somebody's.
    PlaceholderText = 217 Warning;
    /// Marks that did not become what they were meant to be, and are shown to the reader.
    MarksShown = 218 Warning;
    /// Letters that were lost between two encodings.
    GarbledText = 219 Warning;
    /// Lines of a text that run together on the page.
    LinesRunTogether = 225 Warning;
    /// A heading that was not meant as it is.
    HeadingUnclear = 226 Warning;
    /// A private mail address where a function's belongs.
    PrivateAddress = 227 Warning;
    /// The name of a person where a function belongs.
    PersonNamed = 228 Warning;
    /// An accessibility statement that was not looked at for a year.
    StatementOld = 229 Warning;

    // 240–: signs that came along from elsewhere
    /// A character that nobody sees, or that turns the text round.
    UnseenCharacter = 240 Warning;
    /// A code or tag of HTML in a field of plain text, shown to the reader.
    HtmlShown = 241 Warning;
    /// Cells of a table beyond its last column, which no page shows.
    CellsLost = 242 Warning;
    /// A centre's file with the contacts or the name of another one's, as a copy has them.
    CentreCopied = 243 Warning;
    /// A web or mail address that cannot be right.
    OddAddress = 244 Warning;
    /// A phone number in a text that no file of the site has.
    UnknownPhone = 245 Warning;
    /// A day, a time or a week in a text that cannot be as it is written.
    ImpossibleTime = 246 Warning;
    /// A translation that says the same in the same words as its original, or that has other days and centres.
    TranslationUnlike = 247 Warning;
    /// An activity that stands in a centre's file twice.
    ActivityTwice = 248 Warning;
    /// What looks like a phone number and is none.
    OddNumber = 249 Warning;
    /// A centre that lies far from all others of its municipality.
    PlaceFar = 250 Warning;
    /// Hours of the whole centre over a service that has its own.
    HoursOverOwn = 251 Warning;
    /// Days that are not as usual, and have all passed.
    DaysPassed = 252 Warning;
    /// An entry of the menu with the whole address of a page of the section's own.
    MenuToOwnPage = 253 Warning;
    /// A list, a text or a body holds more than anybody writes, and would cost more than a page may.
    TooMuch = 254 Error;
    /// Mobile numbers beside the names of people.
    PrivateMobile = 255 Warning;
    /// A notice that has no last day, and speaks of days that have passed.
    NoticeEndless = 256 Warning;
    /// Hours in the middle of the night.
    NightHours = 257 Warning;
    /// A postal code or a number where only the street or the town belongs.
    AddressMixed = 258 Warning;
    /// A row of a table that goes on on another line, or a text that became one.
    TableRowBroken = 259 Warning;
    /// A phone number of another centre than the one that a text is about.
    PhoneOfAnother = 260 Warning;
    /// A text in another language than its file's.
    OtherLanguage = 261 Warning;
    /// A menu that leads to the same place twice, or names two places the same.
    MenuTwice = 262 Warning;
    /// A text that points at something below it, with nothing there.
    NothingBelow = 263 Warning;
    /// An exception that lasts so long that its year may be wrong.
    LongException = 264 Warning;
    /// Open data without the organisation number that a portal demands.
    NoOrganisationNumber = 265 Warning;

    // 270–299: the calendar
    /// Not a week or weeks.
    BadWeeks = 270 Error;
    /// A week that its year does not have, or weeks that end before they begin.
    NoSuchWeek = 271 Error;
    /// Not a way in which something is repeated.
    BadRepeat = 272 Error;
    /// An exception that says when it is in no way, or in several.
    ExceptionWhen = 273 Error;
    /// An activity that says when it is in no way, or in several.
    ActivityWhen = 274 Error;
    /// An activity that is moved to nowhere.
    MovedNowhere = 275 Error;
    /// An exception that never holds, since later ones cover it.
    ExceptionHidden = 276 Warning;
    /// Two seasons that meet.
    SeasonsMeet = 277 Warning;
    /// An activity outside the hours of its service.
    ActivityOutsideHours = 278 Warning;
    /// An activity that never takes place.
    ActivityNever = 279 Warning;
    /// A registration that has closed, of an activity that is to come.
    RegistrationClosed = 280 Warning;
    /// Cancelled, moved or left out on a day on which nothing was to be.
    NothingThatDay = 281 Warning;
    /// An activity that is moved onto a day when its service is closed.
    MovedToClosed = 282 Warning;
    /// Even or odd weeks, with a first day in one of the others.
    WeeksContradict = 283 Warning;
    /// A repetition that does not say from which day it is counted, or that names another weekday than the activity.
    RepeatUnclear = 284 Error;
    /// A term that ends soon, with nothing after it.
    TermEnds = 285 Warning;
    /// A planning day on a day when it is closed anyway.
    PlanningDayOff = 286 Warning;
    /// Activities that do not say for whom they are.
    NoAges = 287 Warning;
    /// Dates of an activity that do not fit together.
    ActivityDates = 288 Warning;
    /// An activity without sign-up that says how to sign up.
    AccessContradicts = 289 Warning;
    /// A synonym without another word that means the same.
    SynonymAlone = 290 Warning;

    // 310–319: bringing in what lies in other programs
    /// A file of another program that cannot be brought in.
    CannotImport = 310 Error;
    // 320–329: the map
    /// A `map.geojson` that no map can be drawn on.
    MapNotRead = 320 Error;
    /// A `map.geojson` that no page shows, or a centre that its map does not reach.
    MapUnseen = 321 Warning;

    // 330–339: the archive
    /// A file of the archive that is not as it was written.
    ArchiveDamaged = 330 Error;
    /// An archive that nothing could be added to, or shown of.
    ArchiveFailed = 331 Error;
}
