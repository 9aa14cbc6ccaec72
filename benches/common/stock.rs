//! The stock that the news is made from: Swedish sentences about family centres, written for this benchmark. `{…}` is filled in by
//! `text.rs`.

pub const CATEGORIES: [&str; 6] =
    ["Öppna förskolan", "Föräldrastöd", "Barnhälsovård", "Öppettider", "Samverkan", "Evenemang"];

pub const TITLES: [&str; 14] = [
    "{Activity} på {centre} i {month}",
    "Nya tider för {activity} i {place}",
    "{Role} berättar om {topic}",
    "Välkommen till {activity} för {who}",
    "Så arbetar {centre} med {topic}",
    "Föräldrakväll om {topic} i {month}",
    "{Centre} öppnar dörrarna för {who}",
    "Fler platser till {activity} efter sommaren",
    "Vi söker dig som vill prata om {topic}",
    "{Who} får en egen stund på {day}",
    "Sommarens öppettider på {centre}",
    "Öppet hus på {centre} i {month}",
    "Ny samverkan i {place} kring {topic}",
    "{Activity} flyttar till {day} klockan {time}",
];

pub const LEADS: [&str; 6] = [
    "Från och med {month} erbjuder {centre} {activity} för {who}. Det kostar ingenting och du behöver inte anmäla dig.",
    "Många familjer i {place} har frågat efter {topic}. Nu startar vi en serie träffar på {day}, med {role} på plats.",
    "På {centre} möts barnhälsovård, mödrahälsovård, öppen förskola och socialtjänst under samma tak. I {month} handlar det om {topic}.",
    "{Centre} har nya tider. Här läser du vad som gäller för {activity} och när du kan träffa {role}.",
    "Det ska vara lätt att få stöd tidigt. Därför bjuder {centre} in {who} till {activity} på {day}.",
    "I {place} samarbetar kommunen och regionen om {topic}. Resultatet märks redan i väntrummet, säger {role}.",
];

pub const SENTENCES: [&str; 44] = [
    "På {centre} finns {role} på plats varje vecka, och du kan komma utan att ha bokat tid.",
    "Öppna förskolan tar emot barn från noll till sex år tillsammans med en vuxen som de känner.",
    "Vi dukar fram leksaker, läser sagor och sjunger tillsammans innan det är dags för fika.",
    "Den som vill kan stanna kvar och prata en stund med {role} i ett eget rum.",
    "Verksamheten är gratis och öppen för alla som bor i {place} med omnejd.",
    "Du behöver inte anmäla dig i förväg, men lokalen rymmer högst tjugofem barn åt gången.",
    "Under {month} har vi {activity} på {day} klockan {time}.",
    "För många föräldrar är det första gången de träffar andra i samma situation.",
    "Det är personalens erfarenhet att korta samtal tidigt ofta räcker långt.",
    "Kommunen och regionen delar på kostnaden för lokalen och för den gemensamma samordnaren.",
    "Vi märker att frågorna om {topic} har blivit fler under det senaste året.",
    "Därför har vi bett {role} att berätta mer och att svara på frågor från gruppen.",
    "Barnen leker i rummet intill medan de vuxna pratar, och någon ur personalen är alltid med dem.",
    "Träffarna hålls på lättläst svenska, och tolk kan bokas om du säger till i god tid.",
    "Ta gärna med dig egna strumpor eller tofflor, för vi går inte med skor inomhus.",
    "Barnvagnen kan du ställa under taket vid entrén, där det också finns en pump.",
    "Hissen går till andra våningen och skötbord finns i båda korridorerna.",
    "Det finns en mikrovågsugn för den som har med sig egen mat till barnet.",
    "Socialtjänstens rådgivning är frivillig, och ingen journal förs över de första samtalen.",
    "Barnhälsovården följer barnets växt och utveckling fram till skolstarten.",
    "Vid hembesöket kommer {role} och en kollega från förskolan tillsammans.",
    "Många kommer tillbaka flera gånger i veckan, ibland bara för att få en stunds vila.",
    "I {place} föds omkring trehundra barn om året, och de flesta av familjerna besöker oss någon gång.",
    "Under hösten utökar vi med en eftermiddag för {who}.",
    "Enkäten i våras visade att nio av tio besökare kände sig välkomna redan vid dörren.",
    "De som svarade önskade framför allt fler tider på eftermiddagen och mer om {topic}.",
    "Vi har tagit till oss av det och ändrat schemat från och med {month}.",
    "Den öppna förskolan samarbetar med biblioteket, som lånar ut sagopåsar på flera språk.",
    "Språkleken bygger på rim och rytm, och föräldrarna får med sig sångerna hem.",
    "Om du är orolig för ditt barns sömn, mat eller språk kan du fråga oss om vad som helst.",
    "Är du osäker på vart du ska vända dig hjälper {role} dig vidare.",
    "När vädret tillåter är vi ute på gården mellan lekstugan och odlingslådorna.",
    "Ledarna har gått en gemensam utbildning i föräldrastöd och träffas en gång i månaden.",
    "Målet är att alla barn i {place} ska få en så god start som möjligt.",
    "Det märks att trösklarna blir lägre när alla arbetar i samma korridor.",
    "Familjer som väntar barn kan gå en rundvandring innan det är dags för det första besöket.",
    "Gruppen leds av två personer, så att alla ska hinna komma till tals.",
    "Efteråt finns tid för egna frågor, och ingen fråga är för liten.",
    "Vi tar paus över lovet men svarar i telefon under hela perioden.",
    "Samtalen handlar om vardagen: att räcka till, att dela på ansvaret och att hitta tid för varandra.",
    "Forskning om föräldrastöd pekar på att tillgänglighet och kontinuitet betyder mest.",
    "Hos oss ska du kunna vara anonym om du vill, och du bestämmer själv vad du berättar.",
    "På {day} är det extra lugnt, vilket passar den som kommer för första gången.",
    "Kaffe och te finns till självkostnadspris, och frukten står kommunen för.",
];

