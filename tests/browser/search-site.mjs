// A municipality with all that a family centre's site may have, and what people type into its search.
const centre = (name, street, phone, more = '') =>
  `namn: ${name}\nstatus: öppen\nadress: {gata: ${street}, ort: ${name.split(' ').at(-1)}}\ntelefon: ${phone}\n${more}kontrollerad: 2026-11-01\n`

const page = (title, lead, body) => `---\ntitle: ${title}\nlead: ${lead}\n---\n${body}\n`
const news = (title, date, lead, body) => `---\ntitle: ${title}\ndate: ${date}\nlead: ${lead}\n---\n${body}\n`

const folder = 'content/botkyrka'
const texts = {
  amning: ['Amning', 'Så får du hjälp när det är svårt att amma.', '## Bröstpump\n\nDu kan låna en bröstpump av oss.\n\n## Flaska\n\nErsättning fungerar också. Det viktiga är att barnet mår bra.'],
  somn: ['Barnets sömn', 'Små barn vaknar ofta på natten.', 'Rutiner på kvällen hjälper. Prata med sjuksköterskan om nattvak och trötthet.'],
  vaccinationer: ['Vaccinationer', 'Alla barn erbjuds vaccin mot elva sjukdomar.', '## Rotavirus\n\nDen första dosen ges vid sex veckor.\n\n## Mässling\n\nVid arton månader ges vaccin mot mässling.'],
  foraldrautbildning: ['Föräldrautbildning', 'Träffa andra som väntar barn.', 'Kursen har fem träffar om förlossningen, anknytning och jämställt föräldraskap.'],
  separation: ['När föräldrar separerar', 'Barnet behöver er båda.', 'Samarbetssamtal hjälper er att komma överens om boende och umgänge.'],
  vald: ['Våld i nära relationer', 'Du kan prata med oss om du eller ditt barn far illa.', 'Ring kvinnofridslinjen dygnet runt. Hot, kontroll och slag är brott.'],
  tolk: ['Tolk', 'Du har rätt till tolk när du träffar oss.', 'Säg till när du bokar. Tolken har tystnadsplikt, och tolkhjälpen kostar ingenting.'],
  tandvard: ['Barnets tänder', 'Borsta från första tanden.', 'Använd fluortandkräm, lika mycket som barnets lillfingernagel. Tandvården är gratis.'],
  barnsakerhet: ['Barnsäkerhet hemma', 'Skydda barnet från olyckor.', 'Spisskydd, grind vid trappan och bilbarnstol. Giftinformationen svarar vid förgiftning.'],
  ekonomi: ['Föräldrapenning och ekonomi', 'Om pengar när ni får barn.', 'Försäkringskassan betalar föräldrapenning. Budgetrådgivaren hjälper den som har skulder.'],
  mat: ['Mat för små barn', 'Börja med smakprov vid sex månader.', 'Gröt, puré och järnrik mat. Undvik honung det första året. Allergi är ovanligt.'],
  sprak: ['Flerspråkighet', 'Prata ditt modersmål med barnet.', 'I språkförskolan får barnet mer svenska. Läs sagor och sjung på alla språk.'],
  forlossningsdepression: ['Ledsen efter förlossningen', 'Var tionde förälder blir nedstämd.', 'Depression och ångest går att behandla. Psykologen finns för dig.'],
  pappor: ['För dig som är pappa', 'Pappor är viktiga från början.', 'Pappagruppen träffas varannan vecka. Partnern är välkommen till barnmorskan.'],
  trots: ['Trots och utbrott', 'Tvååringar vill själva.', 'Kursen Alla barn i centrum ger verktyg i vardagen. Gränser behövs.'],
  fritid: ['Fritidsaktiviteter', 'Lekplatser, bibliotek och simhall.', 'Sagostunder på biblioteket och babysim i simhallen.'],
}

const activity = (id, title, day, from, to, more = '') => `  - {id: ${id}, rubrik: ${title}, dag: ${day}, från: ${from}, till: ${to}${more}}\n`

