// Two sites of the tests' own, each in the three themes: a full one where every field is filled, and a sparse one of what must be there.
import {cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync} from 'node:fs'
import {execFileSync} from 'node:child_process'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {deflateSync, crc32} from 'node:zlib'
import {binary, repository} from './site.mjs'

/// The day that the pages are made for: a Tuesday.
export const day = '2026-11-24'

/// A municipality for each theme.
export const themes = [['haninge', 'Haninge', '0136', 'base'], ['botkyrka', 'Botkyrka', '0127', 'botkyrka'], ['tyreso', 'Tyresö', '0138', 'tyreso']]

/// A picture as a photograph is: light from one side, something in the middle.
function photograph(width, height, [red, green, blue]) {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0, at = 0; y < height; y++) {
    rows[at++] = 0
    for (let x = 0; x < width; x++) {
      const near = Math.hypot(x - width * 0.55, y - height * 0.6) < height * 0.28 ? 0.62 : 1
      const light = near * (0.7 + 0.3 * (1 - y / height) * (x / width))
      rows[at++] = red * light
      rows[at++] = green * light
      rows[at++] = blue * light
    }
  }
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const out = Buffer.alloc(8 + body.length)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), 4 + body.length)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

const site = (languages) => `titel: {sv: Familjecentraler i Länet, en: Family centres in the County, ar: مراكز الأسرة في المحافظة, fa: مراکز خانواده در استان}
base_url: https://lanet.example
organisation: Region Länet
språk: sv
languages: [${languages}]
tillgänglighetsredogörelse: {status: delvis, assessed_on: 2026-10-01, updated_on: 2026-10-01, method: self, issues: [{what: Kartan går inte att läsa upp., reason: Vi har inte hunnit.}], feedback_url: "https://synpunkter.example/"}
`

const municipality = (name, code, theme, languages) => `namn: ${name} kommun
kod: "${code}"
region: Region Länet
tema: ${theme}
languages: [${languages}]
kontakt: {telefon: 08-123 456 00, e-post: kommun@kommun.example, url: "https://kommun.example/"}
navigation: [{title: {sv: Första besöket, en: Your first visit, ar: زيارتك الأولى, fa: نخستین دیدار}, page: forsta-besoket}]
meddelanden:
  - {titel: {sv: Ring före besök den 26 november, en: Call before you visit on 26 November, ar: اتصل قبل الزيارة يوم 26 نوفمبر, fa: پیش از آمدن در 26 نوامبر زنگ بزنید}, text: {sv: Vi byter telefonväxel. Det kan vara svårt att nå oss., en: We are changing our switchboard., ar: نغيّر نظام الهاتف وقد يصعب الوصول إلينا., fa: سامانهٔ تلفن را عوض می‌کنیم و ممکن است تماس دشوار باشد.}, från: 2026-11-23, till: 2026-11-26}
tillgänglighetsredogörelse: {status: delvis, assessed_on: 2026-10-01, updated_on: 2026-10-01, method: self, issues: [{what: Filmer saknar undertexter., reason: Vi har inte hunnit., wcag: ["1.2.2"], alternative: Ring oss., fix_by: 2027-03-01}], feedback_url: "https://synpunkter.example/"}
`

