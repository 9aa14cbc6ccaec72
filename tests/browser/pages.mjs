// Each kind of page in each theme, at the widths of a phone, a tablet and a computer.
import assert from 'node:assert/strict'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, describe, test} from 'node:test'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {examples, municipalities, pictures} from './site.mjs'

const widths = [360, 768, 1280]
const pictured = ['front', 'centre', 'news', 'list']

/// Kinds of pages that each site must have; the region has no centres of its own.
const kinds = {
  region: ['front', 'list', 'news', 'page', 'accessibility', '404'],
  municipality: ['front', 'centres', 'centre', 'list', 'news', 'page', 'accessibility', '404'],
}

export function pageTests(suite) {
  const all = municipalities(suite.output)
  // A theme each; stockholm has a table and is in the base theme.
  const sites = ['', 'botkyrka', 'tyreso', 'stockholm']
  mkdirSync(pictures, {recursive: true})

  test('the site has pages of each kind in each theme', () => {
    for (const site of sites) {
      const found = new Set(examples(suite.output, site, all).map((page) => page.kind))
      const missing = (site === '' ? kinds.region : kinds.municipality).filter((kind) => !found.has(kind))
      assert.deepEqual(missing, [], `${site || 'region'} lacks pages`)
    }
  })

  for (const site of sites) {
    for (const page of examples(suite.output, site, all)) {
      describe(`${site || 'region'}: ${page.kind} (${page.lang})`, () => onePage(suite, site || 'region', page))
    }
  }

  test('a missing page is answered by the nearest 404.html, at any depth', async () => {
    for (const path of ['saknas/', 'botkyrka/saknas/', 'botkyrka/a/b/c/']) {
      const answer = await fetch(suite.server.url + path)
      assert.equal(answer.status, 404)
      assert.match(await answer.text(), /page-404/)
    }
  })
}

function onePage(suite, site, {kind, lang, path}) {
  const url = () => suite.server.url + path
  let context
  let page
  let troubles

  before(async () => {
    context = await suite.browser.newContext({locale: 'sv-SE', reducedMotion: 'reduce'})
    page = await context.newPage()
    troubles = await listen(context, page, suite.server.origin)
  })
  after(() => context?.close())

  for (const width of widths) {
    test(`${width} px`, async () => {
      await page.setViewportSize({width, height: 800})
      await page.goto(url(), {waitUntil: 'load'})
      const faults = [
        ...await page.evaluate(checks.sideways),
        ...await page.evaluate(checks.whole),
        ...await page.evaluate(checks.images),
        ...await page.evaluate(checks.cut),
        ...await violations(page),
      ]
      if (pictured.includes(kind) && width !== 768) {
        await page.screenshot({path: join(pictures, `${site}-${kind}-${lang}-${width}.png`), fullPage: true})
      }
      assert.deepEqual(faults, [])
    })
  }

  test('text of double size, and a screen of 320 px', async () => {
    await page.setViewportSize({width: 320, height: 640})
    await page.goto(url())
    const narrow = await page.evaluate(checks.sideways)
    await page.setViewportSize({width: 1280, height: 800})
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
    assert.deepEqual([...narrow, ...await page.evaluate(checks.sideways), ...await page.evaluate(checks.cut)], [])
  })

  test('keyboard', async () => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({width, height: 800})
      await page.goto(url())
      assert.deepEqual(await tabThrough(page), [], `${width} px`)
      if (kind !== '404') assert.deepEqual(await skipLink(page, url()), [], `${width} px`)
    }
  })

  test('on paper', async () => {
    await page.goto(url())
    await page.emulateMedia({media: 'print'})
    const faults = await page.evaluate(checks.printed)
    const paper = await page.pdf({format: 'A4'})
    await page.emulateMedia({media: 'screen'})
    assert.deepEqual(faults, [])
    assert.ok(paper.length > 4000, `the PDF has ${paper.length} bytes`)
  })

  test('nothing is stored, nothing fails, nothing comes from elsewhere', async () => {
    assert.deepEqual(await page.evaluate(checks.stored), [])
    assert.deepEqual(await context.cookies(), [])
    assert.deepEqual(troubles, [])
  })

  test('the language is that of the address', async () => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang)
  })
}

/// Gathers what goes wrong while pages load; requests to other hosts are stopped.
async function listen(context, page, origin) {
  const troubles = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    // What was still loading when the next page was asked for is no fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`)
  })
  page.on('response', (response) => response.status() >= 400 && troubles.push(`${response.status()}: ${response.url()}`))
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(`${origin}/`) || url.startsWith('data:')) return route.continue()
    troubles.push(`elsewhere: ${url}`)
    return route.abort()
  })
  return troubles
}

/// The first steps of the tab key: on each, one sees where the focus is.
async function tabThrough(page) {
  const faults = []
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press('Tab')
    const {name, faults: found} = await page.evaluate(checks.focus)
    if (name === 'nothing') break
    faults.push(...found)
  }
  return faults
}

/// The first stop leads past the navigation.
async function skipLink(page, url) {
  await page.goto(url)
  await page.keyboard.press('Tab')
  const target = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
  if (!target.startsWith('#') || target === '#') return [`the first stop is no skip link but ${target}`]
  await page.keyboard.press('Enter')
  return page.evaluate((target) => {
    const goal = document.querySelector(target)
    if (!goal) return [`${target} does not exist`]
    return goal.contains(document.activeElement) ? [] : [`${target} does not get the focus`]
  }, target)
}
