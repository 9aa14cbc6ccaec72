// The editor in a real browser: what a comms person does, with a keyboard and without a script, at a phone's width and a desktop's.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import {project, today} from './project.mjs'
import {binary, chromium} from './site.mjs'

const centre = 'content/botkyrka/centres/fittja.yaml'
const text = `# Fittja
namn: Familjecentralen i Fittja
status: öppen
telefon: 08-530 610 00 # växeln
verksamheter:
  - {typ: bvc, namn: Fittja BVC}
  - typ: öppen förskola
öppettider:
  måndag-torsdag: 9–12
  fredag: stängt
aktiviteter:
  - {id: sang, rubrik: Sångstund, dag: tisdag, från: 10.00, till: 10.30}
kontrollerad: 2026-10-01
`

/// Starts the editor of a site; gives the address that lets one in.
async function edit(site) {
  const program = spawn(binary(), ['edit', '--source', site.folder, '--port', '0', '--no-open', '--now', today, '--lang', 'sv'], {stdio: ['ignore', 'ignore', 'pipe']})
  const ended = new Promise((resolve) => program.once('exit', resolve))
  let said = ''
  const address = await new Promise((resolve, reject) => {
    program.stderr.setEncoding('utf8').on('data', (part) => {
      said += part
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\/redigera\/\?nyckel=[0-9a-f]{32}/)
      if (found) resolve(found[0])
    })
    ended.then(() => reject(new Error(`fcsite ended: ${said}`)))
  })
  return {address, stop: async () => { program.kill(); await ended }}
}

describe('the editor', () => {
  let site, editor, browser
  before(async () => {
    site = project({[centre]: text})
    editor = await edit(site)
    browser = await browsers.launch({executablePath: chromium()})
  })
  after(async () => {
    await browser?.close()
    await editor?.stop()
    site?.remove()
  })

  const open = async (options = {}) => {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
    const page = await context.newPage()
    await page.goto(editor.address)
    return {context, page}
  }
  const toCentre = async (page) => {
    await page.getByRole('link', {name: /Botkyrka kommun/}).first().click()
    await page.getByRole('heading', {name: 'Familjecentralen i Fittja'}).getByRole('link').click()
  }

  test('the address lets in once, and what is left in the bar has no key', async () => {
    const {context, page} = await open()
    assert.equal(new URL(page.url()).search, '')
    assert.equal(await page.getByRole('heading', {level: 1}).textContent(), 'Redigera webbplatsen')
    await context.close()
  })

  test('a phone number is corrected, said to be saved, and taken back', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByLabel('Telefon', {exact: true}).fill('08-530 610 99')
    await page.getByRole('button', {name: 'Spara'}).click()
    await page.getByRole('status').filter({hasText: 'Sparat.'}).waitFor()
    assert.equal(site.read(centre), text.replace('610 00', '610 99'))
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    assert.equal(site.read(centre), text)
    await context.close()
  })

  test('an activity is cancelled for a day with the keyboard alone', async () => {
    const {context, page} = await open()
    await toCentre(page)
    const press = async (name) => {
      for (let at = 0; at < 90; at++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((name) => document.activeElement.textContent.trim() === name, name)) return page.keyboard.press('Enter')
      }
      throw new Error(`${name} is not reached`)
    }
    const reach = async (id) => {
      for (let at = 0; at < 90; at++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((id) => document.activeElement.id === id, id)) return
      }
      throw new Error(`${id} is not reached`)
    }
    await press('Aktiviteter')
    await page.waitForURL(/del=activities/)
    await press('Ställ in en dag')
    await page.waitForURL(/ny=1/)
    await reach('activities.0.cancelled.0.date')
    await page.locator(':focus').fill('2026-12-01')
    await reach('activities.0.cancelled.0.reason.sv')
    await page.keyboard.type('Sjukdom')
    await press('Spara')
    await page.getByRole('status').waitFor()
    assert.match(site.read(centre), /till: 10\.30, inställt: \[\{datum: 2026-12-01, orsak: Sjukdom\}\]\}/)
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    await context.close()
  })

  test('what is wrong stands at its field, and the summary has the focus', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByLabel('Telefon', {exact: true}).fill('12')
    await page.getByRole('button', {name: 'Spara'}).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'fel')
    assert.deepEqual(await violations(page), [])
    await page.getByRole('alert').getByRole('link').first().click()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'phone')
    assert.equal(site.read(centre), text)
    await context.close()
  })

  test('without a script a form saves all the same', async () => {
    const {context, page} = await open({javaScriptEnabled: false})
    await toCentre(page)
    await page.getByRole('link', {name: 'Öppettider'}).click()
    await page.getByLabel('Fredag').first().fill('9–11')
    await page.getByRole('button', {name: 'Spara'}).click()
    await page.getByRole('status').waitFor()
    assert.equal(site.read(centre), text.replace('fredag: stängt', 'fredag: 9–11'))
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await context.close()
  })

  test('the site opens at an address of its own, with drafts, and follows what is saved', async () => {
    const {context, page} = await open()
    const [shown] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', {name: 'Visa webbplatsen'}).click()])
    await shown.waitForLoadState()
    assert.equal(new URL(shown.url()).hostname, 'localhost')
    await shown.goto(new URL('/botkyrka/familjecentraler/fittja/', shown.url()).href)
    await toCentre(page)
    await page.getByLabel('Telefon', {exact: true}).fill('08-530 610 44')
    await page.getByRole('button', {name: 'Spara'}).click()
    await shown.getByText('08-530 610 44').first().waitFor()
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    await context.close()
  })

  test('another website in the same browser writes nothing', async () => {
    const {context, page} = await open()
    await toCentre(page)
    const target = page.url()
    const server = createServer((_, response) => {
      response.writeHead(200, {'content-type': 'text/html'})
      response.end(`<form method="post" action="${target}"><input name="phone" value="08-666 666 66"><input name="_do" value="force"></form><script>document.forms[0].submit()</script>`)
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const evil = await context.newPage()
    const answered = evil.waitForResponse((response) => response.url() === target)
    await evil.goto(`http://localhost:${server.address().port}/`)
    assert.equal((await answered).status(), 403)
    assert.equal(site.read(centre), text)
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
    await context.close()
  })

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`every view is without fault and no wider than ${width}, ${colorScheme}`, async () => {
        const {context, page} = await open({colorScheme, viewport: {width, height: 800}})
        await toCentre(page)
        const form = page.url()
        const news = await (async () => {
          await page.goto(new URL('/redigera/k/botkyrka', form).href)
          return page.locator('section', {hasText: 'Skriv en nyhet'}).locator('.rows a').first().getAttribute('href')
        })()
        const views = ['/redigera/', '/redigera/k/botkyrka', '/redigera/ny/botkyrka/news', news, `${form}`, `${form}?bara=tider`,
          `${form}?del=activities`, `${form}?del=activities.0`, `${form}?del=notices&ny=1`, `${form}?del=services.0`, '/redigera/finns-inte']
        for (const [at, view] of views.entries()) {
          await page.goto(new URL(view, form).href)
          assert.deepEqual(await violations(page), [], view)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= width, `${view}: ${wide}`)
          const small = await page.evaluate(() => [...document.querySelectorAll('main .button, button, input:not([type=hidden]):not([type=checkbox]), select')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43).map((one) => one.outerHTML.slice(0, 90)))
          assert.deepEqual(small, [], view)
          if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, `${at}-${width}-${colorScheme}.png`), fullPage: true})
        }
        await context.close()
      })
    }
  }
})
