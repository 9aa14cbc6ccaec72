// Every task of the editor with the keyboard alone: each thing is reached by Tab, its focus is seen, and what is typed is in the files.
import {before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {edited, target} from './editor.mjs'

const centre = 'content/botkyrka/centres/fittja.yaml'
const text = `namn: Familjecentralen i Fittja
status: öppen
telefon: 08-530 610 00
verksamheter:
  - typ: bvc
öppettider:
  måndag-torsdag: 9–12
  fredag: stängt
aktiviteter:
  - {id: sang, rubrik: Sångstund, dag: tisdag, från: 10.00, till: 10.30}
kontrollerad: 2026-10-01
`
const about = 'content/botkyrka/pages/om-oss.md'
const aboutText = '---\nrubrik: Om oss\n---\n\nHär är vi.\n'
const beside = (name) => fileURLToPath(new URL(`../import/${name}`, import.meta.url))

describe('the editor with a keyboard', () => {
  const here = edited({[centre]: text, [about]: aboutText, ...target})
  let page
  before(async () => {
    page = (await here.open()).page
    page.setDefaultTimeout(60_000)
  })

  /// Goes on by Tab until it stands on what is meant; what it stands on must be seen.
  const reach = async (what, is) => {
    for (let at = 0; at < 250; at++) {
      await page.keyboard.press('Tab')
      const there = await page.evaluate(([is, what]) => {
        const one = document.activeElement
        if (one === document.body) return {}
        const box = one.getBoundingClientRect()
        const style = getComputedStyle(one)
        // Within a date the browser shows which part has the focus.
        const isSeen = one.tagName === 'IFRAME' || one.type === 'date' || box.width > 0 && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
        const name = is === 'id' ? one.id : (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim()
        return {isIt: name === what, isSeen, name}
      }, [is, what])
      if (there.name) assert.ok(there.isSeen, `the focus is not seen on ${there.name}`)
      if (there.isIt) return
    }
    throw new Error(`${what} is not reached`)
  }
  const press = async (name) => {
    await reach(name, 'name')
    await page.keyboard.press('Enter')
  }
  const fill = async (id, words) => {
    await reach(id, 'id')
    await page.keyboard.press('Control+a')
    if (words) await page.keyboard.type(words)
    else await page.keyboard.press('Delete')
  }
  const choose = async (id, words) => {
    await reach(id, 'id')
    await page.keyboard.type(words)
  }
  const go = async (name, address) => {
    await press(name)
    await page.waitForURL(address)
  }
  const saved = async (said = /Sparat|finns nu|nertagen|skrivna|utkast/) => {
    await page.getByRole('status').filter({hasText: said}).first().waitFor()
  }
  const task = (name, act) => test(name, async () => {
    // What a task that failed has left is no fault of the next.
    for (const [file, words] of [[centre, text], [about, aboutText]]) if (here.site.read(file) !== words) here.site.write(file, words)
    await page.goto(here.at('/redigera/'))
    await act()
  })
  const undo = async () => {
    await Promise.all([page.waitForEvent('load'), press('Ångra senaste sparningen')])
    await page.getByRole('status').filter({hasText: 'ångrad'}).waitFor()
  }

  task('opening hours', async () => {
    await go('Ändra öppettider', /bara=tider/)
    await fill('hours.4', '9–11')
    await press('Spara')
    await saved()
    assert.equal(here.site.read(centre), text.replace('fredag: stängt', 'fredag: 9–11'))
    await undo()
    assert.equal(here.site.read(centre), text)
  })

  task('hours for more days', async () => {
    await go('Ändra öppettider', /bara=tider/)
    await fill('hours.0', '8–12')
    await press('Kopiera till fler dagar')
    await press('Kopiera tiderna')
    await saved(/Tiderna är kopierade/)
    await press('Spara')
    await saved()
    assert.equal(here.site.read(centre), text.replace('måndag-torsdag: 9–12', 'måndag-torsdag: 8–12').replace('fredag: stängt', 'fredag: 8–12'))
    await undo()
    assert.equal(here.site.read(centre), text)
  })

  task('a draft that lacks its lead', async () => {
    await go('Skriv en nyhet', /gor\/nyhet/)
    await go('Botkyrka kommun', /ny\/botkyrka\/news/)
    await fill('title', 'Mer kommer')
    await press('Visa hur det blir')
    await page.frameLocator('#visning iframe').getByRole('heading', {name: 'Mer kommer', level: 1}).waitFor()
    await press('Spara')
    await saved()
    await press('Ingress måste fyllas i.')
    await page.waitForFunction(() => document.activeElement.id === 'lead')
    await page.keyboard.type('Nu kommer det.')
    await press('Spara')
    await saved()
    assert.equal(here.site.read('content/botkyrka/news/2026-11-21-mer-kommer.md'), '---\nrubrik: Mer kommer\ningress: Nu kommer det.\nutkast: ja\n---\n')
    await undo()
    await undo()
  })

  task('closed for some weeks', async () => {
    await go('Stäng några dagar', /del=exceptions/)
    await fill('exceptions.+.weeks', 'v. 28–30 2027')
    await choose('exceptions.+.closed', 'Ja')
    await press('Spara')
    await saved()
    assert.match(here.site.read(centre), /avvikelser:\n {2}- veckor:(\n {6}-)? v\. 28–30 2027\n {4}stängt: ja\n/)
    await undo()
  })

  task('a phone number', async () => {
    await go('Ändra telefon eller adress', /\/f\//)
    await fill('phone', '08-530 610 99')
    await press('Spara')
    await saved()
    assert.equal(here.site.read(centre), text.replace('610 00', '610 99'))
    await undo()
  })

  task('a notice', async () => {
    await go('Sätt upp ett meddelande', /del=notices/)
    const own = await page.locator('[name="notices.+.title.sv"]').getAttribute('id')
    await fill(own, 'Hissen är trasig')
    await fill(await page.locator('[name="notices.+.body.sv"]').getAttribute('id'), 'Ring oss.')
    await press('Spara')
    await saved()
    assert.match(here.site.read(centre), /meddelanden:\n {2}- rubrik: Hissen är trasig\n {4}text: Ring oss\.\n/)
    await undo()
  })

  task('an activity that is copied, and one that is moved once', async () => {
    await go('Ställ in eller flytta en aktivitet', /del=activities/)
    await go('Kopiera: Sångstund', /efter=0/)
    await fill('activities.+.day', 'fredag')
    await press('Spara')
    await saved()
    assert.match(here.site.read(centre), /id: sangstund, rubrik: Sångstund, dag: fredag|- id: sangstund\n {4}rubrik: Sångstund\n {4}dag: fredag/)
    await go('Flytta en gång: Sångstund', /moved/)
    await reach('activities.0.moved.+.date', 'id')
    await page.locator('[id="activities.0.moved.+.date"]').fill('2026-12-01')
    await page.locator('[id="activities.0.moved.+.to"]').fill('2026-12-02')
    await press('Spara')
    await saved()
    assert.match(here.site.read(centre), /flyttat: \[\{datum: 2026-12-01, till: 2026-12-02\}\]/)
    await undo()
    await undo()
    assert.equal(here.site.read(centre), text)
  })

  task('a news item with a link by its dialog', async () => {
    await go('Skriv en nyhet', /gor\/nyhet/)
    await go('Botkyrka kommun', /ny\/botkyrka\/news/)
    await fill('title', 'Nya tider')
    await fill('lead', 'Vi har nya tider.')
    await fill('body', 'Läs mer hos ')
    // The buttons stand before the text.
    for (let back = 0; back < 9; back++) {
      await page.keyboard.press('Shift+Tab')
      if (await page.evaluate(() => document.activeElement.textContent === 'Länk')) break
    }
    await page.keyboard.press('Enter')
    await page.locator('#lank[open]').waitFor()
    await choose('lank-sida', 'Om oss')
    await press('Lägg in länken')
    await page.waitForFunction(() => document.activeElement.id === 'body')
    await press('Spara')
    await saved()
    assert.match(here.site.read('content/botkyrka/news/2026-11-21-nya-tider.md'), /\nLäs mer hos \[Om oss\]\(\.\.\/pages\/om-oss\.md\)\n$/)
    await undo()
  })

  task('a picture', async () => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    await go('Om oss', /\/f\//)
    await go('Spara och lägg till en bild eller ett dokument', /\/fil/)
    await reach('bild', 'id')
    await page.locator(':focus').setInputFiles(fileURLToPath(new URL('../../content/_shared/images/sangstund.png', import.meta.url)))
    await fill('alt', 'Barn sjunger')
    await press('Lägg till bilden')
    await saved()
    assert.match(here.site.read(about), /!\[Barn sjunger\]\(\.\.\/images\/sangstund\.png\)\n$/)
    await undo()
    assert.equal(here.site.read(about), aboutText)
  })

  task('a translation', async () => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    await go('Om oss', /\/f\//)
    await press('Skapa översättning: English')
    await saved()
    await fill('title', 'About us')
    await press('Spara')
    await saved(/Sparat/)
    assert.match(here.site.read('content/botkyrka/pages/om-oss.en.md'), /^rubrik: "?About us"?$/m)
    await undo()
    await undo()
    assert.equal(existsSync(join(here.site.folder, 'content/botkyrka/pages/om-oss.en.md')), false)
  })

  task('a list of Excel', async () => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    await go('Hämta in aktiviteter: Familjecentralen i Fittja', /hamta/)
    await reach('fil', 'id')
    await page.locator(':focus').setInputFiles(beside('termin.xlsx'))
    await press('Visa vad som skulle skrivas')
    await page.getByRole('heading', {name: 'Kolumner som känns igen'}).waitFor()
    await press('Skriv')
    await saved()
    assert.match(here.site.read(centre), /Babymassage/)
    await undo()
    assert.equal(here.site.read(centre), text)
  })

  task('a new municipality and a new centre', async () => {
    await go('Lägg till en kommun', /ny-kommun/)
    await fill('name', 'Salem')
    await press('Lägg till')
    await saved()
    await go('Lägg till en familjecentral', /ny\/salem\/centre/)
    await fill('name', 'Familjecentralen i Salem')
    await reach('verksamhet-child_health', 'id')
    await page.keyboard.press('Space')
    await press('Lägg till')
    await saved()
    assert.match(here.site.read('content/salem/centres/salem.yaml'), /^verksamheter:\n {2}- typ: bvc$/m)
    await undo()
    await undo()
  })

  task('the accessibility statement', async () => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    await go('Tillgänglighetsredogörelse', /accessibility_statement/)
    await choose('accessibility_statement.status', 'Helt')
    await fill('accessibility_statement.feedback_url', 'https://www.botkyrka.example/synpunkt')
    await press('Spara')
    // What has to be filled in is said, and its links lead there.
    await page.getByRole('alert').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'fel')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.match(await page.evaluate(() => document.activeElement.id), /^accessibility_statement\./)
  })

  task('publishing', async () => {
    await go('Publicera', /publicera/)
    await press('Se vad som ändras: intern')
    await page.getByRole('heading', {name: 'Det här ändras för läsarna'}).waitFor()
    await press('Publicera nu')
    await page.getByRole('heading', {name: 'Klart'}).waitFor()
    assert.match(readFileSync(join(here.site.folder, 'visas/botkyrka/familjecentraler/fittja/index.html'), 'utf8'), /Familjecentralen i Fittja/)
  })
})
