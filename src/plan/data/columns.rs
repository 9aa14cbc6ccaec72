//! The columns of the open data: what each is called and what it means.
//!
//! The first nine of the centres are the head that Sweden's national data workshop gave its specifications of places, by the same names and
//! in the same order, so that who reads playgrounds or toilets of many municipalities reads family centres too.

use super::table::{Column, ColumnKind};

const fn column(name: &'static str, kind: ColumnKind, says: [&'static str; 2]) -> Column {
    Column { name, kind, required: false, says }
}

const fn needed(name: &'static str, kind: ColumnKind, says: [&'static str; 2]) -> Column {
    Column { name, kind, required: true, says }
}

const SOURCE: Column = needed(
    "source",
    ColumnKind::Text,
    [
        "Kommunkod från SCB för kommunen som lämnar uppgifterna, till exempel 0127.",
        "The code at Statistics Sweden of the municipality that gives the facts, for example 0127.",
    ],
);

const CENTRE: Column = needed(
    "centre_id",
    ColumnKind::Text,
    [
        "Familjecentralens id: samma som id i familjecentraler.csv.",
        "The centre's id: the same as id in familjecentraler.csv.",
    ],
);

const CENTRE_NAME: Column =
    needed("centre", ColumnKind::Text, ["Familjecentralens namn.", "The name of the centre."]);

/// The centres.
pub const CENTRES: &[Column] = &[
    SOURCE,
    needed(
        "id",
        ColumnKind::Text,
        [
            "Familjecentralens id: kommunkoden och ett namn. Det ändras aldrig och används aldrig för någon annan.",
            "The centre's id: the municipality's code and a name. It never changes, and is never used for another.",
        ],
    ),
    needed("name", ColumnKind::Text, ["Familjecentralens namn.", "The name of the centre."]),
    column(
        "latitude",
        ColumnKind::Number,
        ["Latitud i decimalgrader (WGS 84).", "Latitude in decimal degrees (WGS 84)."],
    ),
    column(
        "longitude",
        ColumnKind::Number,
        ["Longitud i decimalgrader (WGS 84).", "Longitude in decimal degrees (WGS 84)."],
    ),
    column("email", ColumnKind::Text, ["Familjecentralens e-postadress.", "The centre's e-mail address."]),
    column(
        "visit_url",
        ColumnKind::Web,
        ["Familjecentralens sida på den här webbplatsen.", "The centre's page on this website."],
    ),
    column(
        "updated",
        ColumnKind::Date,
        [
            "Dagen då någon senast såg till att uppgifterna stämmer.",
            "The day on which somebody last saw to it that the facts are right.",
        ],
    ),
    column(
        "description",
        ColumnKind::Text,
        ["Vad som finns på familjecentralen, i ord.", "What there is at the centre, in words."],
    ),
    needed("municipality", ColumnKind::Text, ["Kommunens namn.", "The name of the municipality."]),
    needed(
        "status",
        ColumnKind::Word(&["planned", "open", "temporarily_closed", "closed"]),
        [
            "planned: på väg, open: öppen, temporarily_closed: tillfälligt stängd, closed: har stängt.",
            "Whether the centre is planned, open, closed for a while, or closed for good.",
        ],
    ),
    column(
        "type",
        ColumnKind::Word(&["family_centre", "family_centre_like"]),
        [
            "family_centre: familjecentral med alla fyra verksamheterna. family_centre_like: familjecentralsliknande verksamhet.",
            "family_centre: a family centre with all four services. family_centre_like: child health and a municipal service.",
        ],
    ),
    column("street", ColumnKind::Text, ["Gata och nummer.", "Street and number."]),
    column("postal_code", ColumnKind::Text, ["Postnummer.", "Postal code."]),
    column("city", ColumnKind::Text, ["Postort.", "Postal town."]),
    column("entrance", ColumnKind::Text, ["Vilken ingång.", "Which entrance."]),
    column("phone", ColumnKind::Text, ["Telefonnummer.", "Phone number."]),
    column(
        "url",
        ColumnKind::Web,
        ["Familjecentralens sida på en annan webbplats.", "The centre's page on another website."],
    ),
    column(
        "services",
        ColumnKind::Text,
        [
            "Verksamheterna, med | mellan: maternal_health (mödrahälsovård), child_health (barnhälsovård), open_preschool (öppen förskola), \
         social_services (socialtjänst), breastfeeding (amningsmottagning), health_centre (vårdcentral), other (annat).",
            "The services, with | between them: maternal_health, child_health, open_preschool, social_services, breastfeeding, health_centre, other.",
        ],
    ),
    column(
        "spoken_languages",
        ColumnKind::Text,
        [
            "Språk som personalen talar, med | mellan, som språkkoder (ISO 639).",
            "Languages that the staff speak, with | between them, as codes (ISO 639).",
        ],
    ),
    column("opened", ColumnKind::Date, ["Dagen då den öppnade.", "The day on which it opened."]),
    column(
        "planned_opening",
        ColumnKind::Text,
        [
            "När den ska öppna: år, år och månad, eller dag.",
            "When it is to open: a year, a year and month, or a day.",
        ],
    ),
];

