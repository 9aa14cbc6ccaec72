// Something new in the editor: made without a script, seen before it is saved, saved before it is finished, and hours copied from day to day.
import {describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {violations} from './axe.mjs'
import {edited} from './editor.mjs'

const centre = 'content/botkyrka/centres/fittja.yaml'
const text = `namn: Familjecentralen i Fittja
status: öppen
verksamheter:
  - typ: bvc
öppettider:
  måndag: 9–12
aktiviteter:
  - {id: sang, rubrik: Sångstund, dag: tisdag, från: 10.00, till: 10.30}
kontrollerad: 2026-10-01
`
const today = '2026-11-21'

describe('something new in the editor', () => {
  const here = edited({[centre]: text})
  const at = (page, path) => page.goto(here.at(`/redigera/${path}`))
  const button = (page, name) => page.getByRole('button', {name, exact: true})
  const said = (page, words) => page.getByRole('status').filter({hasText: words}).first().waitFor()
  const undo = async (page) => {
    await button(page, 'Ångra senaste sparningen').click()
    await said(page, 'ångrad')
  }
  const isThere = (file) => existsSync(join(here.site.folder, 'content', file))

  for (const javaScriptEnabled of [false, true]) {
    // What looks for faults of access is a script.
    const isSound = async (page) => { if (javaScriptEnabled) assert.deepEqual(await violations(page), []) }
    const how = javaScriptEnabled ? 'with a script' : 'without a script'

    test(`a news item is made and saved ${how}`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      await page.getByRole('link', {name: 'Skriv en nyhet'}).click()
      await page.getByRole('link', {name: 'Botkyrka kommun'}).click()
      await page.getByLabel(/^Rubrik/).fill('Nya tider')
      await page.getByLabel(/^Ingress/).fill('Vi har nya tider.')
      await page.getByLabel('Text', {exact: true}).fill('Från måndag.')
      await page.getByLabel('Utkast: publicera inte än').uncheck()
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      assert.equal(here.site.read(`content/botkyrka/news/${today}-nya-tider.md`), '---\nrubrik: Nya tider\ningress: Vi har nya tider.\n---\n\nFrån måndag.\n')
      await undo(page)
      await context.close()
    })

    test(`a page is made and saved ${how}`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      await at(page, 'k/botkyrka')
      await page.getByRole('link', {name: 'Skriv en ny sida'}).click()
      await page.getByLabel(/^Rubrik/).fill('Hitta hit')
      await page.getByLabel('Text', {exact: true}).fill('Ta tåget.')
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      assert.equal(here.site.read('content/botkyrka/pages/hitta-hit.md'), '---\nrubrik: Hitta hit\nutkast: ja\n---\n\nTa tåget.\n')
      await undo(page)
      await context.close()
    })

    test(`a centre is made and saved ${how}, with its hours`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      await at(page, 'k/botkyrka')
      await page.getByRole('link', {name: 'Lägg till en familjecentral'}).click()
      await page.getByLabel(/^Namn/).fill('Familjecentralen i Tumba')
      await page.getByLabel('BVC', {exact: true}).check()
      await button(page, 'Lägg till').click()
      await said(page, 'Familjecentralen finns nu')
      await page.getByLabel('Måndag').first().fill('8–12')
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      assert.match(here.site.read('content/botkyrka/centres/tumba.yaml'), /^namn: Familjecentralen i Tumba\nstatus: öppen\nverksamheter:\n {2}- typ: bvc\n[^]*^öppettider:\n {2}måndag: 8–12\n/m)
      await undo(page)
      await undo(page)
      assert.equal(isThere('botkyrka/centres/tumba.yaml'), false)
      await context.close()
    })

    test(`an activity is made and saved ${how}`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      // There is one centre, so nobody is asked where.
      await page.getByRole('link', {name: 'Lägg till en aktivitet'}).click()
      await page.locator('[name="activities.+.title.sv"]').fill('Babymassage')
      await page.locator('[name="activities.+.day"]').fill('onsdag')
      await page.locator('[name="activities.+.from"]').fill('13.00')
      await page.locator('[name="activities.+.to"]').fill('14.00')
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      await page.getByRole('link', {name: 'Babymassage', exact: true}).waitFor()
      assert.match(here.site.read(centre), /id: babymassage, rubrik: Babymassage, dag: onsdag|- id: babymassage\n {4}rubrik: Babymassage\n {4}dag: onsdag/)
      await undo(page)
      assert.equal(here.site.read(centre), text)
      await context.close()
    })

    test(`a draft without a lead is saved ${how}, and what it lacks leads to its field`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      await at(page, 'ny/botkyrka/news')
      await page.getByLabel(/^Rubrik/).fill('Mer kommer')
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      await page.getByRole('link', {name: 'Ingress måste fyllas i.'}).click()
      assert.equal(new URL(page.url()).hash, '#lead')
      if (javaScriptEnabled) assert.equal(await page.evaluate(() => document.activeElement.id), 'lead')
      assert.equal(here.site.read(`content/botkyrka/news/${today}-mer-kommer.md`), '---\nrubrik: Mer kommer\nutkast: ja\n---\n')
      await isSound(page)
      // It is seen among the texts that the writer is shown, and nothing stops the site.
      await page.getByLabel('Utkast', {exact: true}).selectOption('Nej')
      await button(page, 'Spara').click()
      await page.getByRole('alert').getByText('Ingress måste fyllas i.').waitFor()
      await isSound(page)
      await button(page, 'Spara som utkast').click()
      await page.getByRole('heading', {name: 'Det här är ett utkast. Innan det kan publiceras:'}).waitFor()
      assert.equal(here.site.read(`content/botkyrka/news/${today}-mer-kommer.md`), '---\nrubrik: Mer kommer\nutkast: ja\n---\n')
      await at(page, '')
      assert.equal(await page.getByText('Fel som stoppar bygget').count(), 0)
      await undo(page)
      await context.close()
    })

    test(`the page stands beside a text that is in no file yet ${how}`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      const frame = page.frameLocator('#visning iframe')
      await at(page, 'ny/botkyrka/news')
      await page.getByLabel(/^Rubrik/).fill('Alldeles ny')
      await page.getByLabel('Text', {exact: true}).fill('## Mellan\n\nOrd.')
      await button(page, 'Visa hur det blir').click()
      await frame.getByRole('heading', {name: 'Alldeles ny', level: 1}).waitFor()
      await frame.getByRole('heading', {name: 'Mellan'}).waitFor()
      if (javaScriptEnabled) {
        // It follows what is typed, and says at the field what is wrong.
        await page.getByLabel('Text', {exact: true}).fill('Andra ord.')
        await frame.getByText('Andra ord.').waitFor()
        await page.getByLabel('Text', {exact: true}).fill('# Ett')
        await page.locator('#fel-body').waitFor()
        await frame.getByText('Andra ord.').waitFor()
      } else {
        await page.getByLabel('Text', {exact: true}).fill('# Ett')
        await button(page, 'Visa hur det blir').click()
        await page.locator('#fel-body').waitFor()
      }
      await isSound(page)
      await at(page, 'ny/botkyrka/page')
      await page.getByLabel(/^Rubrik/).fill('Hitta hit')
      await button(page, 'Visa hur det blir').click()
      await frame.getByRole('heading', {name: 'Hitta hit', level: 1}).waitFor()
      await at(page, 'ny/botkyrka/centre')
      await page.getByLabel(/^Namn/).fill('Familjecentralen i Tumba')
      await page.getByLabel('BVC', {exact: true}).check()
      await button(page, 'Visa hur det blir').click()
      // Long words have hyphens in them that nobody sees.
      await frame.getByRole('heading', {name: /Tumba/, level: 1}).waitFor()
      await isSound(page)
      assert.equal(isThere('botkyrka/centres/tumba.yaml') || isThere('botkyrka/pages/hitta-hit.md') || isThere(`botkyrka/news/${today}-alldeles-ny.md`), false)
      await context.close()
    })

    test(`hours are copied to the days that are chosen ${how}`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      await page.getByRole('link', {name: 'Ändra öppettider'}).click()
      await page.getByText('Kopiera till fler dagar').first().click()
      await page.getByLabel('Lördag').first().fill('10–14')
      await page.getByLabel('Från', {exact: true}).first().selectOption('Lördag')
      const days = page.getByRole('group', {name: 'Till', exact: true}).first()
      for (const day of ['Tisdag', 'Onsdag', 'Torsdag', 'Fredag']) await days.getByLabel(day).uncheck()
      await days.getByLabel('Söndag').check()
      await button(page, 'Kopiera tiderna').first().click()
      await page.locator('#tvaveckor').getByRole('row', {name: /Söndag 29\/11/}).getByText('10.00–14.00').waitFor()
      assert.equal(await page.getByRole('textbox', {name: 'Söndag'}).first().inputValue(), '10–14')
      assert.equal(await page.getByRole('textbox', {name: 'Tisdag'}).first().inputValue(), '')
      assert.equal(here.site.read(centre), text)
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      assert.match(here.site.read(centre), /^öppettider:\n {2}måndag: 9–12\n {2}lördag-söndag: 10–14\n/m)
      await undo(page)
      // Without a choice the days from Tuesday to Friday get what Monday has.
      await page.getByRole('link', {name: 'Ändra öppettider'}).click()
      await page.getByText('Kopiera till fler dagar').first().click()
      await isSound(page)
      await button(page, 'Kopiera tiderna').first().click()
      await page.locator('#tvaveckor').getByRole('row', {name: /Fredag 27\/11/}).getByText('9.00–12.00').waitFor()
      if (javaScriptEnabled) await said(page, 'Tiderna är kopierade')
      await button(page, 'Spara').click()
      await said(page, 'Sparat.')
      assert.match(here.site.read(centre), /^öppettider:\n {2}måndag: 9–12\n {2}tisdag-fredag: 9–12\n/m)
      await undo(page)
      await context.close()
    })

    test(`Enter in a field saves, and nothing else ${how}`, async () => {
      const {context, page} = await here.open({javaScriptEnabled})
      await at(page, 'ny/botkyrka/page')
      await page.getByLabel(/^Rubrik/).fill('Med Enter')
      await page.getByLabel(/^Rubrik/).press('Enter')
      await said(page, 'Sparat.')
      assert.equal(new URL(page.url()).pathname.endsWith('/fil'), false)
      await page.getByLabel(/^Rubrik/).fill('Med Enter igen')
      await page.getByLabel(/^Rubrik/).press('Enter')
      await said(page, 'Sparat.')
      assert.match(here.site.read('content/botkyrka/pages/med-enter.md'), /^rubrik: Med Enter igen$/m)
      await undo(page)
      await undo(page)
      await page.getByRole('link', {name: 'Ändra öppettider'}).click()
      await page.getByRole('textbox', {name: 'Lördag'}).first().fill('10–11')
      await page.getByRole('textbox', {name: 'Lördag'}).first().press('Enter')
      await said(page, 'Sparat.')
      assert.match(here.site.read(centre), /^öppettider:\n {2}måndag: 9–12\n {2}lördag: 10–11\n/m)
      await undo(page)
      await context.close()
    })
  }

  test('a new text without a title is kept without a script, and offered when the form is opened again', async () => {
    const {context, page} = await here.open({javaScriptEnabled: false})
    await at(page, 'ny/botkyrka/news')
    await page.getByLabel('Text', {exact: true}).fill('En lång text som ingen vill skriva om.')
    await button(page, 'Spara').click()
    await page.getByRole('alert').getByText('redigeraren har lagt undan det').waitFor()
    await at(page, 'ny/botkyrka/news')
    // What was left from before waits for its own answer; what was typed last comes first.
    await page.getByRole('link', {name: 'Hämta tillbaka den'}).first().click()
    assert.equal(await page.getByLabel('Text', {exact: true}).inputValue(), 'En lång text som ingen vill skriva om.')
    await at(page, 'ny/botkyrka/news')
    await button(page, 'Kasta den').first().click()
    await page.getByText('En lång text som ingen vill skriva om.').waitFor({state: 'detached'})
    await context.close()
  })

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`what is new is seen without fault and no wider than ${width}, ${colorScheme}`, async () => {
        const {context, page} = await here.open({colorScheme, viewport: {width, height: 800}})
        for (const [kind, fill] of [['news', 'Rubrik'], ['page', 'Rubrik'], ['centre', 'Namn']]) {
          await at(page, `ny/botkyrka/${kind}`)
          await page.getByLabel(new RegExp(`^${fill}`)).fill('Familjecentralen i Tullinge')
          if (kind === 'centre') await page.getByLabel('BVC', {exact: true}).check()
          await button(page, 'Visa hur det blir').click()
          await page.frameLocator('#visning iframe').getByRole('heading', {level: 1}).waitFor()
          assert.deepEqual(await violations(page), [], kind)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= width, `${kind}: ${wide}`)
          if (process.env.PICTURES) await page.screenshot({path: join(process.env.PICTURES, `new-${kind}-${width}-${colorScheme}.png`)})
        }
        await context.close()
      })
    }
  }
})
