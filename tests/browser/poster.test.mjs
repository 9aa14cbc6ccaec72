// A centre's poster on paper: one A4 for the door, in each theme and language.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {project} from './project.mjs'
import {serve} from './server.mjs'
import {binary, chromium, flags, pictures} from './site.mjs'

const made = '2026-11-28'
const head = (name) => `namn: ${name}
status: öppen
typ: familjecentral
adress: {gata: Björkvägen 12, postnummer: 123 45, ort: Björkstad, ingång: från gården}
telefon: 08-123 456 00
telefontid: {måndag: "8–9, 13–14", tisdag-fredag: 8–9}
e-post: bjorken@kommun.example
öppettider: {måndag-torsdag: 8–17, fredag: 8–15}
kontrollerad: 2026-10-01
`
const services = `verksamheter:
  - {typ: barnmorska, telefon: 08-123 456 01, besök: bokning, öppettider: {måndag-fredag: bokning}, telefontid: {måndag-torsdag: 8–9}}
  - {typ: BVC, namn: BVC Björken, telefon: 08-123 456 02, besök: bokning, öppettider: {måndag-fredag: bokning}, telefontid: {måndag-fredag: 8–9}}
  - {typ: öppen förskola, besök: drop-in, öppettider: {måndag-torsdag: "8.30–15", fredag: 9–11.30}}
  - {typ: socialtjänst, telefon: 08-123 456 03, besök: bokning}
`
const changes = `avvikelser:
  - {datum: 2026-12-04, stängt: ja, orsak: Planeringsdag}
  - {från: 2026-12-10, till: 2026-12-11, tider: 8.30-12, orsak: Kort dag, verksamheter: [öppen förskola]}
  - {från: 2026-12-23, till: 2027-01-06, stängt: ja, orsak: Julstängt}
`
/// The term's programme of an open preschool.
const programme = `aktiviteter:
  - {id: sang, rubrik: Sångstund, dag: måndag, från: 10.00, till: 10.30, ålder i månader: {från: 0, till: 12}, besök: drop-in, kostnad: gratis, slutar: 2026-12-15, inställda: [{datum: 2026-12-07, orsak: sjuk ledare}]}
  - {id: baby, rubrik: Babycafé, dag: måndag, från: 13.00, till: 15.00, ålder i månader: {från: 0, till: 8}, besök: drop-in}
  - {id: massage, rubrik: Spädbarnsmassage, dag: tisdag, från: 9.30, till: 11.00, upprepas: jämna veckor, ålder i månader: {från: 1, till: 6}, anmälan: {telefon: 08-123 456 04, sista dag: 2026-12-01}, plats: Stora rummet}
  - {id: hlr, rubrik: Barn-HLR, dag: tisdag, från: 13.00, till: 15.00, upprepas: första, anmälan: {e-post: hlr@kommun.example}, kostnad: 50 kronor}
  - {id: lek, rubrik: Lek och rörelse, dag: onsdag, från: 9.00, till: 11.00, ålder i månader: {från: 12, till: 72}, plats: Gymnastiksalen, flyttade: [{datum: 2026-12-09, till: 2026-12-14, från: 13.00}]}
  - {id: arabiska, rubrik: Sagostund på arabiska, dag: onsdag, från: 13.00, till: 13.45, språk: ar, ålder i månader: {från: 24, till: 72}}
  - {id: pappa, rubrik: Pappagrupp, dag: onsdag, från: 13.30, till: 15.00, upprepas: udda veckor, för: Alla pappor med barn under ett år}
  - {id: malar, rubrik: Måla och kladda, dag: torsdag, från: 9.30, till: 10.30, ålder i månader: {från: 12, till: 36}}
  - {id: sprak, rubrik: Språkcafé, dag: torsdag, från: 10.30, till: 11.30, för: Alla föräldrar}
  - {id: foraldra, rubrik: Föräldrautbildning Trygghetscirkeln, dag: torsdag, från: 13.00, till: 15.00, startar: 2027-01-14, slutar: 2027-03-04, anmälan: {länk: "https://kommun.example/anmal"}}
  - {id: skog, rubrik: Skogsmulle, dag: fredag, från: 9.00, till: 11.00, plats: Vid grillplatsen}
  - {id: bibl, rubrik: Biblioteket kommer, datum: [2026-12-08, 2027-01-12], från: 10.00, till: 11.00, ålder i månader: {från: 6, till: 60}}
`
const many = 'aktiviteter:\n' + Array.from({length: 48}, (_, at) =>
  `  - {id: a${at}, rubrik: Grupp ${at} för alla som vill, dag: ${['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag'][at % 5]}, från: ${8 + (at % 6)}.00, till: ${8 + (at % 6)}.45, plats: Rum ${at}, ålder i månader: {från: 0, till: 24}, kostnad: gratis}\n`).join('')