/// The hours.
pub const HOURS: &[Column] = &[
    SOURCE,
    CENTRE,
    CENTRE_NAME,
    column(
        "service",
        ColumnKind::Text,
        [
            "Verksamheten, om raden bara gäller den: samma ord som i services i familjecentraler.csv. Utan ord gäller raden familjecentralen och alla \
         dess verksamheter som inte har egna rader.",
            "The service, where the row holds for it alone: the same words as in services of familjecentraler.csv. Without one the row holds for the \
         centre and all its services that have no rows of their own.",
        ],
    ),
    column("service_name", ColumnKind::Text, ["Verksamhetens namn.", "The name of the service."]),
    needed("date", ColumnKind::Date, ["Dagen.", "The day."]),
    column(
        "opens",
        ColumnKind::Time,
        [
            "När det öppnar, i svensk tid. Har dagen flera pass är varje pass en rad.",
            "When it opens, in Swedish time. Where a day has several times, each is a row.",
        ],
    ),
    column(
        "closes",
        ColumnKind::Time,
        ["När det stänger, i svensk tid.", "When it closes, in Swedish time."],
    ),
    needed(
        "state",
        ColumnKind::Word(&["open", "booking", "closed"]),
        [
            "open: öppet, booking: bara med bokad tid, closed: stängt.",
            "open, booking (by appointment only) or closed.",
        ],
    ),
    needed(
        "confirmed",
        ColumnKind::Flag,
        [
            "false: ingen har sagt om de vanliga tiderna gäller på den här helgdagen eller aftonen.",
            "false: nobody has said whether the usual hours hold on this holiday or eve.",
        ],
    ),
    column(
        "reason",
        ColumnKind::Text,
        [
            "Varför dagen inte är som vanligt, om någon har sagt det.",
            "Why the day is not as usual, where somebody has said so.",
        ],
    ),
];

/// What happens.
pub const ACTIVITIES: &[Column] = &[
    SOURCE,
    needed(
        "id",
        ColumnKind::Text,
        [
            "Tillfällets id: familjecentralens och aktivitetens id och dagen.",
            "The id of the time: that of the centre and of the activity, and the day.",
        ],
    ),
    CENTRE,
    CENTRE_NAME,
    needed(
        "activity_id",
        ColumnKind::Text,
        [
            "Aktivitetens id på familjecentralen. Det ändras inte.",
            "The activity's id at the centre. It does not change.",
        ],
    ),
    needed("title", ColumnKind::Text, ["Vad aktiviteten heter.", "What the activity is called."]),
    column("description", ColumnKind::Text, ["Mer om aktiviteten.", "More about the activity."]),
    needed("date", ColumnKind::Date, ["Dagen.", "The day."]),
    needed("starts", ColumnKind::Time, ["När den börjar, i svensk tid.", "When it begins, in Swedish time."]),
    needed("ends", ColumnKind::Time, ["När den slutar, i svensk tid.", "When it ends, in Swedish time."]),
    needed(
        "state",
        ColumnKind::Word(&["on", "cancelled", "moved", "instead"]),
        [
            "on: som vanligt, cancelled: inställd, moved: flyttad härifrån till en annan tid, instead: flyttad hit från en annan tid.",
            "on: as usual, cancelled, moved: away from here to another time, instead: to here from another time.",
        ],
    ),
    column(
        "reason",
        ColumnKind::Text,
        [
            "Varför den är inställd, om någon har sagt det.",
            "Why it is cancelled, where somebody has said so.",
        ],
    ),
    column(
        "other_date",
        ColumnKind::Date,
        ["Dagen som den är flyttad till eller från.", "The day that it is moved to or from."],
    ),
    column(
        "min_age_months",
        ColumnKind::Count,
        ["För barn från så många månader.", "For children from so many months."],
    ),
    column(
        "max_age_months",
        ColumnKind::Count,
        ["För barn till och med så många månader.", "For children up to so many months."],
    ),
    column(
        "for",
        ColumnKind::Text,
        ["Vem den är till för, utöver barnets ålder.", "Whom it is for, beside the age of the child."],
    ),
    column(
        "access",
        ColumnKind::Word(&["drop_in", "booking", "both"]),
        [
            "drop_in: kom som du är, booking: anmäl dig, both: det går bra på båda sätten.",
            "drop_in: come as you are, booking: sign up, both: either.",
        ],
    ),
    column("registration_url", ColumnKind::Web, ["Sidan där man anmäler sig.", "The page to sign up on."]),
    column(
        "registration_phone",
        ColumnKind::Text,
        ["Numret man ringer för att anmäla sig.", "The number to ring to sign up."],
    ),
    column(
        "registration_email",
        ColumnKind::Text,
        ["Adressen man mejlar för att anmäla sig.", "The address to write to to sign up."],
    ),
    column("full", ColumnKind::Flag, ["true: alla platser är tagna.", "true: all places are taken."]),
    column(
        "free",
        ColumnKind::Flag,
        ["true: den är gratis, false: den kostar.", "true: it is free, false: it costs."],
    ),
    column("cost", ColumnKind::Text, ["Vad den kostar.", "What it costs."]),
    column("place", ColumnKind::Text, ["Var i huset.", "Where in the house."]),
    column(
        "language",
        ColumnKind::Text,
        ["Språket, som språkkod (ISO 639).", "The language, as a code (ISO 639)."],
    ),
    needed("url", ColumnKind::Web, ["Familjecentralens sida.", "The centre's page."]),
];
