// A municipality's folder is whole by itself: copied alone to another place, each link and asset in it resolves.
import assert from 'node:assert/strict'
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, test} from 'node:test'
import * as checks from './checks.mjs'
import {serve} from './server.mjs'
import {htmlFiles, municipalities, repository} from './site.mjs'

/// Links that say where a page belongs, rather than leading a reader there.
const declared = ['canonical', 'alternate']

export function folderTests(suite) {
  const region = readFileSync(join(repository, 'content/site.yaml'), 'utf8').match(/^base_url:\s*["']?([^\s"'#]+)/m)?.[1]

  describe('a municipality copied alone to another place', () => {
    for (const municipality of municipalities(suite.output)) {
      test(municipality, async () => {
        const place = mkdtempSync(join(tmpdir(), 'fcsite-alone-'))
        const server = await serve(place, '/en/annan/plats/')
        try {
          cpSync(join(suite.output, municipality), place, {recursive: true})
          assert.deepEqual(await walk(suite.browser, place, server, region), [])
        } finally {
          await server.close()
          rmSync(place, {recursive: true})
        }
      })
    }
  })

  test('each link and asset of the whole site resolves', async () => {
    assert.deepEqual(await walk(suite.browser, suite.output, suite.server, region), [])
  })
}

/// Follows all addresses of all pages of a folder, and tells which do not lead where they should.
async function walk(browser, folder, server, region) {
  const page = await browser.newPage()
  const faults = []
  const statuses = new Map()
  const status = async (url) => {
    if (!statuses.has(url)) statuses.set(url, (await fetch(url)).status)
    return statuses.get(url)
  }
  const documents = new Map()
  for (const file of htmlFiles(folder)) {
    documents.set(file, await page.evaluate(checks.addresses, readFileSync(join(folder, file), 'utf8')))
  }
  await page.close()
  for (const [file, {found}] of documents) {
    for (const link of found) {
      const fault = await faultOf(link, file, {server, region, documents, status})
      if (fault) faults.push(`${file}: <${link.tag} ${link.attribute}="${link.address}"> ${fault}`)
    }
  }
  await stylesheets(documents, server, status, faults)
  assert.ok(documents.size > 3, 'the folder has pages')
  return faults
}

async function faultOf({tag, attribute, address, rel}, file, {server, region, documents, status}) {
  if (/^(mailto:|tel:|data:image\/)/.test(address)) return undefined
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    if (tag === 'link' && declared.includes(rel)) return undefined
    // A server shows 404.html at any depth, so its links are absolute, and so is where its search leads.
    const ours = address === region || address.startsWith(`${region}/`)
    if (tag !== 'a' && !(tag === 'form' && ours && file.endsWith('404.html'))) return 'loads from elsewhere'
    const front = address === region || /^\/([a-z]{2,3}\/)?$/.test(address.slice(region.length))
    return ours && !front && !file.endsWith('404.html') ? 'leads out of the folder' : undefined
  }
  if (address.startsWith('/')) return 'depends on where the folder lies'
  const at = new URL(server.url + file.replace(/(^|\/)index\.html$/, '$1'))
  const url = new URL(address, at)
  const [before, fragment] = [url.href.split('#')[0], decodeURIComponent(url.hash.slice(1))]
  if (!before.startsWith(server.url)) return 'leads out of the folder'
  const found = await status(before)
  if (found !== 200) return `is answered with ${found}`
  const goal = before.slice(server.url.length).replace(/(^|\/)$/, '$1index.html')
  const document = documents.get(goal)
  if (fragment && document && !document.ids.includes(fragment)) return 'leads to a place that the page lacks'
  return attribute === 'href' && tag === 'a' && before.endsWith('/index.html') ? 'names index.html' : undefined
}

/// What the stylesheets load.
async function stylesheets(documents, server, status, faults) {
  const sheets = new Set()
  for (const [file, {found}] of documents) {
    for (const {address, rel} of found.filter(({tag}) => tag === 'link')) {
      if (rel === 'stylesheet') sheets.add(new URL(address, server.url + file).href)
    }
  }
  for (const sheet of sheets) {
    const css = await (await fetch(sheet)).text()
    for (const [, address] of css.matchAll(/url\(\s*["']?([^"')]+)/g)) {
      const url = new URL(address, sheet).href
      if (url.startsWith('data:')) continue
      if (!url.startsWith(server.url)) faults.push(`${sheet}: ${address} loads from elsewhere`)
      else if (await status(url.split('#')[0]) !== 200) faults.push(`${sheet}: ${address} is missing`)
    }
    if (/@import/.test(css)) faults.push(`${sheet}: @import`)
  }
}