/// The files of the site.
export const files = {
  [`${folder}/municipality.yaml`]: 'name: Botkyrka kommun\ncode: "0127"\ntheme: botkyrka\nsynonymer: [[Gula huset, Fittja], [klick, mässling]]\n',
  [`${folder}/centres/fittja.yaml`]: centre('Familjecentralen i Fittja', 'Krögarvägen 2', '08-123 45 01',
    'verksamheter:\n  - {typ: barnmorska, telefon: 08-123 45 11}\n  - {typ: bvc, telefon: 08-123 45 12}\n  - {typ: öppen förskola}\n  - {typ: amningsmottagning}\nöppettider:\n  måndag-fredag: 9–15\n' +
    'aktiviteter:\n' + activity('massage', 'Babymassage', 'tisdag', '10.00', '11.00', ', beskrivning: Vi masserar barnen tillsammans') + activity('arabiska', 'Språkcafé på arabiska', 'onsdag', '13.00', '14.00', ', språk: ar')),
  [`${folder}/centres/tullinge.yaml`]: centre('Familjecentralen i Tullinge', 'Kvällsvägen 1', '08-123 45 02',
    'verksamheter:\n  - {typ: barnmorska}\n  - {typ: bvc, telefon: 08-123 45 22}\n  - {typ: öppen förskola}\n  - {typ: socialtjänst}\nöppettider:\n  måndag-torsdag: 9–15\n' +
    'aktiviteter:\n' + activity('sang', 'Sångstund', 'måndag', '10.00', '10.30') + activity('pappa', 'Pappagrupp', 'torsdag', '16.00', '17.00')),
  [`${folder}/centres/hallunda.yaml`]: centre('Familjecentralen i Hallunda', 'Borgvägen 3', '08-123 45 03',
    'verksamheter:\n  - {typ: bvc}\n  - {typ: öppen förskola}\nöppettider:\n  tisdag: 9–15\n  lördag: 10–14\n' + 'aktiviteter:\n' + activity('lordag', 'Lekstund för hela familjen', 'lördag', '10.00', '12.00') + activity('knytte', 'Babycafé', 'tisdag', '13.00', '14.30')),
  ...Object.fromEntries(Object.entries(texts).map(([name, [title, lead, body]]) => [`${folder}/pages/${name}.md`, page(title, lead, body)])),
  [`${folder}/pages/amning.en.md`]: page('Breastfeeding', 'Get help when it hurts.', 'You can borrow a breast pump.'),
  [`${folder}/pages/utkast.md`]: '---\ntitle: Hemligheten\ndraft: true\n---\nDetta är ohyggligthemligt.\n',
  [`${folder}/news/2026-10-01-ny-lekplats.md`]: news('Ny lekplats i parken', '2026-10-01', 'Gungor och sandlåda för de minsta.', 'Vi inviger med korv och ballonger.'),
  [`${folder}/news/2026-09-01-sommarens-tider.md`]: news('Höstens program är klart', '2026-09-01', 'Nu börjar kurserna igen.', 'Anmälan till föräldragrupper öppnar i september.'),
  [`${folder}/news/2026-08-01-influensa.md`]: news('Influensan är här', '2026-08-01', 'Stanna hemma om du är sjuk.', 'Tvätta händerna och hosta i armvecket.'),
  [`${folder}/news/2026-12-24-kommande.md`]: news('Framtidsnyheten', '2026-12-24', 'Kommer senare.', 'Ännu ohyggligarehemligt.'),
}

const f = /Fittja/, t = /Tullinge/, h = /Hallunda/