/// A centre with every field.
const full = `namn: {sv: Familjecentralen Björken, en: Björken family centre}
status: öppen
typ: familjecentralsliknande
öppnade: 2021-01-27
adress: {gata: Björkvägen 12, postnummer: 123 45, ort: Björkstad, ingång: {sv: Grön dörr bredvid biblioteket, en: Green door next to the library, ar: باب أخضر بجانب المكتبة, fa: در سبز کنار کتابخانه}}
geo: {lat: 59.2488, lon: 17.8603}
telefon: 08-123 456 10
telefontid: {måndag-torsdag: "8–9, 13–14", fredag: 8–9}
e-post: bjorken@kommun.example
url: "https://kommun.example/bjorken"
ansvarig: Kommunikationsenheten
kontrollerad: 2026-11-20
öppettider: {måndag-torsdag: "8–12, 13–16.30", fredag: 8–15}
verksamheter:
  - {typ: barnmorska, namn: {sv: Björkens barnmorskemottagning, en: Björken midwives}, telefon: 08-123 456 11, besök: bokning, öppettider: {måndag-fredag: bokning}, telefontid: {måndag-torsdag: 8–9}, drivs av: {typ: privat för regionen, namn: Barnmorskorna i Björkstad}}
  - {typ: BVC, namn: BVC Björken, telefon: 08-123 456 12, url: "https://vard.example/bvc", besök: bokning, öppettider: {måndag-fredag: bokning}, telefontid: {måndag-fredag: 8–9}, drivs av: {typ: region}}
  - {typ: öppen förskola, telefon: 08-123 456 13, besök: drop-in, öppettider: {måndag-torsdag: "8.30–12, 13–15", fredag: 9–11.30}, drivs av: {typ: kommun}}
  - {typ: socialtjänst, telefon: 08-123 456 14, besök: bokning}
säsonger:
  - {titel: Sommartider, från: 2027-06-14, till: 2027-08-15, öppettider: {måndag-fredag: 9–11}}
avvikelser:
  - {datum: 2026-12-04, stängt: ja, orsak: Planeringsdag}
  - {från: 2026-12-10, till: 2026-12-11, tider: 8.30-12, orsak: Kort dag, verksamheter: [öppen förskola]}
  - {från: 2026-12-23, till: 2027-01-06, stängt: ja, orsak: Julstängt}
aktiviteter:
  - {id: sang, rubrik: {sv: Sångstund, en: Singing time, ar: وقت الغناء, fa: وقت آواز}, dag: måndag, från: 10.00, till: 10.30, ålder i månader: {från: 0, till: 12}, besök: drop-in, kostnad: gratis, slutar: 2026-12-15}
  - {id: baby, rubrik: {sv: Babycafé, ar: مقهى الرضّع, fa: کافهٔ نوزادان}, dag: tisdag, från: 10.00, till: 11.30, ålder i månader: {från: 0, till: 8}, besök: drop-in, beskrivning: Kom och träffa andra som har fått barn.}
  - {id: massage, rubrik: Spädbarnsmassage, dag: tisdag, från: 13.00, till: 14.00, upprepas: jämna veckor, ålder i månader: {från: 1, till: 6}, anmälan: {telefon: 08-123 456 15, sista dag: 2026-12-01}, plats: Stora rummet}
  - {id: hlr, rubrik: Barn-HLR, dag: tisdag, från: 14.00, till: 15.00, upprepas: första, anmälan: {e-post: hlr@kommun.example}, kostnad: 50 kronor}
  - {id: lek, rubrik: Lek och rörelse, dag: onsdag, från: 9.00, till: 11.00, ålder i månader: {från: 12, till: 72}, plats: Gymnastiksalen, flyttade: [{datum: 2026-12-09, till: 2026-12-14, från: 13.00}]}
  - {id: arabiska, rubrik: {sv: Sagor på arabiska och svenska, ar: حكايات بالعربية والسويدية, fa: قصه به عربی و سوئدی}, dag: onsdag, från: 13.00, till: 13.45, språk: ar, ålder i månader: {från: 24, till: 72}}
  - {id: pappa, rubrik: Pappagrupp, dag: torsdag, från: 13.30, till: 15.00, upprepas: jämna veckor, för: Alla pappor med barn under ett år, inställda: [{datum: 2026-11-26, orsak: sjuk ledare}]}
  - {id: malar, rubrik: Måla och kladda, dag: torsdag, från: 9.30, till: 10.30, ålder i månader: {från: 12, till: 36}}
  - {id: skog, rubrik: Skogsmulle, dag: fredag, från: 9.00, till: 11.00, plats: Vid grillplatsen}
  - {id: bibl, rubrik: Biblioteket kommer, datum: [2026-12-08, 2027-01-12], från: 10.00, till: 11.00, ålder i månader: {från: 6, till: 60}}
meddelanden:
  - {titel: {sv: Hissen är trasig i dag, en: The lift is broken today, ar: المصعد معطّل اليوم, fa: آسانسور امروز خراب است}, text: Ring så hjälper vi dig in., från: 2026-11-24, till: 2026-11-24}
  - {titel: Ny lekplats på gården, från: 2026-11-01, till: 2026-12-31}
språk vi talar: [sv, en, fi, ar, so]
lokalen: {utan trappsteg: ja, hiss: ja, tillgänglig toalett: ja, skötbord: ja, hörslinga: nej, anmärkning: Det finns ett kök där du kan värma mat. Kaffe kostar 20 kr.}
hitta hit: {kollektivtrafik: "Buss 704 till Björkvägen, sedan fem minuter.", bil: Parkera på gården., barnvagn: Till höger om entrén.}
bilder:
  - {fil: images/huset.png, alt: Ett gult hus med grön dörr., fotograf: A. Fotograf, samtycke: Diarienr 2026/114}
  - {fil: images/rummet.png, alt: Ett stort rum med matta och leksaker.}
  - {fil: images/hallen.png, alt: En hög hall med krokar för barnens kläder.}
`
const second = `namn: {sv: Familjecentralen Granen, en: Granen family centre}
status: öppen
adress: {gata: Grangatan 3, postnummer: 123 46, ort: Granstad}
geo: {lat: 59.2107, lon: 17.9211}
telefon: 08-123 456 20
öppettider: {måndag: 9–12, onsdag-torsdag: 9–15}
verksamheter:
  - {typ: öppen förskola, besök: drop-in}
  - {typ: BVC, telefon: 08-123 456 21, besök: bokning}
kontrollerad: 2026-10-01
aktiviteter:
  - {id: sang, rubrik: Sång och rytmik, dag: onsdag, från: 10.00, till: 10.45, ålder i månader: {från: 6, till: 36}, besök: drop-in}
lokalen: {utan trappsteg: ja, plats att amma: ja, värma mat: ja, kylskåp: ja, barnvagnsrum: ja, fikakostnad: 20 kr}
`
const planned = `namn: Familjecentralen Tallen
status: planerad
planerad öppning: 2027-08
verksamheter: [{typ: öppen förskola}, {typ: BVC}]
kontrollerad: 2026-10-01
`
const closed = `namn: Familjecentralen Linden
status: tillfälligt stängd
adress: {gata: Lindvägen 1, postnummer: 123 47, ort: Lindstad}
geo: {lat: 59.2391, lon: 17.8952}
telefon: 08-123 456 30
öppettider: {måndag-fredag: 9–15}
verksamheter: [{typ: öppen förskola, besök: drop-in}]
kontrollerad: 2026-10-01
`
const sparse = `namn: Familjecentralen Torget
status: öppen
adress: {gata: Torget 1}
verksamheter: [{typ: öppen förskola}, {typ: BVC}]
`
const item = (title, date, lead, more = '', body = 'Välkommen att höra av dig.') => `---\ntitel: ${title}\ndatum: ${date}\ningress: ${lead}\n${more}---\n${body}\n`
const long = `Vi träffas varje torsdag i höst. Du behöver inte kunna svenska för att vara med.

## Så går det till

Du kommer när du vill mellan klockan nio och tolv. Barnen leker medan du pratar med oss.

- Ta med ombyte.
- Kaffe kostar 20 kr.
- Barnvagnen kan stå i hallen.

| Dag | Tid | Vad |
| --- | --- | --- |
| Måndag | 9–12 | Lek |
| Torsdag | 13–15 | Språkcafé |

::: fact Bra att veta
Ring 08-123 456 10 om du undrar något.
:::

> Här fick jag vänner, säger en pappa.
`
/// The same in Arabic and in Persian: a table, a list, a number to ring, hours, and Swedish words amid the text.
const longArabic = `نلتقي كل يوم خميس هذا الخريف. لا تحتاج إلى معرفة السويدية لكي تشارك.

## كيف يجري اللقاء

تأتي متى شئت بين الساعة 9 و 12. يلعب الأطفال بينما تتحدث معنا في öppna förskolan.

- أحضر ملابس إضافية.
- ثمن القهوة 20 kr.
- يمكن وضع عربة الأطفال في الممر.

| اليوم | الوقت | النشاط |
| --- | --- | --- |
| الاثنين | 9–12 | لعب |
| الخميس | 13–15 | مقهى اللغة |

::: fact معلومات مفيدة
اتصل على الرقم 08-123 456 10 إذا كان لديك سؤال، أو زر [1177](https://www.1177.se/).
:::

> يقول أحد الآباء: هنا وجدت أصدقاء.
`
const longPersian = `این پاییز هر پنجشنبه دور هم جمع می‌شویم. برای شرکت لازم نیست سوئدی بلد باشید.

## برنامه چگونه است

هر وقت خواستید بین ساعت 9 و 12 بیایید. بچه‌ها بازی می‌کنند و شما در öppna förskolan با ما حرف می‌زنید.

- لباس اضافه همراه بیاورید.
- قیمت قهوه 20 kr است.
- کالسکه را می‌توانید در راهرو بگذارید.

| روز | ساعت | برنامه |
| --- | --- | --- |
| دوشنبه | 9–12 | بازی |
| پنجشنبه | 13–15 | کافهٔ زبان |

::: fact خوب است بدانید
اگر پرسشی دارید به شمارهٔ 08-123 456 10 زنگ بزنید.
:::

> یکی از پدرها می‌گوید: اینجا دوست پیدا کردم.
`
const page = (title, lead, weight = 9, body = long) => `---\ntitel: ${title}\ningress: ${lead}\nuppdaterad: 2026-10-10\nordning: ${weight}\n---\n${body}`

