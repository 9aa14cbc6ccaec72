// Where lines break on a narrow screen: long compounds at the joints of their parts, no word by letters; and that what marks the joints is on
// pages alone, and there only in what is read.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {serve} from './server.mjs'
import {chromium, flags} from './site.mjs'
import {made, opened, themes} from './sites.mjs'

const now = new Date('2026-11-24T10:20:00+01:00')
const kinds = ['', 'familjecentraler/', 'familjecentraler/bjorken/', 'familjecentraler/tallen/', 'familjecentraler/linden/', 'nyheter/', 'nyheter/2026-11-22-sprakcafe/', 'forsta-besoket/', 'tillganglighet/', 'kalender/', 'kontakt/', 'sok/', 'data/spec/', '404.html']

/// The lines of an element's text as they are shown.
function linesOf(element) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const lines = []
  while (texts.nextNode()) {
    const node = texts.currentNode
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = [...range.getClientRects()].at(-1)
      if (!box) continue
      const last = lines.at(-1)
      if (last && Math.abs(last.top - box.top) < box.height / 2) last.text += node.data[at]
      else lines.push({top: box.top, text: node.data[at]})
    }
  }
  return lines.map((line) => line.text.trim())
}

/// The words that stand on more than one line without a joint to break at. What is copied as it stands has none.
function torn(within = 'body') {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  while (texts.nextNode()) {
    const node = texts.currentNode
    const parent = node.parentElement
    if (!/\p{L}{6}/u.test(node.data) || !parent.closest(within) || parent.closest('svg, script, style, code, .hidden, option, bdi') || !parent.checkVisibility() || parent.getBoundingClientRect().width < 8) continue
    for (const word of node.data.matchAll(/[^\s\u00ad/–-]+/gu)) {
      if (/[@.:]\p{L}/u.test(word[0])) continue
      const top = (at) => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        // The hyphen that a line ends with belongs to the letter after it too.
        return [...range.getClientRects()].at(-1)?.top ?? 0
      }
      const tops = new Set([...word[0]].map((_, at) => Math.round(top(word.index + at) / 4)))
      if (tops.size > 1) found.push(word[0])
    }
  }
  return found
}

describe('lines of a narrow screen', () => {
  const site = made('full')
  let browser
  let server
  before(async () => {
    browser = await browsers.launch({executablePath: chromium(), args: flags})
    server = await serve(site.output)
  })
  after(async () => {
    await browser?.close()
    await server?.close()
    rmSync(site.folder, {recursive: true, force: true})
  })

  for (const lang of ['', 'ar/']) {
    test(`a tile of 320 px breaks barnmorskemottagning between its parts: ${lang || 'sv/'}`, async () => {
      const name = async (width) => {
        const page = await opened(browser, now, `${server.url}botkyrka/${lang}familjecentraler/bjorken/`, {width})
        const lines = await page.locator('.service-maternal_health .service-name').evaluate(linesOf)
        await page.context().close()
        return lines
      }
      assert.deepEqual(await name(320), ['Björkens', 'barnmorske\u00ad', 'mottagning'])
      assert.deepEqual(await name(1280), ['Björkens barnmorske\u00admottagning'])
    })
  }

  test('no word of any kind of page is broken by letters', async () => {
    const found = []
    let joints = 0
    for (const [id, , , theme] of themes) {
      for (const path of kinds) {
        const page = await opened(browser, now, `${server.url}${id}/${path}`, {width: 320, height: 640})
        const words = await page.evaluate(torn)
        found.push(...words.map((word) => `${theme} /${path}: ${word}`))
        joints += await page.evaluate(() => document.body.innerText.split('\u00ad').length - 1)
        await page.context().close()
      }
    }
    assert.deepEqual(found, [])
    assert.ok(joints > 300, `${joints} joints`)
    const seeded = await browser.newPage({viewport: {width: 320, height: 640}})
    await seeded.setContent('<p style="width:60px;overflow-wrap:break-word">barnmorskemottagning</p>')
    assert.deepEqual(await seeded.evaluate(torn), ['barnmorskemottagning'])
    await seeded.close()
  })

  test('a joint is found by nobody but readers', async () => {
    let pages = 0
    const broken = []
    const page = await browser.newPage()
    for (const entry of readdirSync(site.output, {recursive: true, withFileTypes: true})) {
      if (!entry.isFile() || /\.(webp|png|jpg|woff2|xlsx)$/.test(entry.name)) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      if (!entry.name.endsWith('.html')) {
        if (text.includes('\u00ad')) broken.push(entry.name)
        continue
      }
      if (!text.includes('\u00ad')) continue
      pages += 1
      if (pages % 9 !== 1) continue
      broken.push(...await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html')
        const bad = [...parsed.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter((one) => one.value.includes('\u00ad')).map((one) => `${element.tagName} ${one.name}`))
        return [...bad, ...[...parsed.querySelectorAll('title, script, style, bdi, code, option')].filter((one) => one.textContent.includes('\u00ad')).map((one) => one.tagName)]
      }, text))
    }
    await page.close()
    assert.ok(pages > 60, `${pages} pages`)
    assert.deepEqual(broken, [])
  })
})

describe('a name that is one long word, on a site of eight languages', () => {
  const eight = 'languages: [sv, en, fi, ar, so, uk, ti, fa]'
  const names = {haninge: ['Exempelkommunen', '0136', 'base'], botkyrka: ['Örnsköldsviks kommun', '0127', 'botkyrka'], tyreso: ['Kristianstadsbygden', '0138', 'tyreso']}
  const site = made('sparse', {
    'content/site.yaml': `titel: Familjecentraler\nbase_url: https://lanet.example\norganisation: Länet\nspråk: sv\n${eight}\n`,
    ...Object.fromEntries(Object.entries(names).map(([id, [name, code, theme]]) => [`content/${id}/municipality.yaml`,
      `namn: ${name}\nkod: "${code}"\ntema: ${theme}\n${eight}\nkontakt: {telefon: 08-123 456 00, url: "https://www.exempelkommunens-familjecentraler.example/kontakt"}\n`])),
  })
  let browser
  let server
  before(async () => {
    browser = await browsers.launch({executablePath: chromium(), args: flags})
    server = await serve(site.output)
  })
  after(async () => {
    await browser?.close()
    await server?.close()
    rmSync(site.folder, {recursive: true, force: true})
  })

  for (const id of Object.keys(names)) {
    test(`${names[id][0]}: in head and foot it is whole and lies under nothing, and the button of the languages can be seen`, async () => {
      for (const [width, scheme] of [[320, 'light'], [360, 'dark'], [1280, 'light']]) {
        const page = await opened(browser, now, `${server.url}${id}/`, {width, scheme})
        const faults = [...await page.evaluate(checks.sideways), ...await page.evaluate(torn, 'header.top, footer'), ...await violations(page)]
        const covered = await page.evaluate(() => {
          const range = document.createRange()
          range.selectNodeContents(document.querySelector('.brand-name'))
          const name = [...range.getClientRects()]
          const buttons = [...document.querySelectorAll('.bar-button, .bar-link')].map((one) => one.getBoundingClientRect()).filter((one) => one.width > 0)
          if (buttons.length === 0) return ['no button']
          return buttons.filter((one) => name.some((line) => line.left < one.right && line.right > one.left && line.top < one.bottom && line.bottom > one.top)).map((one) => one.left)
        })
        if (await page.locator('.langs a').count() !== 8) faults.push('not eight languages')
        await page.context().close()
        assert.deepEqual([faults, covered], [[], []], `at ${width}`)
      }
    })
  }
})
