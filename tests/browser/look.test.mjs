// Five municipalities in their own colours on the plain theme: each pair that meets has contrast as a browser sees it, and the logo keeps its room.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {serve} from './server.mjs'
import {binary, chromium, flags, pictures} from './site.mjs'
import {day, made} from './sites.mjs'

/// A municipality for each colour: one that is too light for text, one that is nearly none, one that is too dark for a dark screen, none, and one that is too loud.
const colours = [['nacka', 'Nacka', '0182', '#ffd500', 'rundad', 3], ['solna', 'Solna', '0184', '#c9dcf0', 'antikva', 1], ['sigtuna', 'Sigtuna', '0191', '#5a0010', 'antikva', 6],
  ['salem', 'Salem', '0128', '#808080', 'linjär', 2], ['vaxholm', 'Vaxholm', '0187', '#39ff14', 'rundad', 0.5]]

const logo = (colour, wide) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${60 * wide} 60"><rect width="${60 * wide}" height="60" rx="8" fill="${colour}"/><circle cx="${30 * wide}" cy="30" r="18" fill="#fff"/><script>alert(1)</script></svg>`
const kinds = ['', 'familjecentraler/', 'familjecentraler/bjorken/', 'nyheter/2026-11-22-sprakcafe/', 'kalender/', '404.html', 'ar/familjecentraler/bjorken/']

describe('a municipality in its own colour', () => {
  const site = made('full')
  for (const [id, name, code, colour, font, wide] of colours) {
    const folder = join(site.folder, 'content', id)
    cpSync(join(site.folder, 'content', 'haninge'), folder, {recursive: true})
    const file = join(folder, 'municipality.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Haninge', name).replace('0136', code))
    appendFileSync(file, `utseende:\n  färg: "${colour}"\n  logotyp: images/logotyp.svg\n  typsnitt: ${font}\n  bild: {fil: images/huset.png, alt: Ett gult hus.}\n`)
    writeFileSync(join(folder, 'images', 'logotyp.svg'), logo(colour, wide))
  }
  let browser
  let server
  before(async () => {
    mkdirSync(pictures, {recursive: true})
    execFileSync(binary(), ['build', '--source', site.folder, '--now', day, '--quiet'], {stdio: ['ignore', 'inherit', 'inherit']})
    browser = await browsers.launch({executablePath: chromium(), args: flags})
    server = await serve(site.output)
  })
  after(async () => {
    await browser?.close()
    await server?.close()
    rmSync(site.folder, {recursive: true, force: true})
  })

  for (const [id, , , colour] of colours) {
    for (const scheme of ['light', 'dark']) {
      test(`${colour}, ${scheme}: each kind of page is sound at 360 and 1280, and its head has room for the logo`, async () => {
        const faults = []
        for (const path of kinds) {
          const context = await browser.newContext({locale: 'sv-SE', colorScheme: scheme, reducedMotion: 'reduce', viewport: {width: 360, height: 740}})
          const page = await context.newPage()
          page.on('console', (message) => message.type() === 'error' && faults.push(`${path}: ${message.text()}`))
          await page.clock.setFixedTime(new Date('2026-11-24T10:20:00+01:00'))
          await page.goto(`${server.url}${id}/${path}`, {waitUntil: 'load'})
          for (const width of [360, 1280]) {
            await page.setViewportSize({width, height: 800})
            const at = (found) => found.map((fault) => `${path} at ${width}: ${fault}`)
            faults.push(...at(await page.evaluate(checks.sideways)), ...at(await page.evaluate(checks.cut)), ...at(await violations(page)))
            const kind = {'': 'front', 'familjecentraler/bjorken/': 'centre'}[path]
            if (kind) await page.screenshot({path: join(pictures, `look-${id}-${kind}-${width}-${scheme}.png`)})
            const [bar, mark] = await page.evaluate(() => ['.bar, .top-row', '.top .logo'].map((one) => document.querySelector(one)?.getBoundingClientRect().height))
            if (path !== '404.html' && (width < 960 && bar > 64 || !(mark > 20 && mark <= 56))) faults.push(`${path} at ${width}: the head is ${bar} high, the logo ${mark}`)
          }
          await context.close()
        }
        assert.deepEqual(faults, [])
      })
    }
  }
})