/// A coast, a lake and a river that nobody has: rings that go round a place, out and in.
function ring([lon, lat], far, seed, spots = 240) {
  const at = (number) => {
    const angle = (number / spots) * 2 * Math.PI
    const reach = far * (1 + 0.18 * Math.sin(angle * 3 + seed) + 0.07 * Math.sin(angle * 11 + 2 * seed) + 0.03 * Math.cos(angle * 29))
    return [lon + reach * 1.9 * Math.cos(angle), lat + reach * Math.sin(angle)].map((degrees) => Number(degrees.toFixed(6)))
  }
  return [...Array(spots).keys(), 0].map(at)
}
const feature = (type, coordinates, properties = {}) => ({type: 'Feature', properties, geometry: {type, coordinates}})
const geojson = (...features) => JSON.stringify({type: 'FeatureCollection', features})

/// The ground of the region's map, and of a municipality's own.
const ground = geojson(
  feature('Polygon', [ring([17.89, 59.23], 0.09, 1)], {namn: 'Länet', id: 'hemligt-nummer'}),
  feature('MultiPolygon', [[ring([17.84, 59.21], 0.018, 2)], [ring([17.95, 59.26], 0.012, 4, 90)]], {natural: 'water'}),
  feature('LineString', [[17.8, 59.3], [17.85, 59.27], [17.84, 59.225]], {waterway: 'river'}),
  feature('LineString', [[17.9, 59.32], [17.91, 59.25], [17.88, 59.22], [17.9, 59.13]]))
