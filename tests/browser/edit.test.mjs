// The editor in a real browser: what a comms person does, with a keyboard and without a script, at a phone's width and a desktop's.
import {describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {deflateSync, crc32} from 'node:zlib'
import {violations} from './axe.mjs'
import {edited, target} from './editor.mjs'

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

const about = 'content/botkyrka/pages/om-oss.md'
const page = '---\nrubrik: Om oss\n---\n\nHär är vi.\n'

/// A picture of one colour.
function picture(width, height) {
  const chunk = (kind, bytes) => {
    const body = Buffer.concat([Buffer.from(kind), bytes])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(bytes.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const rows = Buffer.alloc(height * (1 + width * 3), 120)
  for (let row = 0; row < height; row++) rows[row * (1 + width * 3)] = 0
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

describe('the editor', () => {
  const here = edited({[centre]: text, [about]: page, ...target})
  const open = here.open
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
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await page.getByRole('status').filter({hasText: 'Sparat.'}).waitFor()
    assert.equal(here.site.read(centre), text.replace('610 00', '610 99'))
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    assert.equal(here.site.read(centre), text)
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
    await press('Ställ in en dag: Sångstund')
    await page.waitForURL(/ny=1/)
    await reach('activities.0.cancelled.+.date')
    await page.locator(':focus').fill('2026-12-01')
    await reach('activities.0.cancelled.+.reason.sv')
    await page.keyboard.type('Sjukdom')
    await press('Spara')
    await page.getByRole('status').waitFor()
    assert.match(here.site.read(centre), /till: 10\.30, inställt: \[\{datum: 2026-12-01, orsak: Sjukdom\}\]\}/)
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    await context.close()
  })

  test('what is wrong stands at its field, and the summary has the focus', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByLabel('Telefon', {exact: true}).fill('12')
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'fel')
    assert.deepEqual(await violations(page), [])
    await page.getByRole('alert').getByRole('link').first().click()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'phone')
    assert.equal(here.site.read(centre), text)
    await context.close()
  })

  test('an address that a browser would not send is told of in the words of check, and can be saved anyway', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByLabel('E-post', {exact: true}).fill('bvc')
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await page.getByRole('alert').getByText('”bvc”').first().waitFor()
    await page.getByRole('button', {name: 'Spara ändå'}).waitFor()
    assert.equal(here.site.read(centre), text)
    await context.close()
  })

  test('what is typed without a pause is kept while it is typed, in a new text too', async () => {
    const {context, page} = await open()
    const news = here.at('/redigera/ny/botkyrka/news')
    await toPage(page, 'Om oss')
    for (const [address, label] of [[page.url(), 'Text'], [news, 'Text']]) {
      await page.goto(address)
      const other = await context.newPage()
      await page.getByLabel(label, {exact: true}).focus()
      let isOffered = false
      for (let key = 0; key < 20 && !isOffered; key++) {
        await page.keyboard.type('a')
        await page.waitForTimeout(300)
        if (key % 5 < 4) continue
        await other.goto(address)
        isOffered = await other.getByRole('link', {name: 'Hämta tillbaka den'}).count() > 0
      }
      assert.ok(isOffered, address)
      await other.getByRole('button', {name: 'Kasta den'}).click()
      await other.getByRole('link', {name: 'Hämta tillbaka den'}).waitFor({state: 'detached'})
      await other.close()
    }
    await context.close()
  })

  test('where what is typed cannot be kept that is said', async () => {
    const {context, page} = await open()
    await toPage(page, 'Om oss')
    await context.clearCookies()
    await page.getByLabel('Text', {exact: true}).fill('Mer.')
    await page.getByText('kan inte läggas undan').waitFor()
    // And what is sent nevertheless is given back.
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await page.getByRole('heading', {name: 'Redigeraren är låst'}).waitFor()
    assert.ok(await page.getByRole('paragraph').filter({hasText: /^Mer\.$/}).isVisible())
    assert.deepEqual(await violations(page), [])
    const again = await context.newPage()
    await again.goto(here.editor.address)
    await page.getByRole('button', {name: 'Skicka igen'}).click()
    await page.getByRole('heading', {name: 'Skicka en gång till'}).waitFor()
    assert.deepEqual(await violations(page), [])
    await page.getByRole('button', {name: 'Skicka igen'}).click()
    await page.getByRole('status').filter({hasText: 'Sparat.'}).waitFor()
    assert.equal(here.site.read(about), '---\nrubrik: Om oss\n---\n\nMer.\n')
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    assert.equal(here.site.read(about), '---\nrubrik: Om oss\n---\n\nHär är vi.\n')
    await context.close()
  })

  test('without a script a form saves all the same', async () => {
    const {context, page} = await open({javaScriptEnabled: false})
    await toCentre(page)
    await page.getByRole('link', {name: 'Öppettider'}).click()
    await page.getByLabel('Fredag').first().fill('9–11')
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await page.getByRole('status').waitFor()
    assert.equal(here.site.read(centre), text.replace('fredag: stängt', 'fredag: 9–11'))
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
    await page.getByRole('button', {name: 'Spara', exact: true}).click()
    await shown.getByText('08-530 610 44').first().waitFor()
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    await context.close()
  })

  const toPage = async (page, name) => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    await page.locator('.rows').getByRole('link', {name, exact: true}).click()
  }

  test('the page beside the form follows what is typed, and nothing is written', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).fill('08-530 610 71')
    await page.getByRole('button', {name: 'Visa hur det blir'}).click()
    const frame = page.frameLocator('#visning iframe')
    await frame.getByText('08-530 610 71').first().waitFor()
    assert.match(await page.locator('#visning iframe').getAttribute('src'), /^http:\/\/localhost:\d+\/\.fcsite\/visa\/[0-9a-f]{32}\/botkyrka\/familjecentraler\/fittja\/$/)
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).fill('08-530 610 72')
    await frame.getByText('08-530 610 72').first().waitFor()
    // What is wrong stands at its field, and the last page that could be made stays.
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).fill('12')
    await page.locator('#fel-phone').waitFor()
    assert.equal(await page.getByRole('textbox', {name: 'Telefon', exact: true}).getAttribute('aria-invalid'), 'true')
    assert.ok(await frame.getByText('08-530 610 72').count() > 0)
    assert.deepEqual(await violations(page), [])
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).fill('08-530 610 73')
    await frame.getByText('08-530 610 73').first().waitFor()
    await page.locator('#fel-phone').waitFor({state: 'detached'})
    // As wide as a telephone, and as a computer.
    const wide = () => frame.locator('html').evaluate(() => innerWidth)
    assert.ok(await wide() < 500)
    await page.getByLabel('Dator').check()
    assert.equal(await wide(), 1280)
    assert.equal(here.site.read(centre), text)
    await context.close()
  })

  test('who asks from far below how it will be is led to what is wrong, and the pane says it too', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).fill('12')
    const look = page.getByRole('button', {name: 'Visa hur det blir'})
    await look.scrollIntoViewIfNeeded()
    assert.ok(await page.evaluate(() => scrollY) > 300)
    await look.click()
    await page.locator('#fel-phone').waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'phone')
    const isSeen = (selector) => page.waitForFunction((selector) => {
      const {top, bottom} = document.querySelector(selector).getBoundingClientRect()
      return top >= 0 && bottom > top && bottom <= innerHeight
    }, selector)
    await isSeen('#fel-phone')
    await isSeen('#visning-lage.notice.bad')
    const state = page.locator('#visning-lage.notice.bad')
    assert.match(await state.textContent(), /12/)
    await page.getByRole('textbox', {name: 'Telefon', exact: true}).fill('08-530 610 71')
    await page.frameLocator('#visning iframe').getByText('08-530 610 71').first().waitFor()
    assert.equal(await state.count(), 0)
    await context.close()
  })

  test('what is put aside while somebody types leaves undo in the field as it is', async () => {
    const {context, page} = await open()
    await toPage(page, 'Om oss')
    const text = page.getByLabel('Text', {exact: true})
    await text.click()
    await page.keyboard.press('Control+End')
    const isKept = (response) => response.request().method() === 'POST' && response.status() === 204
    const kept = page.waitForResponse(isKept)
    await page.keyboard.type(' Mer.')
    await kept
    const again = page.waitForResponse(isKept)
    await page.keyboard.press('Control+z')
    assert.equal(await text.inputValue(), 'Här är vi.')
    await again
    await context.close()
  })

  test('a page of a theme in the frame reaches nothing of the editor', async () => {
    const {context, page} = await open()
    await toCentre(page)
    await page.getByRole('button', {name: 'Visa hur det blir'}).click()
    await page.frameLocator('#visning iframe').locator('h1').waitFor()
    const frame = page.frames().find((frame) => frame.url().includes('/.fcsite/visa/'))
    const reached = await frame.evaluate(async (editor) => {
      const read = () => { try { return parent.document.title } catch { return 'refused' } }
      const asked = await fetch(editor, {credentials: 'include'}).then(() => 'answered', () => 'refused')
      return [read(), asked]
    }, page.url())
    assert.deepEqual(reached, ['refused', 'refused'])
    await context.close()
  })

  test('without a script the page is shown beside the form all the same', async () => {
    const {context, page} = await open({javaScriptEnabled: false})
    await toPage(page, 'Om oss')
    await page.getByLabel('Text', {exact: true}).fill('Vi har flyttat till torget.')
    await page.getByRole('button', {name: 'Visa hur det blir'}).click()
    await page.frameLocator('#visning iframe').getByText('Vi har flyttat till torget.').waitFor()
    assert.equal(await page.getByLabel('Text', {exact: true}).inputValue(), 'Vi har flyttat till torget.')
    assert.equal(here.site.read(about), '---\nrubrik: Om oss\n---\n\nHär är vi.\n')
    await context.close()
  })

  test('on a telephone the page is behind a choice of its own', async () => {
    const {context, page} = await open({viewport: {width: 360, height: 740}})
    await toPage(page, 'Om oss')
    await page.getByRole('button', {name: 'Visa hur det blir'}).click()
    await page.locator('#visning').waitFor()
    assert.equal(await page.getByLabel('Text', {exact: true}).isVisible(), false)
    await page.getByLabel('Formuläret').check()
    assert.equal(await page.getByLabel('Text', {exact: true}).isVisible(), true)
    assert.equal(await page.locator('#visning').isVisible(), false)
    await context.close()
  })

  test('a news item is taken down with the keyboard, leads its readers on, and comes back', async () => {
    const {context, page} = await open()
    const before = here.site.read('content/botkyrka/news/2026-11-10-sang.md')
    await toPage(page, 'Sång')
    await page.getByRole('link', {name: 'Ta ner sidan'}).focus()
    await page.keyboard.press('Enter')
    await page.getByText('/nyheter/2026-11-10-sang/').waitFor()
    await page.getByLabel(/Vart ska läsarna/).focus()
    await page.keyboard.type('Om oss')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({hasText: 'Sidan är nertagen'}).waitFor()
    assert.equal(existsSync(join(here.site.folder, 'content/botkyrka/news/2026-11-10-sang.md')), false)
    assert.match(here.site.read(about), /gamla adresser:\n {2}- \/nyheter\/2026-11-10-sang\/\n/)
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    assert.equal(here.site.read('content/botkyrka/news/2026-11-10-sang.md'), before)
    assert.equal(here.site.read(about), '---\nrubrik: Om oss\n---\n\nHär är vi.\n')
    await context.close()
  })

  test('a picture is chosen, described, and shown by the text', async () => {
    const {context, page} = await open()
    await toPage(page, 'Om oss')
    await page.getByRole('button', {name: 'Spara och lägg till en bild eller ett dokument'}).click()
    await page.getByLabel(/^Fil/).first().setInputFiles({name: 'Vårt hus.png', mimeType: 'image/png', buffer: picture(640, 480)})
    await page.getByRole('button', {name: 'Lägg till bilden'}).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement.id), 'fel')
    assert.deepEqual(await violations(page), [])
    await page.getByLabel(/^Fil/).first().setInputFiles({name: 'Vårt hus.png', mimeType: 'image/png', buffer: picture(640, 480)})
    await page.getByRole('textbox', {name: 'Alt-text'}).fill('Ett gult hus')
    await page.getByRole('button', {name: 'Lägg till bilden'}).click()
    await page.getByRole('status').filter({hasText: 'Sparat.'}).waitFor()
    assert.match(here.site.read(about), /!\[Ett gult hus\]\(\.\.\/images\/vart-hus\.png\)/)
    await page.getByRole('button', {name: 'Visa hur det blir'}).click()
    await page.frameLocator('#visning iframe').getByAltText('Ett gult hus').waitFor()
    const seen = await page.frameLocator('#visning iframe').getByAltText('Ett gult hus').evaluate(async (image) => { await image.decode(); return image.naturalWidth })
    assert.ok(seen > 0)
    await page.getByRole('button', {name: 'Ångra senaste sparningen'}).click()
    await page.getByRole('status').waitFor()
    assert.equal(existsSync(join(here.site.folder, 'content/botkyrka/images/vart-hus.png')), false)
    await context.close()
  })

  test('the site is published to a folder, in words first', async () => {
    const {context, page} = await open()
    await page.getByRole('link', {name: 'Publicera'}).first().click()
    await page.getByRole('button', {name: /Se vad som ändras.*intern/}).click()
    await page.getByRole('heading', {name: 'Det här ändras för läsarna'}).waitFor()
    assert.deepEqual(await violations(page), [])
    await page.getByText('/botkyrka/familjecentraler/fittja/', {exact: true}).waitFor()
    assert.equal(existsSync(join(here.site.folder, 'visas/index.html')), false)
    if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, 'plan-1280.png'), fullPage: true})
    await page.getByRole('button', {name: 'Publicera nu'}).click()
    await page.getByRole('heading', {name: 'Klart'}).waitFor()
    assert.deepEqual(await violations(page), [])
    if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, 'published-1280.png'), fullPage: true})
    assert.match(readFileSync(join(here.site.folder, 'visas/botkyrka/familjecentraler/fittja/index.html'), 'utf8'), /Familjecentralen i Fittja/)
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
    assert.equal(here.site.read(centre), text)
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
    await context.close()
  })

  const statement = async (page) => {
    await page.goto(here.at('/redigera/k/botkyrka'))
    return page.getByRole('link', {name: 'Tillgänglighetsredogörelse'}).getAttribute('href')
  }
  const ofSite = async (page) => {
    await page.goto(here.at('/redigera/'))
    return page.getByRole('link', {name: /^Webbplatsens namn/}).getAttribute('href')
  }

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`every view is without fault and no wider than ${width}, ${colorScheme}`, async () => {
        const {context, page} = await open({colorScheme, viewport: {width, height: 800}})
        await toCentre(page)
        const form = page.url()
        const news = await (async () => {
          await page.goto(here.at('/redigera/k/botkyrka'))
          return page.locator('section', {hasText: 'Skriv en nyhet'}).locator('.rows a').first().getAttribute('href')
        })()
        const views = ['/redigera/', '/redigera/k/botkyrka', '/redigera/ny/botkyrka/news', news, `${form}`, `${form}?bara=tider`,
          `${news}/ta-ner`, `${news}/fil`, `${form}/ta-ner`, '/redigera/publicera',
          `${form}?del=activities`, `${form}?del=activities.0`, `${form}?del=notices&ny=1`, `${form}?del=services.0`, '/redigera/finns-inte',
          '/redigera/ny-kommun', '/redigera/ny/botkyrka/centre', '/redigera/gor/nyhet', `${form}?del=exceptions&ny=1`, `${news}/fil?sparat=1&rad=0`,
          await statement(page), await ofSite(page)]
        for (const [at, view] of views.entries()) {
          await page.goto(here.at(view))
          assert.deepEqual(await violations(page), [], view)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= width, `${view}: ${wide}`)
          const small = await page.evaluate(() => [...document.querySelectorAll('main .button, button:not([tabindex="-1"]), input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43).map((one) => one.outerHTML.slice(0, 90)))
          assert.deepEqual(small, [], view)
          if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, `${at}-${width}-${colorScheme}.png`), fullPage: true})
        }
        // And with the page beside the form.
        await page.goto(form)
        await page.getByRole('button', {name: 'Visa hur det blir'}).click()
        await page.frameLocator('#visning iframe').locator('h1').waitFor()
        for (const name of ['Telefon', 'Dator']) {
          await page.locator('#visning').getByLabel(name).check()
          assert.deepEqual(await violations(page), [], name)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= width, `${name}: ${wide}`)
          if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, `preview-${name}-${width}-${colorScheme}.png`)})
        }
        await context.close()
      })
    }
  }
})
