# Delar av meddelanden: orsaker och sorters saker. De står inne i en mening, så de har ingen egen punkt och börjar med liten bokstav.

said = { $words }
create-link = { $link } är en länk till { $target }, och fcsite följer inga länkar; skriv vilken mapp du menar
system-missing = den finns inte
system-denied = du har inte rätt att göra det
system-read-only = disken är skrivskyddad
system-full = disken är full
system-cloud = filen ligger bara i molnet, och går inte att hämta just nu. Högerklicka på mappen, välj Behåll alltid på den här enheten, och försök igen
system-exists = det finns redan något med det namnet
system-folder = det ligger en mapp där det ska vara en fil, eller tvärtom
changed-meanwhile = någon annan har ändrat eller tagit bort den
file-changed = den ändrades medan webbplatsen byggdes
file-name-not-text = namnet innehåller tecken som inte är text (inte UTF-8)
file-not-plain = det är varken en fil eller en mapp
file-is-folder = det är en mapp, men den heter som en text; byt namn på den eller ta bort den
file-not-a-file = det är ingen fil

another-page = en annan sida
theme-component = komponenten { $name }
theme-template = { $name }

drawing-large = teckningen är större än { $limit } kB, eller har för många lager i varandra
drawing-broken = den går inte att läsa som SVG
drawing-size = det står inte hur bred och hög den är (viewBox)
drawing-loads = den hämtar något från ett annat ställe, och det får den inte
drawing-picture = det ligger ett foto eller en annan bild inuti den
drawing-moves = den rör sig, och det stör den som läser
document-symlink = det är en symbolisk länk
document-folder = det är en mapp
document-ending = filer av det slaget publiceras inte
document-content = det är ingen fil i formatet { $kind }, eller så är den skadad
document-macros = det innehåller ett program (makron)
document-bytes = filen är { $size } MB, och gränsen är { $limit } MB
picture-symlink = det är en symbolisk länk
picture-folder = det är en mapp
picture-large = filen är för stor
picture-svg = det är en SVG, och en sådan kan innehålla programkod
picture-unsupported = det är en bild i formatet { $format }
picture-unknown = det är ingen bild som fcsite känner igen
picture-damaged = { $format }-bilden är skadad eller ofullständig
picture-bytes = filen är { $size } MB, och gränsen är { $limit } MB
picture-pixels = den är { $width } × { $height } pixlar, och gränsen är { $limit } miljoner
picture-side = den är { $width } × { $height } pixlar, och ingen sida får vara längre än { $limit }
picture-plain = den har { $width } × { $height } pixlar men nästan inget innehåll, och det finns många sådana bilder
picture-unreadable = den går inte att läsa ({ $said })
picture-unpackable = det går inte att göra den mindre ({ $said })
picture-no-version = den finns inte i den storleken

asset-own-name = fcsite gör själv en fil med det namnet
asset-name = namnet kan inte ingå i en webbadress
asset-kind = filer av det slaget publiceras inte
asset-missing = det finns ingen sådan fil i temats mapp assets/

type-text = en text
type-texts = en text, eller en text för varje språk
type-boolean = true eller false
type-truth = ja eller nej
type-list = en lista
type-group = en grupp av fält
type-hours = öppettider för varje veckodag
type-name = namnet på ett fält
type-natural = ett heltal, 0 eller högre
type-integer = ett heltal
type-number = ett tal
type-word = ett enda ord
type-other = något annat
found-list = en lista
found-group = en grupp av fält
found-text = texten ”{ $value }”
found-number = talet { $value }
found-boolean = { $value }
found-other = något annat
found-nothing = ingenting

yaml-tab = raden börjar med ett tabbtecken
yaml-colon = det finns ett kolon till på raden
yaml-no-colon = det saknas ett kolon efter fältets namn
yaml-no-space = det saknas ett mellanslag efter kolonet
yaml-dash = det saknas ett bindestreck och ett mellanslag före punkten i listan
yaml-inner-quote = texten slutar för tidigt
yaml-quote = det saknas ett citattecken
yaml-after-quote = det står text efter det sista citattecknet
yaml-indent-in = raden börjar för långt in
yaml-indent-out = raden börjar för långt ut
yaml-indent = raden börjar för långt in eller för långt ut
yaml-bracket = det saknas en hakparentes, en klammer eller ett komma
yaml-reserved = värdet börjar med ett tecken som har en egen betydelse i YAML
yaml-documents = en rad med --- inleder en andra del
yaml-anchor = raden hänvisar till något som inte finns i filen
yaml-escape = ett omvänt snedstreck inom citattecken följs av något som inte kan stå där
yaml-unclear = raden går inte att förstå

publish-current-folder = { $path } är mappen som du står i, eller en mapp ovanför den
publish-root = { $path } är hela disken
publish-home = { $path } innehåller dina egna filer
publish-source = { $path } och { $source }, som webbplatsen görs av, är samma mapp, eller så ligger den ena inuti den andra
publish-link = { $path } är en länk till { $target }; ange den mappen i stället, om det är den du menar
publish-link-inside = { $path } är en länk, och fcsite följer aldrig en länk i det som byggs; ta bort den och bygg igen
publish-not-ours = { $path } ser ut som något ett avbrutet bygge har lämnat, men det gjordes inte på den här datorn; ta bort den och bygg igen
publish-not-a-folder = { $path } är en fil, inte en mapp
publish-foreign = i { $path } finns filer som fcsite inte har skrivit: { $files }{ $more ->
        [yes] {" "}och fler
       *[no] {""}
    }