const ownGround = geojson(feature('Polygon', [ring([17.89, 59.232], 0.045, 5)]), feature('Polygon', [ring([17.885, 59.225], 0.009, 3, 90)], {typ: 'vatten'}))

const ofFull = {
  'centres/bjorken.yaml': full, 'centres/granen.yaml': second, 'centres/tallen.yaml': planned, 'centres/linden.yaml': closed, 'centres/torget.yaml': sparse,
  'images/huset.png': photograph(1200, 900, [222, 180, 90]), 'images/rummet.png': photograph(1200, 800, [150, 190, 200]), 'images/hallen.png': photograph(750, 1000, [190, 160, 200]),
  'news/2026-11-22-sprakcafe.md': item('Språkcafé varje torsdag', '2026-11-22', 'Öva svenska och drick kaffe medan barnen leker.', 'bild: {fil: images/hallen.png, alt: En hög hall.}\nkategori: Aktiviteter\nfamiljecentraler: [bjorken]\nuppdaterad: 2026-11-23\npublicerad av: Kommunikationsenheten\n', long),
  'news/2026-11-22-sprakcafe.en.md': item('Language café every Thursday', '2026-11-22', 'Practise Swedish over a coffee while the children play.', 'bild: {fil: images/hallen.png, alt: A high hall.}\nfamiljecentraler: [bjorken]\n'),
  'news/2026-11-22-sprakcafe.ar.md': item('مقهى اللغة كل يوم خميس', '2026-11-22', 'تدرب على السويدية مع فنجان قهوة بينما يلعب الأطفال.', 'bild: {fil: images/hallen.png, alt: ممر عالٍ فيه علاقات للملابس.}\nkategori: أنشطة\nfamiljecentraler: [bjorken]\n', longArabic),
  'news/2026-11-22-sprakcafe.fa.md': item('کافهٔ زبان هر پنجشنبه', '2026-11-22', 'سوئدی تمرین کنید و قهوه بنوشید در حالی که بچه‌ها بازی می‌کنند.', 'bild: {fil: images/hallen.png, alt: راهرویی بلند با جالباسی.}\nkategori: برنامه‌ها\nfamiljecentraler: [bjorken]\n', longPersian),
  // Of one language alone: it stands on that language's pages.
  'news/2026-11-19-pa-arabiska.ar.md': item('لقاء للأمهات الناطقات بالعربية يوم 27 نوفمبر', '2026-11-19', 'في الساعة 13.30–15 في Familjecentralen Granen، ومعنا مترجمة.', 'familjecentraler: [granen]\n', 'اتصلي على 08-123 456 20 أو اكتبي إلى granen@kommun.example.'),
  'news/2026-11-20-vattenlacka.ar.md': item('مغلق بعد ظهر الخميس بسبب تسرب المياه', '2026-11-20', 'تغلق الروضة المفتوحة في الساعة 12.', 'kind: notice\ntill: 2026-11-26\nfamiljecentraler: [bjorken]\n', 'نعتذر عن ذلك.'),
  'news/2026-11-20-vattenlacka.md': item('Stängt torsdag eftermiddag på grund av vattenläcka', '2026-11-20', 'Öppna förskolan stänger klockan tolv.', 'kind: notice\ntill: 2026-11-26\nfamiljecentraler: [bjorken]\n'),
  'news/2026-11-18-ny-lekplats.md': item('Ny lekplats på gården', '2026-11-18', 'Nu finns gungor och sandlåda för de allra minsta barnen.', 'bild: {fil: images/huset.png, alt: Ett gult hus.}\nfamiljecentraler: [bjorken]\n'),
  'news/2026-10-02-babymassage.md': item('Kurs i babymassage', '2026-10-02', 'Fem gånger med start i oktober.', 'kategori: Kurs\n', 'Kom med ditt barn.\n\n[Så går massagen till](https://www.youtube.com/watch?v=abc_def-1&t=5)\n\n[![Ett stort rum.](../images/rummet.png)](https://vimeo.com/123)'),
  'news/2026-09-12-granen.md': item('Granen har öppnat igen', '2026-09-12', 'Efter en sommar med hantverkare är huset klart.', 'familjecentraler: [granen]\n'),
  'pages/forsta-besoket.md': page('Första besöket', 'Så går det till när du kommer till oss första gången.', 2),
  'pages/forsta-besoket.en.md': page('Your first visit', 'What happens when you come to us for the first time.', 2),
  'pages/forsta-besoket.ar.md': page('زيارتك الأولى', 'هكذا تجري الأمور عندما تأتي إلينا لأول مرة.', 2, longArabic),
  'pages/forsta-besoket.fa.md': page('نخستین دیدار', 'وقتی بار اول پیش ما می‌آیید برنامه این‌طور است.', 2, longPersian),
  'pages/vantar-du-barn.md': page('Väntar du barn?', 'Hit kan du vända dig under graviditeten.', 1),
  'pages/prata-med-nagon.md': page('Behöver du prata med någon?', 'Vi har tystnadsplikt och du bestämmer själv vad du vill berätta.', 3),
  'pages/fragor.md': page('Frågor och svar', 'Det som många undrar över.'),
}
const ofSparse = {'centres/torget.yaml': sparse}

