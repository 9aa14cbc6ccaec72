// What holds of every kind of page of a full site and a sparse one: its HTML is right, nothing moves while it loads, its parts stand where they
// stood, nothing leaves for another host; and the map, films and the page for what is missing.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {HtmlValidate} from 'html-validate'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {serve} from './server.mjs'
import {chromium, flags, pictures} from './site.mjs'
import {made, themes, opened} from './sites.mjs'

const now = new Date('2026-11-24T10:20:00+01:00')
const kinds = {
  front: '', centres: 'familjecentraler/', centre: 'familjecentraler/bjorken/', planned: 'familjecentraler/tallen/', closed: 'familjecentraler/linden/',
  poster: 'affisch/bjorken.html', list: 'nyheter/', news: 'nyheter/2026-11-22-sprakcafe/', film: 'nyheter/2026-10-02-babymassage/', page: 'forsta-besoket/',
  statement: 'tillganglighet/', agenda: 'kalender/', contact: 'kontakt/', missing: '404.html',
}
const languages = {sv: '', ar: 'ar/'}
const shapes = fileURLToPath(new URL('shapes.json', import.meta.url))

/// The rules of HTML; what is a matter of taste is left out.
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Tera writes what it is given; lines may end in blanks, and a policy is long.
    'no-trailing-whitespace': 'off', 'long-title': 'off', 'doctype-style': 'off', 'void-style': 'off', 'attr-quotes': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off',
    // A number says how it is rung; the page says where.
    // What is chosen in the agenda is shown at once, and without a script all is; a list without bullets is none to VoiceOver unless it says so.
    'wcag/h32': 'off', 'no-redundant-role': 'off',
    'tel-non-breaking': 'off', 'prefer-native-element': 'off', 'no-raw-characters': 'off', 'no-implicit-button-type': 'error', 'no-inline-style': 'error',
  },
})

/// The parts of a page: which they are, in which twelfth of the page they begin, and how many they take.
function parts() {
  const twelfth = (pixels) => Math.round((pixels / document.documentElement.clientWidth) * 12)
  const all = [...document.querySelectorAll('header, main h1, main h2, main section, main figure, main form, main nav, footer')]
  return all.filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 1).map((element) => {
    const at = element.getBoundingClientRect()
    const start = document.documentElement.dir === 'rtl' ? document.documentElement.clientWidth - at.right : at.left
    return `${element.tagName.toLowerCase()}${element.classList[0] ? `.${element.classList[0]}` : ''} ${twelfth(start)} ${twelfth(at.width)}`
  })
}

/// Are two such parts the same? A twelfth more or less is the letters' doing.
function alike(one, other) {
  const [name, start, width] = one.split(' ')
  const [other_, otherStart, otherWidth] = other.split(' ')
  return name === other_ && Math.abs(start - otherStart) <= 1 && (/^h[12]/.test(name) || Math.abs(width - otherWidth) <= 1)
}