publish-damaged = listan över publicerade filer, { $path }, är skadad; töm mappen som den ligger i för hand, och bygg igen
publish-busy = ett annat fcsite publicerar just nu till { $path }
publish-in-the-way = { $path } ligger i vägen, och fcsite har inte skrivit den; flytta den och bygg igen
publish-bad-path = { $path } är ett namn som inte går att publicera
publish-twice = två sidor eller filer skulle publiceras som { $path }
publish-file-and-folder = { $path } skulle publiceras både som fil och som mapp
publish-not-owned = { $path } ligger utanför de mappar som skulle byggas den här gången
publish-unfinished = hela { $path } kunde inte skrivas
publish-no-part = ingen mapp i { $path } har { $name }; bygg kommunen dit med --only och en egen --output
publish-two-parts = både { $path } och { $other } har { $name }; ta bort den som inte ska vara med
publish-torn-part = { $path } är inte som den var när den delen byggdes; bygg delen igen
publish-full = disken är full, så { $path } kunde inte skrivas
publish-denied = du får inte skriva till { $path }
publish-read-only = disken där { $path } ligger är skrivskyddad
publish-system = { $path }: { $said }

serve-taken = port { $port } används av ett annat program, kanske av ett annat fcsite serve; avsluta det, eller välj en annan port
serve-all-taken = alla portar från { $first } till { $last } används av andra program; välj en port med --port
serve-forbidden = på den här datorn får du inte använda port { $port }; välj en från 1024 till 65535
serve-not-here = { $address } är ingen adress på den här datorn; ta bort --bind om du vill visa webbplatsen bara på den här datorn
serve-system = det går inte att visa något på { $address }: { $said }

link-address = det är ingen webbadress
link-host = det finns ingen server med det namnet
link-network = nätverket går inte att nå
link-unreachable = servern går inte att nå
link-refused = servern svarar inte
link-time = servern svarade inte inom { $seconds } sekunder
link-certificate = det går inte att lita på den säkra anslutningen
link-gone = sidan finns inte (servern svarar { $status })
link-status = servern svarar { $status }
link-redirects = den skickar vidare gång på gång
link-broken-answer = serverns svar går inte att förstå

holiday-new-year = nyårsdagen
holiday-twelfth-night = trettondagsafton
holiday-epiphany = trettondedag jul
holiday-maundy-thursday = skärtorsdag
holiday-good-friday = långfredag
holiday-easter-eve = påskafton
holiday-easter-day = påskdagen
holiday-easter-monday = annandag påsk
holiday-walpurgis-eve = valborgsmässoafton
holiday-may-day = första maj
holiday-ascension = Kristi himmelsfärdsdag
holiday-whit-sunday = pingstdagen
holiday-national-day = Sveriges nationaldag
holiday-midsummer-eve = midsommarafton
holiday-midsummer-day = midsommardagen
holiday-all-saints = alla helgons dag
holiday-christmas-eve = julafton
holiday-christmas-day = juldagen
holiday-boxing-day = annandag jul
holiday-new-years-eve = nyårsafton

date-1 = { $day } januari { $year }
date-2 = { $day } februari { $year }
date-3 = { $day } mars { $year }
date-4 = { $day } april { $year }
date-5 = { $day } maj { $year }
date-6 = { $day } juni { $year }
date-7 = { $day } juli { $year }
date-8 = { $day } augusti { $year }
date-9 = { $day } september { $year }
date-10 = { $day } oktober { $year }
date-11 = { $day } november { $year }
date-12 = { $day } december { $year }

hidden-blank = ett hårt mellanslag
hidden-nothing = ett tecken som inte syns
hidden-hyphen = ett tecken som liknar ett bindestreck
hidden-colon = ett tecken som liknar ett kolon
hidden-letter = en bokstav ur ett annat alfabet, som liknar en av våra
hidden-accent = prickar eller accent som ett eget tecken

unseen-turns = ett tecken som inte syns men som vänder på texten
unseen-mark = ett tecken som inte syns och som styr skrivriktningen
unseen-line = ett radslut som inte syns
unseen-blank = ett mellanslag utan bredd, som inte syns
unseen-joiner = ett tecken som inte syns och som binder ihop bokstäver
unseen-hyphen = ett osynligt bindestreck, på fel ställe
unseen-lost = ett tecken för en bild eller något annat som inte kom med när texten kopierades
unseen-other = ett tecken som inte syns

map-json = den är inte rätt skriven JSON här
map-ends = den slutar mitt i
map-type = här står något som inte är GeoJSON
map-deep = här ligger listor eller samlingar för djupt i varandra
map-lists = koordinaterna står inte som GeoJSON vill ha dem här
map-many = den har fler än en miljon punkter; förenkla den i kartprogrammet
map-nothing = det finns varken ytor eller linjer i den
map-metres = koordinaterna är inte grader; de är kanske meter i SWEREF 99
map-swapped = latitud och longitud har bytt plats; longituden (omkring 18) står först i GeoJSON
map-elsewhere = här är en plats som inte ligger i eller nära Sverige
map-beyond = Familjecentralens läge ligger utanför kartan, så den saknas där.
map-few = Kartan visas inte: { $number ->
        [0] ingen familjecentral
       *[1] bara en familjecentral
    } har sitt läge på den, och det behövs två.
map-crowded = Kartan visas inte: { $number } familjecentraler är fler än de { $most } som får plats.