const files = (municipality) => ({
  [`content/${municipality}/centres/hela.yaml`]: head('Familjecentralen Björken') + services + changes + programme,
  [`content/${municipality}/centres/liten.yaml`]: 'namn: Torget\nstatus: öppen\nadress: {gata: Torget 1}\nöppettider: {måndag: 9–12}\nverksamheter:\n  - {typ: öppen förskola}\nkontrollerad: 2026-10-01\n' +
    'aktiviteter:\n  - {id: sang, rubrik: Sångstund, dag: måndag, från: 10.00, till: 10.30}\n',
  [`content/${municipality}/centres/lang.yaml`]: head('Långa huset') + services + many,
  [`content/${municipality}/centres/stangd.yaml`]: head('Stängda huset').replace('status: öppen', 'status: tillfälligt stängd') + services + programme,
})

describe('posters', {concurrency: 3}, () => {
  const suite = {}
  before(async () => {
    suite.site = project({
      'content/stockholm/municipality.yaml': 'name: Stockholms stad\ncode: "0180"\n',
      ...files('botkyrka'), ...files('tyreso'), ...files('stockholm'),
    })
    execFileSync(binary(), ['build', '--source', suite.site.folder, '--now', made, '--quiet'], {stdio: 'ignore'})
    suite.output = join(suite.site.folder, 'public')
    suite.server = await serve(suite.output)
    suite.browser = await browsers.launch({executablePath: chromium(), args: flags})
    mkdirSync(pictures, {recursive: true})
  })
  after(async () => {
    await suite.browser?.close()
    await suite.server?.close()
    suite.site?.remove()
  })
  /// The page at an address, and how many sheets it takes.
  const open = async (path, width = 1280) => {
    const page = await suite.browser.newPage({viewport: {width, height: 800}})
    await page.goto(suite.server.url + path)
    return page
  }
  const sheets = async (page, name) => {
    const paper = await page.pdf({preferCSSPageSize: true})
    if (name) writeFileSync(join(pictures, `${name}.pdf`), paper)
    return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length
  }

  for (const municipality of ['botkyrka', 'tyreso', 'stockholm']) {
    for (const lang of ['', 'en/']) {
      const folder = `${municipality}/${lang}`
      test(`a centre with twelve activities and four services is one A4, and so is a small one: ${folder}`, async () => {
        for (const name of ['hela', 'liten']) {
          const page = await open(`${folder}affisch/${name}.html`)
          assert.equal(await sheets(page, `${municipality}-affisch-${name}-${lang ? 'en' : 'sv'}`), 1, name)
          await page.close()
        }
      })

      test(`a long one goes on on a second sheet, and no row is cut: ${folder}`, async () => {
        const page = await open(`${folder}affisch/lang.html`)
        const count = await sheets(page)
        assert.ok(count >= 2 && count <= 3, `${count} sheets`)
        await page.emulateMedia({media: 'print'})
        const cut = await page.$$eval('.poster tr, .poster-services li, .poster-changes li, .poster h2', (all) =>
          all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').map((one) => one.textContent))
        assert.deepEqual(cut, [])
        await page.close()
      })

      test(`only the poster is printed, and it says all: ${folder}`, async () => {
        const page = await open(`${folder}affisch/hela.html`)
        await page.emulateMedia({media: 'print'})
        const seen = (await page.locator('body').innerText()).replaceAll('\u00ad', '').replace(/\s+/g, ' ')
        for (const words of ['Familjecentralen Björken', 'Björkvägen 12', 'från gården', '08-123 456 00', lang ? '08:00–17:00' : '8–17', 'BVC Björken', '08-123 456 02', lang ? '08:30–15:00' : '8.30–15', 'Sångstund',
          lang ? '10:00–10:30' : '10–10.30', 'Spädbarnsmassage', 'Föräldrautbildning Trygghetscirkeln', 'Planeringsdag', 'sjuk ledare', 'Kort dag', `lanet.example/${folder}familjecentraler/hela/`,
          lang ? '19 December 2026' : '19 december 2026', lang ? 'made on 28 November 2026' : 'gjordes 28 november 2026']) {
          assert.ok(seen.includes(words), `${words}: ${seen}`)
        }
        assert.ok(!seen.includes('Julstängt'), 'what is beyond the 21 days is for the next poster')
        const outside = await page.$$eval('body *', (all) => all.filter((one) => {
          const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
          return own && one.checkVisibility() && !one.closest('.poster') && !one.closest('.hidden')
        }).map((one) => one.textContent.trim()))
        assert.deepEqual(outside, [], 'only the poster is printed')
        assert.deepEqual(await page.evaluate(checks.printed), [])
        await page.close()
      })

      test(`on a screen it holds for who does not see, and on a phone: ${folder}`, async () => {
        for (const [name, width] of [['hela', 320], ['hela', 1280], ['liten', 360], ['lang', 320]]) {
          const page = await open(`${folder}affisch/${name}.html`, width)
          const faults = [...await page.evaluate(checks.sideways), ...await page.evaluate(checks.whole), ...await page.evaluate(checks.cut)]
          if (name !== 'lang') faults.push(...await violations(page))
          assert.deepEqual(faults, [], `${name} at ${width}`)
          if (name === 'hela') await page.screenshot({path: join(pictures, `${municipality}-affisch-${lang ? 'en' : 'sv'}-${width}.png`), fullPage: true})
          await page.close()
        }
      })
    }
  }

  test('one comes there from the centre, a search engine does not, and a closed centre has none', async () => {
    const page = await open('tyreso/familjecentraler/hela/')
    await page.getByRole('link', {name: 'Skriv ut som affisch'}).click()
    assert.equal(new URL(page.url()).pathname.split('/').slice(-3).join('/'), 'tyreso/affisch/hela.html')
    assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex')
    await page.getByRole('link', {name: 'Till familjecentralens sida'}).click()
    assert.match(page.url(), /tyreso\/familjecentraler\/hela\/$/)
    await page.close()
    assert.ok(!readFileSync(join(suite.output, 'tyreso/sitemap.xml'), 'utf8').includes('affisch'))
    assert.ok(!existsSync(join(suite.output, 'tyreso/affisch/stangd.html')))
    assert.ok(!readFileSync(join(suite.output, 'tyreso/familjecentraler/stangd/index.html'), 'utf8').includes('affisch'))
  })

  test('the activities of a centre stack on a phone instead of scrolling within themselves', async () => {
    for (const municipality of ['botkyrka', 'tyreso', 'stockholm']) {
      for (const width of [320, 360, 1280]) {
        const page = await open(`${municipality}/familjecentraler/hela/`, width)
        // All that there is, is behind a fold.
        await page.$$eval('details', (all) => all.forEach((one) => { one.open = true }))
        const wide = await page.$$eval('.table', (all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => `${one.scrollWidth} > ${one.clientWidth}`))
        assert.deepEqual(wide, [], `${municipality} at ${width}`)
        assert.deepEqual(await page.evaluate(checks.sideways), [])
        await page.close()
      }
    }
  })
})
