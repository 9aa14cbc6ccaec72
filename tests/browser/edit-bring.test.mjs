// What comes from other programs, translations and colours in the editor: with a keyboard and without a script, on a telephone and a computer.
import {describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {violations} from './axe.mjs'
import {edited} from './editor.mjs'

const centre = 'content/botkyrka/centres/fittja.yaml'
const text = 'namn: Familjecentralen i Fittja\nstatus: öppen\nverksamheter:\n  - {typ: bvc, namn: Fittja BVC}\n  - typ: öppen förskola\nkontrollerad: 2026-10-01\n'
const about = 'content/botkyrka/pages/om-oss.md'
const page = '---\nrubrik: Om oss\ningress: Vi finns för alla som väntar barn eller har små barn.\n---\n\nHär är vi.\n\n## Hitta hit\n\nTa tåget till Fittja. Vi finns på torget, bredvid biblioteket.\n'
const municipality = 'namn: Botkyrka kommun\nkod: "0127"\nspråkversioner: [sv, en, ar]\nutseende:\n  färg: "#9d0f3f"\n'
const list = 'Program hösten 2026;;;;\nAktivitet;Dag;Tid;Startdatum;Ledare\nBabymassage;onsdagar;kl. 10–11;2026-12-02;Anna\nPappagrupp;mån och tors;13 till 15;3 december 2026;Olle\nRytmik;fredag;efter lunch;;Anna\n'
const beside = (name) => readFileSync(join(fileURLToPath(new URL('../import', import.meta.url)), name))
const csv = {name: 'program.csv', mimeType: 'text/csv', buffer: Buffer.from(list)}
const word = {name: 'sommar.docx', mimeType: 'application/octet-stream', buffer: beside('word.docx')}
const blog = {name: 'export.xml', mimeType: 'text/xml', buffer: beside('wordpress.xml')}

describe('the editor', () => {
  const here = edited({[centre]: text, [about]: page, 'content/botkyrka/municipality.yaml': municipality})
  const open = here.open
  const to = async (page, way) => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    await page.getByRole('link', {name: way}).first().click()
  }
  const look = async (page, file) => {
    await page.getByLabel(/^Fil/).setInputFiles(file)
    await page.getByRole('button', {name: 'Visa vad som skulle skrivas'}).click()
    await page.getByRole('button', {name: 'Skriv', exact: true}).waitFor()
  }
  const undo = async (page) => {
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
  }

  for (const javaScriptEnabled of [true, false]) {
    test(`brings a list in by two presses, ${javaScriptEnabled ? 'with' : 'without'} a script`, async () => {
      const {context, page} = await open({javaScriptEnabled})
      await to(page, /^Hämta in aktiviteter/)
      await look(page, csv)
      await page.getByText('Rad 5, kolumn C (Tid)').waitFor()
      assert.equal(here.site.read(centre), text)
      await page.getByRole('button', {name: 'Skriv', exact: true}).click()
      await page.getByRole('status').filter({hasText: 'Aktiviteterna är skrivna'}).waitFor()
      await page.getByRole('link', {name: 'Babymassage', exact: true}).waitFor()
      assert.match(here.site.read(centre), /rubrik: Pappagrupp/)
      await undo(page)
      assert.equal(here.site.read(centre), text)
      await context.close()
    })
  }

  test('says what stands in the way of a file, and has the focus there', async () => {
    const {context, page} = await open()
    await to(page, 'Hämta in nyheter')
    await page.getByLabel(/^Fil/).setInputFiles(csv)
    await page.getByRole('button', {name: 'Visa vad som skulle skrivas'}).click()
    await page.getByRole('alert').getByText('varken en text från Word').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'fel')
    assert.deepEqual(await violations(page), [])
    await context.close()
  })

  test('makes a translation, and shows the original beside it', async () => {
    const {context, page} = await open()
    await page.goto(here.at('/redigera/k/botkyrka'))
    await page.locator('.rows').getByRole('link', {name: 'Om oss', exact: true}).click()
    await page.getByRole('button', {name: /Skapa översättning.*العربية/}).click()
    await page.getByRole('status').filter({hasText: 'Översättningen är ett utkast'}).waitFor()
    const [beside, field] = [page.locator('.beside').last(), page.getByLabel('Text', {exact: true})]
    assert.match(await beside.textContent(), /Ta tåget till Fittja/)
    assert.equal(await field.getAttribute('dir'), 'rtl')
    const boxes = async () => [await beside.boundingBox(), await field.boundingBox()]
    let [one, other] = await boxes()
    assert.ok(one.x + one.width <= other.x, 'side by side')
    await page.setViewportSize({width: 360, height: 740})
    ;[one, other] = await boxes()
    assert.ok(one.y + one.height <= other.y, 'one above the other')
    await undo(page)
    await context.close()
  })

  test('shows the palette while a colour is chosen, and saves nothing', async () => {
    const {context, page} = await open()
    await page.goto(here.at('/redigera/k/botkyrka'))
    await page.locator('#kommunen ~ ul a').first().click()
    const palette = page.locator('#farger')
    await palette.locator('[fill="#9d0f3f"]').first().waitFor()
    await page.getByRole('textbox', {name: 'Färg', exact: true}).fill('#ffd54a')
    await palette.getByText('Ändrad från #ffd54a').first().waitFor()
    await page.getByLabel('Välj färg').fill('#0b5c52')
    await palette.locator('[fill="#0b5c52"]').first().waitFor()
    assert.equal(await page.getByRole('textbox', {name: 'Färg', exact: true}).inputValue(), '#0b5c52')
    await page.getByRole('textbox', {name: 'Färg', exact: true}).fill('gul')
    await palette.getByText('Det är ingen färg').waitFor()
    assert.deepEqual(await violations(page), [])
    assert.equal(here.site.read('content/botkyrka/municipality.yaml'), municipality)
    await context.close()
  })

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`every view is without fault and no wider than ${width}, ${colorScheme}`, async () => {
        const {context, page} = await open({colorScheme, viewport: {width, height: 800}})
        const seen = async (name) => {
          assert.deepEqual(await violations(page), [], name)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= width, `${name}: ${wide}`)
          if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, `bring-${name}-${width}-${colorScheme}.png`), fullPage: true})
        }
        await page.goto(here.at('/redigera/k/botkyrka'))
        await seen('municipality')
        for (const [name, way, file] of [['list', /^Hämta in aktiviteter/, csv], ['word', 'Hämta in nyheter', word], ['posts', 'Hämta in nyheter', blog]]) {
          await to(page, way)
          await seen(`${name}-form`)
          await look(page, file)
          await seen(name)
        }
        await page.goto(here.at('/redigera/k/botkyrka'))
        await page.locator('#kommunen ~ ul a').first().click()
        await page.locator('#farger svg').first().waitFor()
        await seen('colours')
        await page.getByRole('textbox', {name: 'Färg', exact: true}).fill('#ffd54a')
        await page.locator('#farger').getByText('Ändrad från #ffd54a').first().waitFor()
        await seen('colours-changed')
        await page.goto(here.at('/redigera/k/botkyrka'))
        await page.locator('.rows').getByRole('link', {name: 'Om oss', exact: true}).click()
        await seen('versions')
        await page.getByRole('button', {name: /Skapa översättning.*English/}).click()
        await page.locator('.beside').first().waitFor()
        await seen('translation')
        await undo(page)
        await context.close()
      })
    }
  }
})