/// What people type, and what must be among the first three.
export const queries = [
  // Names and places.
  ['gula huset', f], ['gula huset bvc', /Barnavårdscentral.*Fittja/], ['klick', /Vaccin/],
  ['fittja', f], ['Fittja', f], ['FITTJA', f], ['tullinge', t], ['hallunda', h], ['familjecentralen', /Familjecentralen/], ['familjecentral fittja', f], ['familjecentralen i tullinge', t],
  ['krögarvägen', f], ['krogarvagen', f], ['krögarvägen 2', f], ['borgvägen', h], ['kvällsvägen', t], ['kvallsvagen', t], ['botkyrka familjecentral', /Familjecentral/],
  // Services, their abbreviations and other names.
  ['bvc', /Barnavårdscentral/], ['BVC', /Barnavårdscentral/], ['bvc tullinge', /Barnavårdscentral.*Tullinge/], ['bvc tulinge', /Barnavårdscentral.*Tullinge/], ['tullinge bvc', /Barnavårdscentral.*Tullinge/], ['bvc fittja', /Barnavårdscentral.*Fittja/],
  ['bvc hallunda', /Barnavårdscentral.*Hallunda/], ['barnavårdscentral', /Barnavårdscentral/], ['barnavårdscentralen', /Barnavårdscentral/], ['barnavardscentral', /Barnavårdscentral/], ['barnhälsovård', /Barnavårdscentral/], ['barnhälsovården', /Barnavårdscentral/],
  ['barnmorska', /Barnmorska/], ['barnmorskan', /Barnmorska/], ['barnmorskor', /Barnmorska/], ['barnmorska fittja', /Barnmorska.*Fittja/], ['barnmorskemottagning', /Barnmorska/], ['mvc', /Barnmorska/], ['bmm', /Barnmorska/], ['bmm tullinge', /Barnmorska.*Tullinge/],
  ['mödravård', /Barnmorska/], ['mödravårdscentral', /Barnmorska/], ['mödravårdcentral', /Barnmorska/], ['mödravårdcentralen', /Barnmorska/], ['modravard', /Barnmorska/], ['midwife', /Barnmorska/], ['barnmorksa', /Barnmorska/], ['barnmoska', /Barnmorska/],
  ['öppen förskola', /Öppen förskola/], ['öppna förskolan', /Öppen förskola/], ['oppna forskolan', /Öppen förskola/], ['oppen forskola', /Öppen förskola/], ['open preschool', /Öppen förskola/], ['öppen förskola hallunda', /Öppen förskola.*Hallunda/],
  ['öppna förskolan fittja', /Öppen förskola.*Fittja/], ['öppenförskola', /Öppen förskola/], ['öppen förskolla', /Öppen förskola/], ['öppis', /Öppen förskola/], ['förskola', /Öppen förskola/], ['förskolan', /Öppen förskola/], ['forskola', /Öppen förskola/],
  ['socialtjänst', /Socialtjänst/], ['socialtjänsten', /Socialtjänst/], ['socialtjanst', /Socialtjänst/], ['soc', /Socialtjänst/], ['familjerådgivare', /Socialtjänst/], ['socialsekreterare', /Socialtjänst/], ['amningsmottagning', /Amningsmottagning/], ['amningsmottagningen', /Amningsmottagning/],
  // Activities.
  ['babymassage', /Babymassage/], ['babymassagen', /Babymassage/], ['babymasage', /Babymassage/], ['baby massage', /Babymassage/], ['massage', /Babymassage/], ['babymassage fittja', /Babymassage.*Fittja/], ['spädbarnsmassage', /Babymassage/],
  ['sångstund', /Sångstund/], ['sangstund', /Sångstund/], ['sångstunden', /Sångstund/], ['sång', /Sångstund/], ['sjunga', /Flerspråkighet|Sångstund|Öppen/], ['pappagrupp', /Pappagrupp/], ['pappagruppen', /Pappagrupp/], ['pappa grupp', /Pappagrupp/],
  ['babycafé', /Babycafé/], ['babycafe', /Babycafé/], ['babycaféet', /Babycafé/], ['språkcafé', /Språkcafé/], ['sprakcafe', /Språkcafé/], ['arabiska', /arabiska/], ['språkcafe arabiska', /arabiska/], ['lekstund', /Lekstund/], ['lekstund lördag', /Lekstund/],
  ['öppet lördag', h], ['lördag', h], ['lördagar', h], ['lordag', h], ['lördagsöppet', h], ['aktiviteter', /händer|Babymassage|Sångstund|aktiviteter/], ['aktivitet lördag', /Lekstund/], ['kalender', /händer/], ['program', /händer|program/], ['babysim', /Fritid/],
  // Texts: titles, headings, ingresses, bodies.
  ['amning', /Amning/], ['amma', /Amning/], ['ammar', /Amning/], ['amningen', /Amning/], ['amningshjälp', /Amning/], ['bröstpump', /Amning/], ['brostpump', /Amning/], ['bröstpumpen', /Amning/], ['pump', /Amning/], ['ersättning', /Amning/], ['breastfeeding', /Amning/], ['amningg', /Amning/],
  ['sömn', /sömn/], ['somn', /sömn/], ['barnets sömn', /sömn/], ['barnet sover inte', /sömn|Barnets|Amning/], ['nattvak', /sömn/], ['trötthet', /sömn/], ['vaccin', /Vaccin/], ['vaccination', /Vaccin/], ['vaccinationer', /Vaccin/], ['vaccinera', /Vaccin/], ['vacination', /Vaccin/], ['vaccinationen', /Vaccin/],
  ['rotavirus', /Vaccin/], ['mässling', /Vaccin/], ['massling', /Vaccin/], ['föräldrautbildning', /Föräldrautbildning/], ['foraldrautbildning', /Föräldrautbildning/], ['föräldrautbildningen', /Föräldrautbildning/], ['utbildning', /Föräldrautbildning/], ['föräldra utbildning', /Föräldrautbildning/],
  ['förlossning', /Föräldrautbildning|Barnmorska|förlossning/], ['anknytning', /Föräldrautbildning/], ['separation', /separerar/], ['skilsmässa', /separerar/], ['separera', /separerar/], ['vårdnad', /separerar|Familjecentralen/], ['umgänge', /separerar/], ['samarbetssamtal', /separerar/],
  ['våld', /Våld/], ['vald', /Våld/], ['våld i nära relation', /Våld/], ['våld i nära relationer', /Våld/], ['kvinnofridslinjen', /Våld/], ['kvinnofrid', /Våld/], ['hot', /Våld/], ['tolk', /Tolk/], ['tolken', /Tolk/], ['tolkar', /Tolk/], ['tolkhjälp', /Tolk/], ['interpreter', /Tolk/], ['behöver tolk', /Tolk/],
  ['tänder', /tänder/], ['tander', /tänder/], ['tandkräm', /tänder/], ['tandvård', /tänder/], ['fluor', /tänder/], ['barnsäkerhet', /Barnsäkerhet/], ['säkerhet', /Barnsäkerhet/], ['bilbarnstol', /Barnsäkerhet/], ['förgiftning', /Barnsäkerhet/], ['olyckor', /Barnsäkerhet/], ['olycka', /Barnsäkerhet/],
  ['föräldrapenning', /Föräldrapenning/], ['foraldrapenning', /Föräldrapenning/], ['försäkringskassan', /Föräldrapenning/], ['ekonomi', /ekonomi/], ['pengar', /Föräldrapenning/], ['skulder', /Föräldrapenning/], ['budget', /Föräldrapenning/], ['mat', /Mat för/], ['gröt', /Mat för/], ['grot', /Mat för/], ['allergi', /Mat för/], ['honung', /Mat för/],
  ['flerspråkighet', /Flerspråkighet/], ['flersprakighet', /Flerspråkighet/], ['flerspråkig', /Flerspråkighet/], ['modersmål', /Flerspråkighet/], ['språkförskola', /Flerspråkighet/], ['sagor', /Flerspråkighet|Fritid/], ['depression', /Ledsen/], ['ledsen', /Ledsen/], ['ångest', /Ledsen/], ['psykolog', /Ledsen/], ['nedstämd', /Ledsen/],
  ['pappa', /pappa|Pappa/], ['pappor', /pappa|Pappa/], ['partner', /pappa/], ['trots', /Trots/], ['utbrott', /Trots/], ['tvååring', /Trots/], ['gränser', /Trots/], ['lekplats', /lekplats|Fritid/], ['lekplatser', /lekplats|Fritid/], ['gungor', /lekplats/], ['simhall', /Fritid/], ['bibliotek', /Fritid|Flersprå/], ['influensa', /Influensan/], ['influensan', /Influensan/],
  ['hosta', /Influensan/], ['anmälan föräldragrupp', /program/], ['föräldragrupper', /program/], ['gravid', /Barnmorska/], ['graviditet', /Barnmorska/], ['väntar barn', /Barnmorska|Föräldrautbildning|vänta/], ['preventivmedel', /Barnmorska/], ['nyfödd', /Barnavårdscentral/], ['väga barn', /Barnavårdscentral/],
  ['nyheter', /Nyheter/], ['tillgänglighet', /Tillgänglighet/], ['tillgänglighetsredogörelse', /Tillgänglighet/], ['tillganglighet', /Tillgänglighet/], ['telefonnummer bvc', /Barnavårdscentral/], ['öppettider', /Familjecentral|Öppet|förskola/], ['öppettider fittja', f], ['öppet måndag tullinge', t], ['adress hallunda', h],
  ['när är öppna förskolan öppen i hallunda', h], ['var finns bvc i fittja', f], ['kontakt barnmorska tullinge', t],
]

