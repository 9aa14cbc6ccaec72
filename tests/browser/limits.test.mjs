// What a parent meets first, by measure: pages.md's limits, on a full site and a sparse one, in each theme, with the fonts of an Android phone.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {serve} from './server.mjs'
import {chromium, flags, pictures} from './site.mjs'
import {made, themes, opened} from './sites.mjs'

/// A Tuesday morning at twenty past ten in Sweden.
const now = new Date('2026-11-24T10:20:00+01:00')
const centre = {full: 'familjecentraler/bjorken/', sparse: 'familjecentraler/torget/'}
const kinds = ['', 'familjecentraler/', 'familjecentraler/bjorken/', 'familjecentraler/tallen/', 'familjecentraler/linden/', 'nyheter/',
  'nyheter/2026-11-22-sprakcafe/', 'forsta-besoket/', 'tillganglighet/', 'kalender/', '404.html', 'ar/', 'ar/familjecentraler/bjorken/', 'en/nyheter/2026-11-22-sprakcafe/']

describe('what a parent meets first', () => {
  const sites = {full: made('full'), sparse: made('sparse')}
  let browser
  let full
  let sparse
  before(async () => {
    mkdirSync(pictures, {recursive: true})
    for (const font of ['Roboto', 'Noto Serif']) {
      assert.match(execFileSync('fc-list', [font], {encoding: 'utf8'}), /./, `${font} is not installed; tests/run installs it`)
    }
    browser = await browsers.launch({executablePath: chromium(), args: flags})
    full = await serve(sites.full.output)
    sparse = await serve(sites.sparse.output)
  })
  after(async () => {
    await browser?.close()
    await full?.close()
    await sparse?.close()
    for (const site of Object.values(sites)) rmSync(site.folder, {recursive: true, force: true})
  })

  const open = (url, how) => opened(browser, now, url, how)
  const bottom = (page, selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().bottom)
  const height = (page) => page.evaluate(() => document.documentElement.scrollHeight)

  for (const [id, , , theme] of themes) {
    test(`${theme}: the first screen of a full centre says if it is open, whom to ring, where it is and what comes next`, async () => {
      const page = await open(`${full.url}${id}/${centre.full}`)
      assert.match(await page.locator('.state-now').first().innerText(), /^Öppet nu/)
      const lowest = {}
      for (const [what, selector] of Object.entries({state: '.states .state-now', call: 'a.act-call', way: 'a.act-way', where: '.centre-contact .facts li', next: '.week .happening-time'})) {
        lowest[what] = await bottom(page, selector)
      }
      await page.screenshot({path: join(pictures, `first-${theme}.png`)})
      await page.context().close()
      for (const [what, at] of Object.entries(lowest)) assert.ok(at <= 740, `${what} ends at ${at}: ${JSON.stringify(lowest)}`)
    })

    test(`${theme}: pages are no longer than they may be`, async () => {
      const found = {}
      for (const [what, url, most] of [['full', `${full.url}${id}/${centre.full}`, 3200], ['sparse', `${sparse.url}${id}/${centre.sparse}`, 1400], ['front', `${full.url}${id}/`, 4000]]) {
        const page = await open(url)
        found[what] = [await height(page), most]
        if (what === 'front') found.state = [await bottom(page, '.centre-row .state-now'), 740]
        found[`${what}: head`] = [await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height), 64]
        await page.context().close()
      }
      console.log(theme, JSON.stringify(found))
      for (const [what, [is, most]] of Object.entries(found)) assert.ok(is <= most, `${what}: ${is} > ${most}`)
    })

    test(`${theme}: the head takes a quarter of the screen at most, with letters of double size and at 400 %`, async () => {
      const page = await open(`${full.url}${id}/${centre.full}`, {width: 320, height: 256})
      const zoomed = await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height)
      await page.setViewportSize({width: 360, height: 740})
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
      const large = await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height)
      const faults = await page.evaluate(checks.sideways)
      const covered = await page.evaluate(() => {
        const range = document.createRange()
        range.selectNodeContents(document.querySelector('.brand-name'))
        const name = [...range.getClientRects()]
        const buttons = [...document.querySelectorAll('.bar-button, .bar-link')].map((one) => one.getBoundingClientRect()).filter((one) => one.width > 0)
        return buttons.filter((one) => name.some((line) => line.left < one.right && line.right > one.left && line.top < one.bottom - 4 && line.bottom > one.top + 4)).length
      })
      await page.context().close()
      assert.deepEqual(faults, [])
      assert.equal(covered, 0, 'the name lies under a button')
      assert.ok(zoomed <= 256 / 4, `${zoomed} of 256 px`)
      assert.ok(large <= 740 / 4, `${large} of 740 px`)
    })

    test(`${theme}: a centre is one sheet of paper`, async () => {
      const sheets = {}
      for (const lang of ['', 'ar/', 'fa/']) {
        const page = await open(`${full.url}${id}/${lang}${centre.full}`)
        const paper = await page.pdf({format: 'A4', preferCSSPageSize: true})
        await page.context().close()
        sheets[lang] = paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length
      }
      assert.deepEqual(sheets, {'': 1, 'ar/': 1, 'fa/': 1})
    })

    test(`${theme}: hours within an Arabic sentence and a table stand in their order`, async () => {
      for (const [path, ranges] of [['nyheter/2026-11-22-sprakcafe/', ['9–12', '13–15']], ['nyheter/2026-11-19-pa-arabiska/', ['13.30–15']]]) {
        const page = await open(`${full.url}${id}/ar/${path}`)
        const found = await page.locator('.news-page').evaluate((article, ranges) => ranges.map((range) => {
          const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
          while (texts.nextNode()) {
            const at = texts.currentNode.data.indexOf(range)
            if (at < 0) continue
            const left = [at, at + range.length - 1].map((place) => {
              const letter = document.createRange()
              letter.setStart(texts.currentNode, place)
              letter.setEnd(texts.currentNode, place + 1)
              return letter.getBoundingClientRect().left
            })
            return left[0] < left[1] ? range : `${range} is turned round`
          }
          return `${range} is not there`
        }), ranges)
        await page.context().close()
        assert.deepEqual(found, ranges)
      }
    })

    test(`${theme}: the menu and the languages open by their buttons without a script, and close with Escape`, async () => {
      const page = await open(`${full.url}${id}/${centre.full}`, {javaScriptEnabled: false})
      for (const [button, target] of [['.menu-button', '#menu'], ['.langs-button', '#languages']]) {
        assert.equal(await page.locator(target).isVisible(), false)
        await page.locator(button).click()
        assert.equal(await page.locator(target).isVisible(), true)
        await page.keyboard.press('Escape')
        assert.equal(await page.locator(target).isVisible(), false)
      }
      await page.context().close()
    })

    test(`${theme}: a warning makes no hole beside it, all look alike, and a button has its words within it`, async () => {
      const page = await open(`${full.url}${id}/${centre.full}`, {width: 1280, height: 900})
      const box = (selector) => page.locator(selector).first().evaluate((element) => {
        const {top, bottom, left, right} = element.getBoundingClientRect()
        return {top, bottom, left, right}
      })
      const [state, week, contact, photos] = await Promise.all(['section.states', '#veckan', '.centre-contact', '.centre-photos'].map(box))
      assert.ok(week.top - state.bottom <= 48, `${week.top - state.bottom} px below what holds now`)
      assert.ok(photos.top - contact.bottom <= 24, `${photos.top - contact.bottom} px below whom to ring`)
      const grounds = await page.locator('.centre-alerts .notice').evaluateAll((all) => all.map((one) => `${getComputedStyle(one).backgroundColor} ${getComputedStyle(one).color} ${getComputedStyle(one).borderRadius}`))
      assert.equal(grounds.length, 3)
      assert.equal(new Set(grounds).size, 1, JSON.stringify(grounds))
      await page.setViewportSize({width: 360, height: 740})
      const [button, number] = await Promise.all(['.act-call', '.act-call bdi'].map(box))
      assert.ok(button.right - number.right >= 8, `${button.right - number.right} px after the number`)
      // Swedish words on an Arabic page begin at its own edge, warnings that nobody has translated too.
      await page.goto(`${full.url}${id}/ar/${centre.full}`)
      const edges = await page.locator('.centre-alerts .brief :is(a, summary > span)').evaluateAll((all) => all.map((one) => {
        const range = document.createRange()
        range.selectNodeContents(one)
        // A line has a piece for each run: numbers amid Arabic are one of their own.
        const lines = Map.groupBy([...range.getClientRects()], (piece) => Math.round(piece.bottom / 8))
        return Math.round(Math.min(...[...lines.values()].map((pieces) => Math.max(...pieces.map((piece) => piece.right)))))
      }))
      assert.equal(edges.length, 3)
      assert.ok(Math.max(...edges) - Math.min(...edges) <= 2, JSON.stringify(edges))
      await page.context().close()
    })

    test(`${theme}: news stand as rows until there is room for three, and apart from each other`, async () => {
      const page = await open(`${full.url}${id}/`, {width: 768, height: 900})
      const rows = await page.locator('.news-grid > li').evaluateAll((all) => all.map((one) => `${one.getBoundingClientRect().left} ${one.getBoundingClientRect().width}`))
      assert.equal(rows.length, 3)
      assert.equal(new Set(rows).size, 1, JSON.stringify(rows))
      await page.goto(`${full.url}${id}/nyheter/`)
      for (const width of [360, 1280]) {
        await page.setViewportSize({width, height: 900})
        const gaps = await page.locator('.news-rows > li').evaluateAll((all) => {
          const inner = all.map((one) => [one.querySelector('.card-meta').getBoundingClientRect().top, one.querySelector('.card-lead, .card-source:last-child').getBoundingClientRect().bottom])
          return inner.slice(1).map(([top], at) => top - inner[at][1])
        })
        assert.ok(gaps.length >= 4 && gaps.every((gap) => gap >= 16), `at ${width}: ${gaps}`)
      }
      await page.context().close()
    })

    test(`${theme}: who reads no Swedish finds the languages, the weeks are one row, and the page for what is missing has room above its name`, async () => {
      const page = await open(`${full.url}${id}/kalender/`)
      const said = () => page.locator('.langs-button').evaluate((button) => [...button.querySelectorAll('span')].filter((span) => span.getBoundingClientRect().width > 2).map((span) => span.textContent).join(' '))
      assert.equal(await said(), 'Språk')
      const weeks = await page.locator('.agenda-weeks').evaluate((nav) => nav.getBoundingClientRect().height)
      assert.ok(weeks <= 72, `the weeks are ${weeks} high`)
      await page.setViewportSize({width: 412, height: 900})
      assert.equal(await said(), 'Language')
      assert.equal(await page.locator('.langs-button').innerText().then((text) => text.replace(/\s+/g, ' ')), 'Språk Language')
      await page.goto(`${full.url}${id}/404.html`)
      await page.setViewportSize({width: 1280, height: 900})
      const top = await page.locator('.brand-name').evaluate((name) => name.getBoundingClientRect().top)
      assert.ok(top >= 8, `${top} px`)
      await page.context().close()
    })

    for (const scheme of ['light', 'dark']) {
      test(`${theme}, ${scheme}: each kind of page is sound at 360 and 1280`, async () => {
        const faults = []
        for (const path of kinds) {
          const page = await open(`${full.url}${id}/${path}`, {scheme})
          for (const width of [360, 1280]) {
            await page.setViewportSize({width, height: 800})
            const at = (found) => found.map((fault) => `${path} at ${width}: ${fault}`)
            faults.push(...at(await page.evaluate(checks.sideways)), ...at(await page.evaluate(checks.cut)), ...at(await violations(page)))
          }
          if (path === kinds[2]) await page.screenshot({path: join(pictures, `centre-${theme}-${scheme}.png`), fullPage: true})
          await page.context().close()
        }
        assert.deepEqual(faults, [])
      })
    }
  }

  test('a centre is 60 kB at most with all but pictures, and its first screen 14 kB', async () => {
    const page = await browser.newPage()
    const sizes = []
    page.on('response', async (response) => {
      if (/\.(html|css|js)$|\/$/.test(new URL(response.url()).pathname)) sizes.push([response.url(), response.body()])
    })
    await page.goto(`${full.url}haninge/${centre.full}`, {waitUntil: 'networkidle'})
    const packed = await Promise.all(sizes.map(async ([url, body]) => [url.replace(full.url, ''), gzipSync(await body).length]))
    await page.close()
    console.log(JSON.stringify(packed))
    const sum = (some) => some.reduce((all, [, size]) => all + size, 0)
    assert.ok(packed.length >= 3 && sum(packed) <= 60_000, `${sum(packed)} bytes`)
    // What is shown at first: the page as far as to what it has to offer, and the style. What is for paper alone holds nobody up.
    const whole = await (await fetch(`${full.url}haninge/${centre.full}`)).text()
    assert.match(whole, /<link rel="stylesheet" href="[^"]*print\.\w+\.css" media="print">/)
    const begun = whole.slice(0, whole.indexOf('id="verksamheter"'))
    assert.ok(begun.length > 1000)
    const first = gzipSync(begun).length + sum(packed.filter(([url]) => /site\.\w+\.css$/.test(url)))
    console.log(`first screen: ${first} bytes`)
    assert.ok(first <= 14 * 1024, `${first} bytes`)
  })
})
