// An hour of a comms person, from an empty folder to a published site: by the forms alone, step by step, as docs/sv/redigera.md tells it. What the
// files and the published folder then hold is what a person would have written.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chromium as browsers} from 'playwright-core'
import {edit} from './editor.mjs'
import {binary, chromium, repository} from './site.mjs'

const beside = (name) => fileURLToPath(new URL(`../import/${name}`, import.meta.url))
const picture = (name) => join(repository, 'content', name)

describe('an hour in the editor', () => {
  let folder, editor, browser, page
  const read = (file) => readFileSync(join(folder, 'content/botkyrka', file), 'utf8')
  const published = (file) => readFileSync(join(folder, '../webb/botkyrka', file), 'utf8')

  before(async () => {
    const above = realpathSync(mkdtempSync(join(tmpdir(), 'fcsite-hour-')))
    folder = join(above, 'familj')
    mkdirSync(folder)
    mkdirSync(join(above, 'webb'))
    execFileSync(binary(), ['init', '--now', '2026-11-21', '--lang', 'sv'], {cwd: folder, stdio: 'ignore'})
    editor = await edit({folder})
    browser = await browsers.launch({executablePath: chromium()})
    const context = await browser.newContext({viewport: {width: 1280, height: 900}})
    page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(editor.address)
  })
  after(async () => {
    await browser?.close()
    await editor?.stop()
    if (folder) rmSync(join(folder, '..'), {recursive: true, force: true})
  })

  let number = 0
  /// A step of the hour, and what it looks like when it is done.
  let isBroken = false
  const step = (name, act) => test(name, async (context) => {
    // Each step rests on those before it.
    if (isBroken) return context.skip('a step before it failed')
    const begun = Date.now()
    isBroken = true
    await act().catch(async (error) => { await look('failed'); throw error })
    isBroken = false
    number++
    if (!process.env.PICTURES) return
    await look(String(number).padStart(2, '0'))
    console.log(`${number}. ${name}: ${Date.now() - begun} ms`)
  })
  const look = async (name) => {
    if (!process.env.PICTURES) return
    // So high that nothing stands over something else.
    await page.setViewportSize({width: 1000, height: 2400})
    await page.screenshot({path: join(process.env.PICTURES, `${name}.png`), fullPage: true})
    await page.setViewportSize({width: 1280, height: 900})
  }
  const press = (name) => page.getByRole('button', {name, exact: true}).click()
  const follow = (name) => page.getByRole('link', {name, exact: true}).first().click()
  const field = (name) => page.getByLabel(name, {exact: true})
  const saved = () => page.getByRole('status').filter({hasText: /Sparat|finns nu|nertagen|skrivna|Hämtat|borttaget|utkast/}).first().waitFor()
  const start = () => follow('Start')
  const open = async (task, where) => {
    await start()
    await follow(task)
    if (where) await follow(where)
  }

  step('the site gets its name and address', async () => {
    await follow('Webbplatsens namn, adress och språk')
    await page.getByLabel(/^(Webbplatsens namn|Rubrik)/).fill('Familjecentraler i Botkyrka')
    await page.getByLabel(/^Webbadress/).fill('https://familj.botkyrka.example')
    await page.getByLabel(/^Organisation \(/).fill('Botkyrka kommun')
    await page.getByLabel(/^(Språk som det finns sidor på|Språkversioner)/).fill('sv\nen')
    await press('Spara')
    await saved()
    const site = readFileSync(join(folder, 'content/site.yaml'), 'utf8')
    assert.match(site, /^rubrik: Familjecentraler i Botkyrka$/m)
    assert.match(site, /^webbadress: https:\/\/familj\.botkyrka\.example$/m)
    // The remarks that were there are there.
    assert.match(site, /^# Vem som ansvarar för webbplatsen\.$/m)
  })

  step('a municipality', async () => {
    await start()
    await follow('Lägg till en kommun')
    await page.getByLabel(/^Namn/).fill('Botkyrkka')
    await press('Lägg till')
    await page.getByRole('alert').getByText('Menade du Botkyrka?').waitFor()
    await look('municipality-unknown')
    await page.getByLabel(/^Namn/).fill('Botkyrka')
    await press('Lägg till')
    await saved()
    assert.equal(read('municipality.yaml'), 'namn: Botkyrka kommun\nkod: "0127"\n')
  })

  step('what holds on holidays', async () => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await page.locator('#kommunen ~ ul, section[aria-labelledby=kommunen] ul').getByRole('link', {name: 'Uppgifter', exact: true}).click()
    await field('Röda dagar').selectOption('Stängt')
    await field('Aftnar').selectOption('Stängt')
    await press('Spara')
    await saved()
    assert.match(read('municipality.yaml'), /^helgdagar:\n {2}röda dagar: stängt\n {2}aftnar: stängt\n$/m)
  })

  step('the example goes', async () => {
    await start()
    await page.getByRole('link', {name: /^Exempelkommunen/}).first().click()
    await look('example')
    await press('Ta bort exemplet')
    await saved()
    assert.equal(existsSync(join(folder, 'content/exempel')), false)
  })

  const centre = async (name, street, phone, services) => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await follow('Lägg till en familjecentral')
    await page.getByLabel(/^Namn/).fill(name)
    await field('Gatuadress').fill(street)
    await field('Postnummer').fill('145 50')
    await field('Postort').fill('Norsborg')
    await field('Telefon').fill(phone)
    for (const service of services) await page.getByLabel(service, {exact: true}).check()
    await look(`centre-${street[0]}`)
    await press('Lägg till')
    await saved()
  }
  const hours = async (monday) => {
    await field('Måndag').first().fill(monday)
    await page.getByText('Kopiera till fler dagar').first().click()
    await page.getByRole('button', {name: 'Kopiera tiderna'}).first().click()
    await field('Fredag').first().fill('stängt')
  }

  step('a centre with its services', () => centre('Familjecentralen i Fittja', 'Krögarvägen 26', '08-530 610 00', ['BVC', 'Öppen förskola', 'Socialtjänst']))

  step('its hours, with the next two weeks beside them', async () => {
    await hours('9–12, 13–16')
    await page.locator('#tvaveckor').getByRole('row', {name: /Måndag 23\/11/}).getByText('9.00–12.00, 13.00–16.00').waitFor()
    await look('hours')
    await press('Spara')
    await saved()
    const file = read('centres/fittja.yaml')
    assert.match(file, /^öppettider:\n {2}måndag-torsdag: 9–12, 13–16\n {2}fredag: stängt\n/m)
  })

  step('a second centre with services and hours', async () => {
    await centre('Familjecentralen i Tumba', 'Grödingevägen 2', '08-530 620 00', ['BVC', 'Barnmorska', 'Öppen förskola'])
    await hours('8.30–15')
    await press('Spara')
    await saved()
  })

  step("a term's twelve activities from a list of Excel", async () => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await page.getByRole('link', {name: /^Hämta in aktiviteter.*Fittja/}).click()
    await page.getByLabel(/^Fil/).setInputFiles(beside('termin.xlsx'))
    await press('Visa vad som skulle skrivas')
    await look('excel-shown')
    await press('Skriv')
    await saved()
    assert.equal(read('centres/fittja.yaml').match(/^ {2}- id: /gm).length, 12)
  })

  const news = async (title, lead, body, file, alt) => {
    await open('Skriv en nyhet', null)
    await page.getByLabel(/^Rubrik/).fill(title)
    await page.getByLabel(/^Ingress/).fill(lead)
    await field('Text').fill(body)
    await page.getByLabel('Utkast: publicera inte än').uncheck()
    await press('Spara och lägg till en bild eller ett dokument')
    await page.getByLabel(/^Fil/).first().setInputFiles(picture(file))
    await page.getByRole('textbox', {name: 'Alt-text'}).fill(alt)
    await page.getByLabel('Överst på sidan').check()
    await press('Lägg till bilden')
    await saved()
  }

  step('a news item with a picture', async () => {
    await news('Sångstund varje tisdag', 'Kom och sjung med oss i stora rummet.', 'Vi börjar klockan tio.\n\nIngen anmälan behövs.', '_shared/images/sangstund.png', 'Barn och vuxna sjunger i en ring')
    const file = read('news/2026-11-21-sangstund-varje-tisdag.md')
    assert.equal(file, '---\nrubrik: Sångstund varje tisdag\ningress: Kom och sjung med oss i stora rummet.\nbild:\n  fil: images/sangstund.png\n  alt: Barn och vuxna sjunger i en ring\n---\n\nVi börjar klockan tio.\n\nIngen anmälan behövs.\n')
  })

  step('a second, third and fourth news item', async () => {
    await news('Nu har vi ett nytt väntrum', 'Väntrummet i Fittja är större och ljusare.', 'Där finns en hörna för små barn.', '_shared/images/vantrummet.png', 'Ett ljust väntrum med en hörna för barn')
    await news('Sagor på arabiska', 'Varje torsdag läser vi sagor på arabiska.', 'Kom till biblioteket klockan tio.', '_shared/images/sagostund.png', 'En vuxen läser en bok för två barn')
    await news('Följ med på promenad', 'På torsdagar går vi med barnvagnen i Fittja.', 'Vi möts vid entrén klockan elva.', 'botkyrka/images/entre-med-barnvagnar.png', 'Entrén med barnvagnar utanför')
  })

  step('a fifth, with a heading, a link to a page and a box by the buttons', async () => {
    await open('Skriv en nyhet', null)
    await page.getByLabel(/^Rubrik/).fill('Prova på tecken')
    await page.getByLabel(/^Ingress/).fill('Lär dig de första tecknen tillsammans med ditt barn.')
    const text = field('Text')
    await text.click()
    await page.keyboard.type('Vi ses på ')
    await press('Länk')
    await page.getByLabel('En sida på webbplatsen').selectOption({label: 'Familjecentralen i Fittja'})
    await look('link')
    await press('Lägg in länken')
    await page.keyboard.type('.')
    await press('Ruta om en familjecentral')
    await press('Lägg in rutan')
    await page.getByLabel('Utkast: publicera inte än').uncheck()
    await look('news-new')
    await press('Bild')
    await page.getByLabel(/^Fil/).first().setInputFiles(picture('botkyrka/images/entre-pa-varen.png'))
    await page.getByRole('textbox', {name: 'Alt-text'}).fill('Entrén med blommande träd')
    await page.getByLabel('I texten, där markören stod').check()
    await look('upload')
    await press('Lägg till bilden')
    await saved()
    assert.match(read('news/2026-11-21-prova-pa-tecken.md'), /\nVi ses på \[Familjecentralen i Fittja\]\(\.\.\/centres\/fittja\.yaml\)\.\n\n::: centre fittja\n:::\n\n!\[Entrén med blommande träd\]\(\.\.\/images\/entre-pa-varen\.png\)\n$/)
  })

  step('a news item from Word', async () => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await follow('Hämta in nyheter')
    await page.getByLabel(/^Fil/).setInputFiles(beside('nyhet.docx'))
    await press('Visa vad som skulle skrivas')
    await look('word-shown')
    await press('Skriv')
    await saved()
    await look('word-form')
    await field('Utkast').selectOption('Nej')
    await press('Spara')
    await saved()
    assert.match(read('news/2026-11-21-nya-tider-pa-bvc-fran-januari.md'), /## Så kommer du till oss\n\n- Anmäl dig/)
    assert.doesNotMatch(read('news/2026-11-21-nya-tider-pa-bvc-fran-januari.md'), /^utkast|Ta bort den här raden/m)
  })

  step('a notice', async () => {
    await open('Sätt upp ett meddelande', 'Familjecentralen i Fittja')
    await page.locator('[name="notices.+.title.sv"]').fill('Hissen är trasig')
    await page.locator('[name="notices.+.body.sv"]').fill('Ring oss när du är vid entrén, så hjälper vi dig upp.')
    await page.getByLabel(/^Till/).fill('2026-12-04')
    await look('notice')
    await press('Spara')
    await saved()
    assert.match(read('centres/fittja.yaml'), /^meddelanden:\n {2}- rubrik: Hissen är trasig\n/m)
  })

  step('a translation', async () => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await page.locator('.rows').getByRole('link', {name: 'Sångstund varje tisdag'}).click()
    await page.getByRole('button', {name: /Skapa översättning/}).click()
    await saved()
    await look('translation')
    await page.getByLabel(/^Rubrik/).fill('Singing every Tuesday')
    await page.getByLabel(/^Ingress/).fill('Come and sing with us in the large room.')
    await field('Text').fill('We begin at ten.\n\nYou need not sign up.')
    await page.getByLabel(/^Alt/).fill('Children and adults singing in a ring')
    await field('Utkast').selectOption('Nej')
    await press('Spara')
    await saved()
    assert.match(read('news/2026-11-21-sangstund-varje-tisdag.en.md'), /^rubrik: "?Singing every Tuesday"?$/m)
    assert.doesNotMatch(read('news/2026-11-21-sangstund-varje-tisdag.en.md'), /^utkast|Ta bort den här raden/m)
  })

  step('closed for a week', async () => {
    await open('Stäng några dagar', 'Familjecentralen i Tumba')
    await field('Veckor').fill('v. 49 2026')
    await field('Stängt').selectOption('Ja')
    await page.locator('[name="exceptions.+.reason.sv"]').fill('Studiedagar')
    await page.locator('#tvaveckor').getByRole('row', {name: /Måndag 30\/11/}).getByText('stängt').waitFor()
    await look('closure')
    await press('Spara')
    await saved()
    assert.match(read('centres/tumba.yaml'), /^avvikelser:\n {2}- veckor: v\. 49 2026\n {4}stängt: ja\n {4}orsak: Studiedagar\n/m)
  })

  step('a phone number is corrected', async () => {
    const before = read('centres/fittja.yaml')
    await open('Ändra telefon eller adress', 'Familjecentralen i Fittja')
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).first().fill('08-530 610 99')
    await press('Spara')
    await saved()
    assert.equal(read('centres/fittja.yaml'), before.replace('08-530 610 00', '08-530 610 99'))
  })

  step('the accessibility statement is answered as questions', async () => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await page.getByRole('link', {name: 'Tillgänglighetsredogörelse'}).click()
    await page.getByLabel(/^Hur väl uppfyller webbplatsen/).selectOption('Delvis')
    await page.getByLabel(/^När granskades/).fill('2026-11-20')
    await page.getByLabel(/^När ändrades/).fill('2026-11-20')
    await page.getByLabel(/^Vem gjorde/).selectOption('Egen')
    await page.getByLabel(/^Var kan besökare/).fill('https://www.botkyrka.example/synpunkt')
    await look('statement')
    await press('Spara')
    await look('statement-saved')
    await saved()
    assert.match(read('municipality.yaml'), /^tillgänglighetsredogörelse:\n {2}status: delvis\n/m)
    await follow('Lägg till: Vad fungerar inte än?')
    await page.locator('[name="accessibility_statement.issues.+.what.sv"]').fill('Kartan till Fittja går inte att läsa upp.')
    await page.locator('[name="accessibility_statement.issues.+.reason.sv"]').fill('Vi byter karta i vår.')
    await press('Spara')
    await saved()
    assert.match(read('municipality.yaml'), /^ {2}brister:\n {4}- vad: Kartan till Fittja går inte att läsa upp\.\n/m)
  })

  step('a page is taken down and leads on', async () => {
    await start()
    await page.getByRole('link', {name: /^Botkyrka kommun/}).first().click()
    await page.locator('.rows').getByRole('link', {name: 'Följ med på promenad'}).click()
    await follow('Ta ner sidan')
    await page.getByLabel(/^Vart ska läsarna/).selectOption({label: 'Familjecentralen i Fittja'})
    await look('away')
    await press('Ta ner')
    await saved()
    assert.equal(existsSync(join(folder, 'content/botkyrka/news/2026-11-21-folj-med-pa-promenad.md')), false)
  })

  step('the site is published to a folder', async () => {
    await start()
    await look('start')
    await follow('Publicera')
    await page.getByLabel(/^Mapp/).fill('../finns-inte')
    await press('Spara platsen')
    await page.getByText('Mappen finns inte').waitFor()
    await page.getByLabel(/^Mapp/).fill('../webb')
    await look('target')
    await press('Spara platsen')
    await page.getByText('Platsen är sparad').waitFor()
    assert.equal(readFileSync(join(folder, 'publish.yaml'), 'utf8'), 'webben:\n  mapp: ../webb\n')
    await page.getByRole('button', {name: /^Se vad som ändras/}).click()
    await page.getByRole('heading', {name: 'Det här ändras för läsarna'}).waitFor()
    await look('plan')
    await press('Publicera nu')
    await page.getByRole('heading', {name: 'Klart'}).waitFor({timeout: 60_000})
    const fittja = published('familjecentraler/fittja/index.html')
    for (const text of ['08-530 610 99', 'Hissen är trasig', 'Babymassage', 'Rytmik']) assert.ok(fittja.includes(text), text)
    assert.ok(published('familjecentraler/tumba/index.html').includes('Studiedagar'))
    assert.ok(published('en/nyheter/2026-11-21-sangstund-varje-tisdag/index.html').includes('Singing every Tuesday'))
    assert.match(published('nyheter/2026-11-21-folj-med-pa-promenad/index.html'), /familjecentraler\/fittja/)
  })

  test('the files are as a person would have written them', () => {
    const all = execFileSync('find', [join(folder, 'content'), '-name', '*.yaml', '-o', '-name', '*.md'], {encoding: 'utf8'}).trim().split('\n').sort()
    if (process.env.PICTURES) for (const file of all) console.log(`=== ${file}\n${readFileSync(file, 'utf8')}`)
    const checked = spawnSync(binary(), ['check', '--source', folder, '--now', '2026-11-21', '--lang', 'sv'], {encoding: 'utf8'})
    if (process.env.PICTURES) console.log(checked.stdout, checked.stderr)
    assert.doesNotMatch(checked.stdout + checked.stderr, /fel\[/)
    for (const file of all) {
      const text = readFileSync(file, 'utf8')
      assert.doesNotMatch(text, /\r| +$|\n\n\n/m, file)
      assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'), file)
    }
  })
})
