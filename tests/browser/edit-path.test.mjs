// Where the editor is and who is told: no other program of the computer, whatever it makes the browser ask, and no page of the site.
import {describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {createServer} from 'node:http'
import {chromium as browsers} from 'playwright-core'
import {edit, edited} from './editor.mjs'
import {project} from './project.mjs'
import {chromium} from './site.mjs'

const centre = 'content/botkyrka/centres/fittja.yaml'
const text = 'namn: Familjecentralen i Fittja\nstatus: öppen\nverksamheter:\n  - typ: bvc\nöppettider:\n  måndag: 9–12\nkontrollerad: 2026-10-01\n'

describe('the path of the editor', () => {
  const here = edited({[centre]: text})

  test('a server at another port of the same host is sent no cookie of the editor', async () => {
    const {context, page} = await here.open()
    const [cookie] = (await context.cookies()).filter(({name}) => name.startsWith('fcsite-redigera'))
    const came = []
    const other = createServer((request, response) => {
      came.push([request.url, request.headers.cookie ?? '', request.headers.referer ?? ''])
      response.writeHead(200, {'content-type': 'text/html'})
      response.end('<title>Annan</title>')
    })
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${other.address().port}`
    const paths = ['/', '/redigera/', '/redigera/k/botkyrka', '/redigera', `/redigera-${'0'.repeat(32)}/`, '/redigera-/', '//redigera/']
    // A person follows a link to it, and a page of its own asks for more.
    for (const path of paths) await page.goto(origin + path)
    await page.evaluate((paths) => Promise.all(paths.map((path) => fetch(location.origin + path, {credentials: 'include'}))), paths)
    // And from a page of the editor itself.
    await page.goto(here.at('/redigera/'))
    await page.evaluate((to) => { location.href = to }, `${origin}/redigera/fran`)
    await page.waitForURL(`${origin}/redigera/fran`)
    assert.ok(came.length > 2 * paths.length, `${came.length}`)
    assert.deepEqual(came.filter(([, cookies, from]) => cookies || (from && !from.startsWith(origin))), [])
    // It is the path alone that keeps it: who knew that would be sent the cookie.
    assert.equal(`${cookie.path} ${cookie.httpOnly} ${cookie.sameSite}`, `${here.path} true Strict`)
    await page.goto(origin + here.path)
    assert.equal(came.find(([path]) => path === here.path)[1], `${cookie.name}=${cookie.value}`)
    await new Promise((resolve) => other.close(resolve).closeAllConnections())
    await context.close()
  })

  test('a cookie of the same name that a page at another port sets locks nobody out', async () => {
    const {context, page} = await here.open()
    const [cookie] = (await context.cookies()).filter(({name}) => name.startsWith('fcsite-redigera'))
    const other = createServer((_, response) => response.writeHead(200, {'content-type': 'text/html'}).end('<title>Annan</title>'))
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve))
    await page.goto(`http://127.0.0.1:${other.address().port}/`)
    await page.evaluate((name) => { for (const path of ['/', '/redigera/']) document.cookie = `${name}=x; path=${path}; max-age=999999` }, cookie.name)
    assert.ok((await context.cookies()).filter(({name}) => name === cookie.name).length > 1)
    await page.goto(here.at('/redigera/k/botkyrka'))
    await page.getByRole('heading', {name: 'Familjecentralen i Fittja'}).waitFor()
    // And the address that lets in lets in again.
    await page.goto(here.editor.address)
    assert.equal(await page.getByRole('heading', {level: 1}).textContent(), 'Redigera webbplatsen')
    await new Promise((resolve) => other.close(resolve).closeAllConnections())
    await context.close()
  })

  test('a page of the site is not told, in a window of its own and in the frame of a preview', async () => {
    const {context, page} = await here.open()
    const known = () => JSON.stringify([document.referrer, name, String(opener?.location ?? ''), [...location.ancestorOrigins], location.href, document.cookie])
    const [shown] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', {name: 'Visa webbplatsen'}).click()])
    await shown.waitForURL(/^http:\/\/localhost:/)
    await page.getByRole('link', {name: /Botkyrka kommun/}).first().click()
    await page.getByRole('heading', {name: 'Familjecentralen i Fittja'}).getByRole('link').click()
    await page.getByRole('button', {name: 'Visa hur det blir'}).click()
    await page.frameLocator('#visning iframe').locator('h1').waitFor()
    const preview = page.frames().find((frame) => frame.url().includes('/.fcsite/visa/'))
    for (const place of [shown, preview]) {
      const told = await place.evaluate(known)
      assert.match(told, /^\["",/)
      assert.doesNotMatch(told, /redigera/)
    }
    await context.close()
  })
})

test('what was typed before the program was started again is sent to where the editor is then', async () => {
  const site = project({[centre]: text})
  const browser = await browsers.launch({executablePath: chromium()})
  let editor = await edit(site)
  try {
    const context = await browser.newContext()
    const [page, list] = [await context.newPage(), await context.newPage()]
    await list.goto(editor.address)
    await page.goto(new URL('ny/botkyrka/news', list.url()).href)
    const before = new URL(list.url()).pathname
    const kept = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 204)
    await page.getByLabel(/^Rubrik/).fill('Nya tider')
    await page.getByLabel(/^Ingress/).fill('Vi har nya tider.')
    await kept
    await editor.stop()
    editor = await edit(site, new URL(editor.address).port)
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await page.getByRole('heading', {name: 'Redigeraren är låst'}).waitFor()
    const form = page.locator('form[data-locked]')
    assert.equal(await form.getAttribute('action'), `${before}ny/botkyrka/news`)
    const again = await context.newPage()
    await again.goto(editor.address)
    const now = new URL(again.url()).pathname
    assert.notEqual(now, before)
    // The page learns where the editor is from the tab that is in, and not from the one of before that is open, too.
    await page.waitForFunction((action) => document.querySelector('form[data-locked]').getAttribute('action') === action, `${now}ny/botkyrka/news`)
    // What was kept while it was typed is offered there as well.
    await again.goto(new URL('ny/botkyrka/news', again.url()).href)
    await again.getByRole('link', {name: 'Hämta tillbaka den'}).waitFor()
    await page.getByRole('button', {name: 'Skicka igen'}).click()
    await page.getByRole('heading', {name: 'Skicka en gång till'}).waitFor()
    await page.getByRole('button', {name: 'Skicka igen'}).click()
    await page.getByRole('status').filter({hasText: 'Sparat.'}).waitFor()
    assert.match(site.read('content/botkyrka/news/2026-11-21-nya-tider.md'), /rubrik: Nya tider/)
  } finally {
    await browser.close()
    await editor.stop()
    site.remove()
  }
})
