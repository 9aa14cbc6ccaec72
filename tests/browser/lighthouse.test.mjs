// What Lighthouse says of each kind of page of the full site, served as `fcsite server-config` has a server do it. What it finds by looking is held: accessibility, best practices, search
// engines, and of performance all that does not depend on the hour and the machine. What it times is printed; no test waits for it.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {createServer} from 'node:net'
import {rmSync} from 'node:fs'
import lighthouse from 'lighthouse'
import {chromium as browsers} from 'playwright-core'
import {serve} from './server.mjs'
import {chromium, flags} from './site.mjs'
import {made} from './sites.mjs'

/// Each kind of page, the themes by turns. The first six are what most people read, and take a minute; `LIGHTHOUSE=all` looks at each kind in each theme.
const every = {
  'municipality front': 'tyreso/', centre: 'haninge/familjecentraler/bjorken/', news: 'botkyrka/nyheter/2026-11-22-sprakcafe/', calendar: 'botkyrka/kalender/', 'centre in Arabic': 'tyreso/ar/familjecentraler/bjorken/',
  'search with answers': 'haninge/sok/?q=bvc%20bjorkn',
  'region front': '', centres: 'botkyrka/familjecentraler/', 'list of news': 'botkyrka/nyheter/', contacts: 'botkyrka/kontakt/', search: 'haninge/sok/',
  'standing page': 'tyreso/forsta-besoket/', statement: 'botkyrka/tillganglighet/', missing: 'haninge/404.html',
}
const all = process.env.LIGHTHOUSE === 'all'
const kinds = Object.fromEntries(Object.entries(every).slice(0, all ? undefined : 6))
const themed = (path) => (all && path ? ['haninge', 'botkyrka', 'tyreso'].map((id) => path.replace(/^\w+/, id)) : [path])

/// The page for what is missing is not for search engines: it says so, and has nothing to tell them.
const hidden = {missing: ['is-crawlable', 'meta-description']}

/// What of performance is a fact: each is there and has no fault.
const facts = [
  'cumulative-layout-shift', 'cls-culprits-insight', 'unsized-images', 'uses-text-compression', 'document-latency-insight', 'unused-css-rules', 'unused-javascript', 'uses-optimized-images',
  'modern-image-formats', 'uses-responsive-images', 'offscreen-images', 'efficient-animated-content', 'duplicated-javascript', 'legacy-javascript', 'total-byte-weight', 'dom-size', 'font-display', 'redirects',
  'non-composited-animations', 'no-document-write', 'uses-passive-event-listeners', 'third-party-summary', 'viewport-insight', 'font-display-insight', 'image-delivery-insight',
]

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address()
    server.close(() => resolve(port))
  })
})

describe('Lighthouse', () => {
  const site = made('full')
  let browser
  let server
  before(async () => {
    browser = await browsers.launch({executablePath: chromium(), args: [...flags, `--remote-debugging-port=${port}`]})
    server = await serve(site.output, '/', {asSet: true})
  })
  after(async () => {
    await browser?.close()
    await server?.close()
    rmSync(site.folder, {recursive: true, force: true})
  })

  for (const [kind, example] of Object.entries(kinds)) {
    for (const path of themed(example)) {
      test(`${kind}: /${path}`, async () => {
        // The browser of these tests keeps no page for going back, and pictures of the page are taken elsewhere.
        const {lhr} = await lighthouse(server.url + path, {port, output: 'json', logLevel: 'silent', disableFullPageScreenshot: true, skipAudits: ['bf-cache', 'screenshot-thumbnails', 'final-screenshot']})
        assert.equal(lhr.runtimeError, undefined)
        const score = Object.fromEntries(Object.entries(lhr.categories).map(([name, {score}]) => [name, Math.round(score * 100)]))
        console.log(`${kind}: ${JSON.stringify(score)}, ${lhr.audits['total-byte-weight'].numericValue} bytes`)
        const poor = ['accessibility', 'best-practices', 'seo'].flatMap((name) => lhr.categories[name].auditRefs.filter(({id, weight}) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({id}) => id))
        assert.deepEqual(poor, hidden[kind] ?? [])
        const looked = facts.filter((id) => typeof lhr.audits[id]?.score === 'number')
        assert.ok(looked.length >= 12, `only ${looked} were looked at`)
        assert.deepEqual(looked.filter((id) => lhr.audits[id].score < 1).map((id) => [id, lhr.audits[id].displayValue]), [])
        assert.equal(lhr.audits['cumulative-layout-shift'].numericValue, 0)
        // Only the page's own style holds up what is shown, and the script that says what holds now or what was chosen: each is small, and else something would move.
        const blocking = (lhr.audits['render-blocking-resources'].details?.items ?? []).map(({url}) => new URL(url).pathname)
        assert.deepEqual(blocking.filter((name) => !/\/assets\/(site|search)\.\w+\.css$|\/assets\/(state|agenda)\.\w+\.js$/.test(name)), [])
        assert.ok(lhr.audits['total-byte-weight'].numericValue <= 250_000, lhr.audits['total-byte-weight'].displayValue)
      })
    }
  }
})