/// The files of a site: of every municipality the same.
function files(own, languages, written) {
  const maps = own === ofFull ? {'content/_shared/map.geojson': ground, 'content/tyreso/map.geojson': ownGround} : {}
  const all = {...maps, 'content/site.yaml': site(languages), 'content/_shared/news/2026-11-01-ny-webbplats.md': item('Nu finns alla familjecentraler på ett ställe', '2026-11-01', 'Regionen och kommunerna har samlat dem här.')}
  for (const [id, name, code, theme] of themes) {
    all[`content/${id}/municipality.yaml`] = written(name, code, theme, languages)
    for (const [path, text] of Object.entries(own)) all[`content/${id}/${path}`] = text
  }
  return all
}

/// Lays a site down and builds it: its folder and its output.
export function made(kind, more = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `fcsite-${kind}-`)))
  const bare = (name, code, theme) => `namn: ${name} kommun\nkod: "${code}"\ntema: ${theme}\n`
  const all = kind === 'full' ? files(ofFull, 'sv, en, ar, fa', municipality) : files(ofSparse, 'sv', bare)
  cpSync(join(repository, 'themes'), join(folder, 'themes'), {recursive: true})
  for (const [path, text] of Object.entries({...all, ...more})) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  const output = join(folder, 'public')
  execFileSync(binary(), ['build', '--source', folder, '--now', day, '--quiet'], {stdio: ['ignore', 'inherit', 'inherit']})
  return {folder, output}
}

/// A page as somebody has it on a phone, unless another width is said, at a moment that stands still.
export async function opened(browser, now, url, {width = 360, height = 740, scheme = 'light', ...more} = {}) {
  const context = await browser.newContext({locale: 'sv-SE', colorScheme: scheme, reducedMotion: 'reduce', viewport: {width, height}, ...more})
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  const answer = await page.goto(url, {waitUntil: 'load'})
  if (answer && !answer.ok()) throw new Error(`${url} is answered with ${answer.status()}`)
  return page
}