pub const HEADINGS: [&str; 12] = [
    "Så går det till",
    "För vem?",
    "Tider och plats",
    "Vad säger personalen?",
    "Det här kan du få hjälp med",
    "Bakgrund",
    "Vad händer nu?",
    "Tolk och tillgänglighet",
    "Anmälan behövs inte",
    "Samarbete under samma tak",
    "Frågor från föräldrar",
    "Mer om {topic}",
];

pub const ITEMS: [&str; 14] = [
    "Sångstund för de minsta, med rörelser och instrument",
    "Samtal med {role} utan tidsbokning",
    "Vägning och mätning mellan besöken",
    "Bokbytarhylla med böcker på fjorton språk",
    "Hjälp att fylla i ansökan om förskoleplats",
    "Babymassage i mindre grupp",
    "Föräldragrupp om {topic}",
    "Rådgivning om ekonomi och boende",
    "Pappaträff en gång i månaden",
    "Utflykt till skogen med egen matsäck",
    "Språkkafé för nyanlända föräldrar",
    "Råd om amning och flaskmatning",
    "Första hjälpen för små barn",
    "Tips om hur man väljer bilbarnstol",
];

pub const SPOKEN: [&str; 8] = [
    "Jag kom hit första gången när dottern var tre veckor, och nu känner vi alla, säger en mamma i gruppen.",
    "Det är skönt att slippa berätta samma sak två gånger, säger en pappa som har träffat oss sedan i våras.",
    "Vi ser att familjerna hittar varandra här och fortsätter att ses, säger {role}.",
    "Det viktigaste är att ingen ska behöva vänta tills det har blivit svårt, säger {role}.",
    "Barnen märker direkt att de vuxna trivs, säger en av förskollärarna.",
    "Man får tid, det är det bästa med stället, säger en förälder från {place}.",
    "Vi lär oss minst lika mycket av föräldrarna som de av oss, säger {role}.",
    "Nu vågar fler fråga om {topic}, säger samordnaren.",
];

pub const FACTS: [&str; 5] = [
    "Fakta om familjecentraler",
    "Det här ingår",
    "Bra att veta inför besöket",
    "Vi som arbetar här",
    "Kort om {topic}",
];

pub const ACTIVITIES: [&str; 12] = [
    "sångstund",
    "babycafé",
    "sagostund",
    "babymassage",
    "språklek",
    "pappaträff",
    "rytmik",
    "språkkafé",
    "föräldragrupp",
    "skapande verkstad",
    "lek i skogen",
    "öppen rådgivning",
];

pub const TOPICS: [&str; 14] = [
    "barns sömn",
    "amning och mat",
    "syskonavund",
    "barns språk",
    "skärmtid",
    "jämställt föräldraskap",
    "trotsåldern",
    "trygg anknytning",
    "tänder och tandvård",
    "flerspråkighet",
    "att skola in på förskolan",
    "stress i vardagen",
    "olycksfall i hemmet",
    "ekonomi under föräldraledigheten",
];

pub const WHO: [&str; 10] = [
    "nyblivna föräldrar",
    "familjer med tvillingar",
    "ensamstående föräldrar",
    "pappor",
    "unga föräldrar",
    "föräldrar som är nya i Sverige",
    "familjer som väntar barn",
    "mor- och farföräldrar",
    "barn under ett år",
    "barn mellan ett och tre år",
];

pub const ROLES: [&str; 8] = [
    "barnmorskan",
    "barnsjuksköterskan",
    "förskolläraren",
    "familjebehandlaren",
    "kuratorn",
    "psykologen",
    "logopeden",
    "familjerådgivaren",
];

pub const DAYS: [&str; 5] = ["måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar"];

pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

pub const TIMES: [&str; 8] = ["9.00", "9.30", "10.00", "10.30", "13.00", "13.30", "14.00", "15.15"];
