// The search in a real browser: what is found first, with the keyboard, without script, with a hostile query.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import {sideways} from './checks.mjs'
import {project} from './project.mjs'
import {abroad, files, many, queries} from './search-site.mjs'
import {serve} from './server.mjs'
import {binary, build, chromium, flags, pictures} from './site.mjs'
import {made} from './sites.mjs'

const now = '2026-11-21'

// Numbers by chance, the same each time.
let seed = 11
const below = (most) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * most)
}

describe('the search', () => {
  const suite = {}
  before(async () => {
    suite.site = project({...files, ...many(500, 'content/tyreso')})
    execFileSync(binary(), ['build', '--source', suite.site.folder, '--now', now, '--quiet'], {stdio: 'ignore'})
    suite.public = join(suite.site.folder, 'public')
    suite.server = await serve(suite.public)
    suite.built = build()
    suite.own = await serve(suite.built)
    suite.browser = await browsers.launch({executablePath: chromium(), args: flags})
  })
  after(async () => {
    await suite.browser?.close()
    await suite.server?.close()
    await suite.own?.close()
    suite.site?.remove()
  })
  const open = async (path = 'botkyrka/sok/', {server = suite.server, ...options} = {}) => {
    const context = await suite.browser.newContext({locale: 'sv-SE', ...options})
    const page = await context.newPage()
    page.faults = []
    page.on('pageerror', (error) => page.faults.push(error.message))
    page.asked = []
    page.on('request', (request) => page.asked.push(new URL(request.url()).pathname))
    await page.goto(server.url + path)
    return page
  }
  // Types, and waits until this and no other query is answered.
  const ask = async (page, query) => {
    await page.evaluate(() => { document.querySelector('.search-results').replaceChildren() })
    await page.fill('#q-page', query)
    await page.waitForFunction(() => document.querySelector('.search-results').hasChildNodes() || document.querySelector('.search-results').hidden)
  }
  const rows = (page) => page.$$eval('.search-results li', (all) => all.map((row) => row.innerText.split('\n').filter((line) => line.trim()).join(' | ')))

  describe('what it finds, shows and says', {concurrency: 4}, () => {
    test(`what each of ${queries.length} queries looks for is among the first three`, async () => {
      assert.ok(queries.length >= 150)
      const page = await open()
      const missed = []
      for (const [query, wanted] of queries) {
        await ask(page, query)
        const found = await rows(page)
        if (!found.slice(0, 3).some((row) => wanted.test(row.split(' | ').slice(0, 2).join(' | ')))) missed.push([query, ...found.slice(0, 3)])
      }
      assert.deepEqual(missed, [])
      // Four letters that happen to stand within another word are not found there.
      await ask(page, 'amma')
      assert.ok((await rows(page)).every((row) => !/tillsammans/.test(row)))
      assert.deepEqual(page.faults, [])
    })

    const own = [
      ['bvc tullinge', /Tullinge BVC/], ['bvc tulinge', /Tullinge BVC/], ['barnmorska fittja', /Fittja/], ['oppna forskolan', /förskola/], ['förskola', /förskola/], ['vad är en familjecentral', /familjecentral/],
      ['ordlista', /Ordlista/], ['väntar barn', /väntar barn|barnmorska/i], ['fitja', /Fittja/], ['barnhälsovården', /Barnhälsovården|BVC/], ['tillgänglighet', /Tillgänglighet/], ['pandemi', /pandemi/i],
    ]
    test("the project's own site is searched too, and the region's finds municipalities and centres", async () => {
      const page = await open('botkyrka/sok/', {server: suite.own})
      for (const [query, wanted] of own) {
        await ask(page, query)
        const found = await rows(page)
        assert.ok(found.slice(0, 3).some((row) => wanted.test(row)), `${query}: ${found.slice(0, 3).join('\n')}`)
      }
      const region = await open('sok/', {server: suite.own})
      for (const [query, wanted] of [['tyresö', /Tyresö/], ['fittja', /Fittja/], ['bvc tullinge', /Tullinge BVC/], ['sodertalje', /Södertälje/], ['ordlista', /Ordlista/]]) {
        await ask(region, query)
        const found = await rows(region)
        assert.ok(found.slice(0, 3).some((row) => wanted.test(row)), `${query}: ${found.slice(0, 3).join('\n')}`)
      }
      for (const href of await region.$$eval('.search-results h3 a', (links) => links.map((link) => link.href))) assert.ok((await fetch(href)).ok, href)
      // Who finds nothing is given each centre that has a phone.
      const page2 = await open('botkyrka/sok/', {server: suite.own})
      await ask(page2, 'xyzzyq')
      const {entries} = JSON.parse(readFileSync(join(suite.built, 'botkyrka/sok/ord.json'), 'utf8'))
      const phones = entries.filter((entry) => entry.k === 0 && entry.h && !entry.s).length
      assert.equal(await page2.locator('.search-results a[href^="tel:"]').count(), phones)
      const english = await open('botkyrka/en/sok/', {server: suite.own})
      await ask(english, 'midwife tullinge')
      assert.match((await rows(english))[0], /Tullinge Midwife Clinic/)
    })

    test('on the full site it answers in each of its languages', async () => {
      const languages = Object.keys(abroad)
      assert.ok(languages.length === 7 && Object.values(abroad).every((queries) => queries.length >= 5))
      const {folder, output} = made('full', {'content/haninge/municipality.yaml': `namn: Haninge kommun\nkod: "0136"\nlanguages: [sv, ${languages.join(', ')}]\n`})
      const server = await serve(output)
      try {
        const missed = []
        for (const lang of languages) {
          const page = await open(`haninge/${lang}/sok/`, {server})
          for (const [query, wanted] of abroad[lang]) {
            await ask(page, query)
            const found = await rows(page)
            if (!found.slice(0, 3).some((row) => wanted.test(row.split(' | ').slice(0, 2).join(' | ')))) missed.push([lang, query, ...found.slice(0, 3)])
          }
          assert.deepEqual(page.faults, [], lang)
          await page.context().close()
        }
        assert.deepEqual(missed, [])
      } finally {
        await server.close()
        rmSync(folder, {recursive: true, force: true})
      }
    })

    test('who types "bvc tullinge" on a phone has the number to ring in one tap', async () => {
      const page = await open('botkyrka/sok/?q=bvc+tulinge', {viewport: {width: 360, height: 740}, hasTouch: true})
      const call = page.locator('.search-results li a[href^="tel:"]').first()
      await call.waitFor()
      assert.equal(await call.getAttribute('href'), 'tel:+4681234522')
      const box = await call.boundingBox()
      assert.ok(box.y + box.height < 740 && box.height >= 44, JSON.stringify(box))
      assert.deepEqual(await page.evaluate(sideways), [])
    })

    test('nothing is fetched before the field is used, and texts only when something is found', async () => {
      const page = await open()
      const json = () => page.asked.filter((path) => path.endsWith('.json')).map((path) => path.split('/').at(-1).replace(/\d+/, 'N'))
      await page.waitForLoadState('networkidle')
      assert.deepEqual(json(), [])
      await page.focus('#q-page')
      await page.waitForLoadState('networkidle')
      assert.deepEqual(json(), ['ord.json'])
      await ask(page, 'xyzzyq')
      assert.deepEqual(json(), ['ord.json'])
      await ask(page, 'rotavirus')
      await page.locator('.search-results li p mark').first().waitFor()
      assert.deepEqual(json(), ['ord.json', 'text-N.json'])
      const front = await open('botkyrka/')
      assert.deepEqual(front.asked.filter((path) => /search|\.json/.test(path)), [])
    })

    test('what was found is marked in a sentence, the number is said when typing has stopped, and the query is in the address', async () => {
      const page = await open()
      await page.locator('#q-page').pressSequentially('bröstpump', {delay: 20})
      await page.locator('.search-results mark').first().waitFor()
      assert.match(await page.locator('.search-results li p mark').first().textContent(), /[Bb]röstpump/)
      assert.notEqual(await page.textContent('.search-count'), '1 träff')
      await page.waitForFunction(() => /träff/.test(document.querySelector('.search-count').textContent))
      assert.equal(decodeURIComponent(new URL(page.url()).search), '?q=bröstpump')
      await page.reload()
      await page.locator('.search-results li').first().waitFor()
      assert.equal(await page.inputValue('#q-page'), 'bröstpump')
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ''])
    })

    test('arrows go through what was found, Escape back to the field, Enter to the first', async () => {
      const page = await open()
      await ask(page, 'bvc')
      const active = () => page.evaluate(() => document.activeElement.id || [...document.querySelectorAll('.search-results h3 a')].indexOf(document.activeElement))
      await page.focus('#q-page')
      await page.keyboard.press('ArrowDown')
      assert.equal(await active(), 0)
      await page.keyboard.press('ArrowDown')
      assert.equal(await active(), 1)
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      assert.equal(await active(), 'q-page')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement.closest('.search-results'))
      assert.equal(await active(), 0)
      await page.keyboard.press('Escape')
      assert.equal(await active(), 'q-page')
      assert.equal(await page.inputValue('#q-page'), 'bvc')
      await page.keyboard.press('Escape')
      assert.equal(await page.inputValue('#q-page'), '')
      assert.ok(await page.isVisible('.search-all'))
    })

    test('nothing found says whom to ring and where the week is; too much comes twenty at a time; too little says so', async () => {
      const page = await open()
      await ask(page, 'xyzzyq')
      assert.match(await page.textContent('.search-results'), /Inget hittades/)
      assert.equal(await page.locator('.search-results a[href^="tel:"]').count(), 3)
      assert.equal(await page.locator('.search-results a[href$="kalender/"]').count(), 1)
      await ask(page, 'bröstpump rotavirus')
      assert.match(await page.textContent('.search-most'), /alla orden/)
      const large = await open('tyreso/sok/')
      await ask(large, 'nummer')
      assert.equal(await large.locator('.search-results li').count(), 20)
      await large.click('.search-results button')
      assert.equal(await large.locator('.search-results li').count(), 40)
      assert.ok(await large.evaluate(() => document.activeElement.matches('.search-results h3 a')))
    })

    test('without script the form leads to a list of all from A to Z, whose links are there', async () => {
      const page = await open('botkyrka/', {javaScriptEnabled: false})
      await page.fill('#q-page', 'amning')
      await page.click('.search-form button')
      assert.match(page.url(), /botkyrka\/sok\/\?q=amning$/)
      const links = await page.$$eval('.search-letters a', (links) => links.map((link) => [link.textContent.replaceAll('\u00ad', ''), link.href]))
      for (const name of ['Amning', 'Babymassage, Familjecentralen i Fittja', 'Familjecentralen i Tullinge, Kvällsvägen 1, Tullinge', 'Öppen förskola, Familjecentralen i Hallunda']) {
        assert.ok(links.some(([text]) => text === name), name)
      }
      for (const [text, href] of links) assert.ok((await fetch(href)).ok, text)
      assert.match(await page.textContent('.letters'), /A.*B.*Ö$/s)
      assert.match(await page.getAttribute('link[rel=canonical]', 'href'), /botkyrka\/sok\/$/)
    })

    test('who comes with a query in the address sees nothing jump while the answer is on its way', async () => {
      for (const query of ['bvc tulinge', 'babymassage', 'xyzzyq']) {
        const context = await suite.browser.newContext({viewport: {width: 412, height: 823}})
        const page = await context.newPage()
        await page.addInitScript(() => {
          window.jumped = 0
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.jumped += entry.value))).observe({type: 'layout-shift', buffered: true})
        })
        // The answer comes late: what is seen until then counts, too.
        await page.route('**/ord.json', async (route) => { await new Promise((later) => setTimeout(later, 300)); await route.continue() })
        await page.goto(`${suite.server.url}botkyrka/sok/?q=${encodeURIComponent(query)}`)
        await page.waitForSelector('.search-results > *')
        await page.waitForTimeout(500)
        const jumped = await page.evaluate(() => window.jumped)
        assert.ok(jumped < 0.1, `${query}: ${jumped}`)
        await context.close()
      }
    })

    test('with an index that cannot be fetched all stands in the list, and the page says so', async () => {
      const page = await open()
      await page.route('**/*.json', (route) => route.abort())
      await page.fill('#q-page', 'amning')
      await page.waitForFunction(() => /går inte att använda/.test(document.querySelector('.search-count').textContent))
      assert.ok(await page.isVisible('.search-all'))
      await page.unroute('**/*.json')
      await ask(page, 'amning')
      assert.match((await rows(page))[0], /Amning/)
      assert.deepEqual(page.faults, [])
    })

    test('no query throws, becomes markup or takes long', async () => {
      const page = await open('tyreso/sok/')
      await ask(page, 'nummer')
      const hostile = [
        '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'constructor', '__proto__', 'toString', 'hasOwnProperty valueOf', '\ud800', '(a+)+$', '.*', '\\', '%', '%E0%A4%A', '\u0000', 'ﷺ'.repeat(50), 'a'.repeat(100_000),
        'å '.repeat(50_000), 'aa bb cc dd ee ff gg hh ii jj kk', '👩‍👩‍👧', 'e\u0301'.repeat(60), '\u202eabc', 'İstanbul', 'ß', 'و', '1', '0 0 0 0', '\u00ad\u00ad',
      ]
      const letters = [...'abcdeåäöABC 123-_.<>&"\'\\éüصя你👶\u0301\u200b']
      for (let n = 0; n < 300; n += 1) hostile.push(Array.from({length: below(30)}, () => letters[below(letters.length)]).join(''))
      const slow = []
      for (const query of hostile) {
        const took = await page.evaluate(async (query) => {
          const field = document.querySelector('#q-page')
          field.removeAttribute('maxlength')
          field.value = query
          const start = performance.now()
          field.dispatchEvent(new Event('input'))
          await new Promise((done) => setTimeout(done))
          return performance.now() - start
        }, query)
        if (took > 1000) slow.push([query.slice(0, 40), took])
      }
      assert.deepEqual(page.faults, [])
      assert.deepEqual(slow, [])
      assert.equal(await page.locator('.search-results img, .search-results script').count(), 0)
    })

    test('the head of each page leads to the search: a link on a phone, else one field; and so does the page that is not there', async () => {
      for (const path of ['botkyrka/', 'botkyrka/amning/', 'botkyrka/familjecentraler/fittja/', 'tyreso/', '']) {
        const phone = await open(path, {viewport: {width: 360, height: 740}})
        const link = phone.locator('header .search-link')
        const box = await link.boundingBox()
        assert.ok(box && box.height >= 44, `${path}: ${JSON.stringify(box)}`)
        assert.ok(!(await phone.isVisible('header .search-head')), path)
        assert.deepEqual(await phone.evaluate(sideways), [], path)
        assert.ok((await fetch(await link.evaluate((link) => link.href))).ok, path)
        await phone.context().close()
        const desk = await open(path, {viewport: {width: 1280, height: 740}})
        assert.ok(!(await desk.isVisible('header .search-link')), path)
        assert.deepEqual(await violations(desk), [], path)
        // A front page has its field in the page, and no second one in the head.
        const fields = desk.locator('input[name=q]:visible')
        assert.equal(await fields.count(), 1, path)
        await fields.fill('amning')
        await desk.keyboard.press('Enter')
        await desk.waitForURL(/sok\/\?q=amning$/)
        await desk.context().close()
      }
      const lost = readFileSync(join(suite.public, 'botkyrka/404.html'), 'utf8')
      assert.match(lost, /<form class="search-form" role="search" action="https:\/\/[^"]+\/botkyrka\/sok\/">/)
    })

    test('the files of 500 pages are less than 60 kB each as they are sent, and all of the index less than twice that', () => {
      let whole = 0
      const folder = join(suite.public, 'tyreso/sok')
      for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
        const size = gzipSync(readFileSync(join(folder, name))).length
        assert.ok(size <= 60_000, `${name}: ${size}`)
        if (!name.startsWith('text')) whole += size
      }
      assert.ok(whole > 10_000 && whole <= 120_000, whole)
    })

    for (const [name, path] of [['botkyrka', 'botkyrka/sok/'], ['tyreso', 'tyreso/sok/'], ['region', 'sok/']]) {
      test(`the search is accessible, open and closed, and no page is wider than a phone: ${name}`, async () => {
        mkdirSync(pictures, {recursive: true})
        for (const [width, colorScheme] of [[320, 'light'], [360, 'light'], [360, 'dark'], [768, 'light'], [1280, 'light'], [1280, 'dark']]) {
          const page = await open(path, {viewport: {width, height: 740}, reducedMotion: 'reduce', colorScheme})
          assert.deepEqual(await violations(page), [])
          assert.deepEqual(await page.evaluate(sideways), [])
          for (const query of ['familjecentral', 'nummer', 'xyzzyq']) {
            await ask(page, query)
            await page.waitForLoadState('networkidle')
            await page.waitForTimeout(700)
            assert.deepEqual(await violations(page), [], `${query} ${width} ${colorScheme}`)
            assert.deepEqual(await page.evaluate(sideways), [], `${query} ${width}`)
            await page.screenshot({path: join(pictures, `search-${name}-${query}-${width}-${colorScheme}.png`)})
          }
          await page.context().close()
        }
      })
    }
  })

  test('of an index in pieces the one that a word begins in is fetched at its first letter', async () => {
    const page = await open('tyreso/sok/')
    const pieces = () => page.asked.filter((path) => /\/index-\d+\.json$/.test(path))
    await ask(page, 'b')
    await page.waitForLoadState('networkidle')
    const fetched = pieces()
    assert.equal(fetched.length, 1, fetched)
    await ask(page, 'ba')
    assert.ok((await rows(page)).length > 0)
    assert.deepEqual(pieces(), fetched)
    await page.context().close()
  })

  // Counted in the page's own time of the processor, so that what else runs on this machine counts for little; the best of three pages. Each query
  // is asked for the first time in its page: nothing of it is remembered.
  test('half of the answers take no more than 50 ms of a phone that is four times slower, and none more than 150', async () => {
    const asked = ['b', 'ba', 'barn', 'barnmorska', 'öppen förskola', 'föräldramöte', 'sångstund', 'bvc tulinge', 'oppna forskolan', 'babymasage', 'vårdmottagning', 'rörelseprogram', 'språkcafé arabiska', 'sömnråd', 'kvällskurs', 'xyzzyq', 'lekplats', 'tolkhjälp', 'matkurs lördag', 'trygghetsvecka']
    const round = async () => {
      const page = await open('tyreso/sok/')
      // The sentences come after the first results, and are fetched.
      await page.route('**/text-*.json*', () => {})
      await ask(page, 'nummer')
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Performance.enable', {timeDomain: 'threadTicks'})
      const spent = async () => (await devtools.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value * 1000
      // From a typed letter until the rows stand in the page.
      const answered = (query) => page.evaluate((query) => new Promise((done) => {
        const results = document.querySelector('.search-results')
        results.replaceChildren()
        new MutationObserver((_, seen) => { seen.disconnect(); done() }).observe(results, {childList: true})
        document.querySelector('#q-page').value = query
        document.querySelector('#q-page').dispatchEvent(new Event('input'))
      }), query)
      const times = []
      for (const query of asked) {
        const start = await spent()
        await answered(query)
        times.push((await spent() - start) * 4)
      }
      await page.context().close()
      return times.sort((one, other) => one - other)
    }
    const rounds = [await round(), await round(), await round()]
    const told = rounds.map((times) => times.map(Math.round).join(' ')).join('\n')
    assert.ok(rounds[0][0] > 0, told)
    // The first answers come from code that the browser has not made fast yet.
    const best = asked.map((_, at) => Math.min(...rounds.map((times) => times[at])))
    assert.ok(best[asked.length >> 1] <= 50 && best.at(-1) <= 150, told)
  })
})