describe('every kind of page', () => {
  const sites = {full: made('full'), sparse: made('sparse')}
  let browser
  let full
  before(async () => {
    browser = await browsers.launch({executablePath: chromium(), args: flags})
    full = await serve(sites.full.output)
  })
  after(async () => {
    await browser?.close()
    await full?.close()
    for (const site of Object.values(sites)) rmSync(site.folder, {recursive: true, force: true})
  })
  const open = (url, how) => opened(browser, now, url, how)

  test('its HTML is right', async () => {
    const faults = []
    let pages = 0
    for (const [name, site] of Object.entries(sites)) {
      for (const [id] of themes) {
        for (const path of Object.values(kinds)) {
          for (const lang of [...Object.values(languages), 'fa/']) {
            const file = join(site.output, id, lang, path.endsWith('.html') ? path : `${path}index.html`)
            if (!existsSync(file)) continue
            pages += 1
            const report = await validator.validateString(readFileSync(file, 'utf8'), file)
            for (const result of report.results) {
              for (const {ruleId, message, line} of result.messages) faults.push(`${name}/${id}/${lang}${path}:${line} ${ruleId}: ${message}`)
            }
          }
        }
      }
      const report = await validator.validateString(readFileSync(join(site.output, 'index.html'), 'utf8'))
      for (const result of report.results) for (const {ruleId, message} of result.messages) faults.push(`${name}/index.html ${ruleId}: ${message}`)
    }
    assert.ok(pages > 120, `${pages} pages`)
    const seeded = await validator.validateString('<!doctype html><html lang="sv"><head><title>a</title></head><body><p style="color:red"><div id="a"></div></p><img id="a"></body></html>')
    assert.ok(seeded.errorCount >= 4, 'what is wrong is not found')
    assert.deepEqual([...new Set(faults)].slice(0, 40), [])
  })

  /// What moves on the pages of these kinds while they load from there.
  const movements = async (from, some) => {
    const moved = []
    for (const [id] of themes) {
      for (const [kind, path] of some) {
        for (const width of [360, 1280]) {
          const page = await open('about:blank', {width})
          await page.addInitScript(() => {
            globalThis.shifts = 0
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) globalThis.shifts += entry.value }))
              .observe({type: 'layout-shift', buffered: true})
          })
          await page.goto(`${from.url}${id}/${path}`, {waitUntil: 'load'})
          await page.waitForTimeout(150)
          const shifts = await page.evaluate(() => globalThis.shifts)
          // A poster is for paper: there its letters may come a moment later.
          if (shifts > (kind === 'poster' ? 0.01 : 0)) moved.push(`${id} ${kind} at ${width}: ${shifts}`)
          await page.context().close()
        }
      }
    }
    return moved
  }

  test('nothing moves while it loads', async () => assert.deepEqual(await movements(full, Object.entries(kinds)), []))

  test('nothing moves when it comes part by part', async () => {
    const slow = await serve(sites.full.output, '/', {inPieces: true})
    const some = Object.entries(kinds).filter(([kind]) => ['front', 'centre', 'missing'].includes(kind))
    try {
      assert.deepEqual(await movements(slow, some), [])
    } finally {
      await slow.close()
    }
  })

  test('its parts stand where they stood (SHAPES=overwrite writes them anew)', async () => {
    const found = {}
    for (const [id, , , theme] of themes) {
      for (const [kind, path] of Object.entries(kinds)) {
        for (const [lang, folder] of Object.entries(languages)) {
          // This one has nobody translated.
          if (lang === 'ar' && kind === 'film') continue
          for (const width of [360, 1280]) {
            const scheme = width === 360 ? 'dark' : 'light'
            const page = await open(`${full.url}${id}/${folder}${path}`, {width, scheme})
            found[`${theme} ${kind} ${lang} ${width} ${scheme}`] = await page.evaluate(parts)
            await page.context().close()
          }
        }
      }
    }
    if (process.env.SHAPES === 'overwrite') writeFileSync(shapes, `${JSON.stringify(found, null, 0).replaceAll('],"', '],\n"')}\n`)
    const known = JSON.parse(readFileSync(shapes, 'utf8'))
    assert.deepEqual(Object.keys(found), Object.keys(known))
    const broken = []
    for (const [name, parts] of Object.entries(found)) {
      assert.ok(parts.length >= 3, `${name} has ${parts.length} parts`)
      const same = parts.length === known[name].length && parts.every((part, at) => alike(part, known[name][at]))
      if (!same) broken.push({name, is: parts.filter((part, at) => !known[name][at] || !alike(part, known[name][at])), was: known[name].filter((part, at) => !parts[at] || !alike(parts[at], part))})
    }
    assert.deepEqual(broken, [])
  })

  test('how heavy it is', async () => {
    const heavy = {}
    for (const [id, , , theme] of themes) {
      for (const [kind, path] of Object.entries(kinds)) {
        const context = await browser.newContext()
        const page = await context.newPage()
        const sizes = []
        page.on('response', (response) => sizes.push(response.body().then((body) => [new URL(response.url()).pathname, gzipSync(body).length]).catch(() => ['', 0])))
        await page.goto(`${full.url}${id}/${path}`, {waitUntil: 'networkidle'})
        const all = await Promise.all(sizes)
        await context.close()
        const most = all.filter(([name]) => !/\.(webp|png|jpg)$/.test(name)).reduce((sum, [, size]) => sum + size, 0)
        heavy[`${theme} ${kind}`] = most
      }
    }
    console.log(JSON.stringify(heavy))
    for (const [name, size] of Object.entries(heavy)) assert.ok(size > 1_000 && size <= 60_000, `${name}: ${size} bytes but pictures`)
  })

  test('letters have the sizes and weights of the scale', async () => {
    const scale = {360: [16, 18, 22, 27, 33], 1280: [16, 18, 23, 28, 36, 45]}
    const odd = new Set()
    for (const [id, , , theme] of themes) {
      for (const [kind, path] of Object.entries(kinds)) {
        if (kind === 'poster') continue // It is a sheet of paper.
        for (const width of [360, 1280]) {
          const page = await open(`${full.url}${id}/${path}`, {width})
          const found = await page.evaluate(() => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
            const all = new Set()
            while (texts.nextNode()) {
              const parent = texts.currentNode.parentElement
              if (!texts.currentNode.data.trim() || parent.closest('svg, script, .hidden, sup, bdi.mail') || !parent.checkVisibility()) continue
              const {fontSize, fontWeight} = getComputedStyle(parent)
              all.add(`${parseFloat(fontSize)} ${fontWeight} ${parent.tagName.toLowerCase()}.${parent.className}`)
            }
            return [...all]
          })
          for (const one of found) {
            const [size, weight, where] = one.split(' ')
            const known = scale[width].some((step) => Math.abs(step - size) <= 0.51)
            if (!known || !['400', '600', '700', '800'].includes(weight)) odd.add(`${theme} ${kind} ${width}: ${size} px, ${weight}, ${where}`)
          }
          await page.context().close()
        }
      }
    }
    assert.deepEqual([...odd].slice(0, 30), [])
  })

  describe('the map', () => {
    for (const path of ['', ...themes.map(([id]) => `${id}/`), 'tyreso/ar/']) {
      for (const width of [320, 1280]) {
        test(`/${path} at ${width}: each mark is a link that a thumb can meet`, async () => {
          const page = await open(full.url + path, {width, scheme: width === 320 ? 'dark' : 'light'})
          const marks = await page.locator('.map .map-point').evaluateAll((all) => all.map((link) => {
            const at = link.querySelector('.map-reach').getBoundingClientRect()
            return {name: link.querySelector('title').textContent, href: link.getAttribute('href'), x: at.x + at.width / 2, y: at.y + at.height / 2, wide: at.width}
          }))
          assert.equal(marks.length, path === '' ? 9 : 3)
          for (const [index, mark] of marks.entries()) {
            assert.ok(mark.name.length > 3 && mark.wide >= 24, JSON.stringify(mark))
            for (const other of marks.slice(index + 1)) {
              assert.ok(Math.hypot(mark.x - other.x, mark.y - other.y) + 4 >= (mark.wide + other.wide) / 2, JSON.stringify([mark, other]))
            }
            const answer = await fetch(new URL(mark.href, full.url + path))
            assert.equal(answer.status, 200, mark.href)
          }
          if (path !== '') assert.ok(marks.some((mark) => mark.wide >= 43.5), JSON.stringify(marks))
          // The list says the same.
          const listed = await page.locator('main a:not(.map a)').evaluateAll((all) => all.map((link) => new URL(link.href).pathname))
          for (const mark of marks) assert.ok(listed.includes(new URL(mark.href, full.url + path).pathname), mark.href)
          const html = await page.content()
          assert.ok(!/hemligt-nummer|"namn"/.test(html))
          assert.deepEqual(await page.evaluate(checks.sideways), [])
          assert.deepEqual(await violations(page), [])
          await page.locator('.map').screenshot({path: join(pictures, `map-${path.replaceAll('/', '-') || 'region-'}${width}.png`)})
          await page.context().close()
        })
      }
    }

    test('a mark is reached and opened by the keyboard, and says so', async () => {
      const page = await open(`${full.url}tyreso/`)
      await page.locator('.map .map-point').first().focus()
      await page.keyboard.press('Tab')
      const link = page.locator('.map .map-point:focus')
      const reach = link.locator('.map-reach')
      assert.notEqual(await reach.evaluate((circle) => getComputedStyle(circle).stroke), 'none')
      const href = await link.getAttribute('href')
      await page.keyboard.press('Enter')
      await page.waitForURL(new URL(href, `${full.url}tyreso/`).href)
      await page.context().close()
    })

    test('in forced colours and on paper it has lines', async () => {
      const page = await open(`${full.url}tyreso/`, {forcedColors: 'active'})
      const stroke = await page.locator('.map-land').evaluate((path) => getComputedStyle(path).stroke)
      assert.match(stroke, /^rgb\(/)
      await page.emulateMedia({media: 'print', forcedColors: 'none'})
      assert.ok(await page.locator('.map svg').isVisible())
      await page.context().close()
    })
  })

  test('a film is a card, and nobody else hears of it before it is chosen', async () => {
    const page = await browser.newPage()
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${full.url}haninge/${kinds.film}`, {waitUntil: 'networkidle'})
    const card = page.locator('main .video a')
    assert.equal(await card.count(), 2)
    assert.match(await card.first().innerText(), /Så går massagen till\s+Öppnas på youtube\.com/)
    assert.equal(await card.first().getAttribute('href'), 'https://www.youtube.com/watch?v=abc_def-1&t=5')
    assert.ok((await card.first().boundingBox()).height >= 44)
    await card.first().hover()
    await page.waitForTimeout(200)
    await page.locator('main').screenshot({path: join(pictures, 'film.png')})
    await page.close()
    assert.ok(asked.length > 1)
    assert.deepEqual(asked.filter((url) => !url.startsWith(full.origin)), [])
  })

  test('the page for what is missing has its style at any depth, and lets no other pass', async () => {
    for (const [id] of themes) {
      const page = await browser.newPage()
      const refused = []
      page.on('console', (message) => { if (message.type() === 'error' && !/404/.test(message.text())) refused.push(message.text()) })
      await page.goto(`${full.url}${id}/a/b/c/finns-inte`)
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
      assert.match(policy, /style-src 'sha256-[A-Za-z0-9+/]{43}=';/)
      assert.ok(!policy.includes('unsafe'))
      assert.notEqual(await page.locator('.top').evaluate((top) => getComputedStyle(top).display), 'inline')
      assert.equal(await page.locator('a.button').evaluate((button) => getComputedStyle(button).textDecorationLine), 'none')
      assert.deepEqual(refused, [])
      await page.evaluate(() => { const style = document.createElement('style'); style.textContent = 'h1{color:rgb(1,2,3)!important}'; document.head.append(style) })
      assert.notEqual(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color), 'rgb(1, 2, 3)')
      await page.close()
    }
  })
})