/// What people type in other languages on the full site (sites.mjs), with a slip and a Swedish name among them, and what must be among the first three.
export const abroad = {
  ar: [['قابله', /barnmorskemottagning/], ['الحضانة المفتوحه', /الحضانة المفتوحة/], ['وقت الغناء', /وقت الغناء/], ['مقهى اللغة', /مقهى اللغة/], ['زيارتك', /زيارتك الأولى/], ['öppna förskolan', /الحضانة المفتوحة/]],
  fa: [['ماما', /barnmorskemottagning/], ['پیش‌دبستانی باز', /پیش‌دبستانی باز/], ['کافهٔ زبان', /کافهٔ زبان/], ['نخستین دیدار', /نخستین دیدار/], ['خدمات اجتماعی', /خدمات اجتماعی/], ['واکسن', /BVC/]],
  fi: [['rokotukset', /BVC/], ['neuvola', /neuvola/], ['kätilö', /barnmorskemottagning/], ['avoin esikolu', /Avoin esikoulu/], ['sosiaalipalvelut', /Sosiaalipalvelu/], ['perhekeskukset', /Perhekeskukset/]],
  so: [['xannaano', /Xannaanada furan/], ['umuliso', /barnmorskemottagning/], ['umulisa', /barnmorskemottagning/], ['tallaal', /BVC/], ['adeega bulshada', /Adeegga bulshada/], ['taleefan', /Taleefan/]],
  ti: [['መሕረሲት', /barnmorskemottagning/], ['ክፉት መዋእለ-ህጻናት', /ክፉት መዋእለ-ህጻናት/], ['ክታበት', /BVC/], ['ማሕበራዊ ግልጋሎት', /ማሕበራዊ ግልጋሎት/], ['ተሌፎን', /ተሌፎን/], ['barnavårdcentralen', /BVC/]],
  uk: [['акушерка', /barnmorskemottagning/], ['акушерку', /barnmorskemottagning/], ['дитячий садок', /дитячий садок/], ['щеплення', /BVC/], ['соціальна служба', /Соціальна служба/], ['сімейні центри', /Сімейні центри/]],
  en: [['midwife', /midwives/], ['open preshool', /Open preschool/], ['language cafe', /Language café/], ['first visit', /Your first visit/], ['vaccinations', /BVC/], ['social worker', /Social services/]],
}

/// As many news as a large municipality has, of words by chance: each in about as many texts as in Swedish.
export function many(number, folder) {
  let seed = 5
  const below = (most) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * most)
  }
  const starts = ['barn', 'familj', 'föräldra', 'mödra', 'språk', 'öppet', 'vård', 'lek', 'sång', 'bok', 'hälso', 'kommun', 'region', 'dag', 'kväll', 'sommar', 'vinter', 'skol', 'små', 'nära', 'rörelse', 'mat', 'sömn', 'trygg', 'tal']
  const middles = ['', 'en', 's', 'centrals', 'grupps', 'stöds', 'måltids', 'tids', 'lokals', 'rums', 'ut', 'om', 'in', 'före', 'samman', 'under', 'över', 'till', 'med', 'av']
  const ends = ['vård', 'mottagning', 'träff', 'stund', 'bildning', 'grupp', 'möte', 'program', 'hjälp', 'råd', 'samtal', 'tider', 'kurs', 'plats', 'vecka', 'bok', 'lek', 'tur', 'sal', 'dagar']
  const word = () => {
    // Zipf: few words often, many seldom.
    const rank = Math.floor(Math.exp((below(10_000) / 10_000) * Math.log(10_000)))
    return starts[rank % 25] + middles[Math.floor(rank / 25) % 20] + ends[Math.floor(rank / 500) % 20]
  }
  return Object.fromEntries(Array.from({length: number}, (_, n) => {
    const month = String(1 + (n % 9)).padStart(2, '0')
    const day = String(1 + (Math.floor(n / 9) % 28)).padStart(2, '0')
    const body = Array.from({length: 300}, word)
    const text = Array.from({length: 20}, (_, at) => `${body.slice(at * 15, at * 15 + 15).join(' ')}.`).join('\n\n')
    return [`${folder}/news/2025-${month}-${day}-nummer-${n}.md`, news(`Nummer ${n} ${word()} ${word()}`, `2025-${month}-${day}`, `Ordet ${word()} och ${word()}.`, text)]
  }))
}
