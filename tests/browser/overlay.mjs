// What one sees while the site has errors: what the terminal says, over the last version of the site that worked.
import assert from 'node:assert/strict'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, test} from 'node:test'
import {violations} from './axe.mjs'
import * as checks from './checks.mjs'
import {long, news, play, song} from './project.mjs'
import {pictures} from './site.mjs'
import {holds, isSame, served, serves, shows} from './windows.mjs'

const fault = {from: 'lead: Om Sång.', to: 'led: Om Sång.'}
const overlay = (page) => page.getByRole('alertdialog')
const gone = (page) => holds(page, () => !document.querySelector('fcsite-errors'))
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return (element.shadowRoot?.activeElement ?? element).tagName.toLowerCase()
  })

export function overlayTests(suite) {
  describe('errors', () => {
    const here = served(suite)
    const spoil = () => here.site.edit(song.file, fault.from, fault.to)
    const mend = () => here.site.edit(song.file, fault.to, fault.from)
    // A test that failed half-way leaves nothing wrong to the next one, and the next one's windows are opened when the page is as it was: else
    // they would be loaded again by what this one did.
    afterEach(async () => {
      here.site.write(song.file, news('Sång', '2026-11-10', long))
      await serves(here.url + song.path, 'Stycke 3.')
    })

    test('are shown over every page with file and line, and the last good site stays below', async () => {
      const [page, other] = [await here.open(song.path), await here.open(play.path)]
      spoil()
      for (const each of [page, other]) {
        await overlay(each).waitFor()
        const text = await overlay(each).innerText()
        assert.match(text, /FC\d{4}/)
        assert.match(text, new RegExp(`${song.file}:4:1`))
        assert.match(text, /led: Om Sång\.\n.*\^/)
      }
      assert.ok(await page.locator('h1', {hasText: 'Sång'}).isVisible())
      assert.match(await (await fetch(here.url + song.path)).text(), /Om Sång\./)
      mend()
      await Promise.all([gone(page), gone(other)])
      // Nothing else came of it: the page's next change is the only time that it is loaded.
      here.site.edit(play.file, 'Stycke 2.', 'Lek två, nyskrivet.')
      await shows(other, 'Lek två, nyskrivet.')
      assert.deepEqual([page.loads, other.loads], [0, 1])
      assert.ok(await isSame(page))
    })

    test('that are mended with another text change that page, and no other', async () => {
      const [page, other] = [await here.open(song.path), await here.open(play.path)]
      spoil()
      await Promise.all([overlay(page).waitFor(), overlay(other).waitFor()])
      const looked = other.waitForResponse((response) => response.url() === other.url())
      here.site.write(song.file, here.site.read(song.file).replace(fault.to, fault.from).replace('Stycke 3.', 'Stycke tre.'))
      await shows(page, 'Stycke tre.')
      await Promise.all([gone(page), gone(other), looked])
      here.site.edit(play.file, 'Stycke 3.', 'Lek tre, nyskrivet.')
      await shows(other, 'Lek tre, nyskrivet.')
      assert.deepEqual([page.loads, other.loads], [1, 1])
    })

    test('can be read and put away with the keyboard, which then is where it was', async () => {
      const page = await here.open(song.path)
      const brand = page.locator('a.brand')
      await brand.focus()
      spoil()
      await overlay(page).waitFor()
      assert.equal(await focused(page), 'button')
      await page.keyboard.press('Tab')
      assert.equal(await focused(page), 'pre')
      await page.keyboard.press('Escape')
      await overlay(page).waitFor({state: 'hidden'})
      assert.ok(await brand.evaluate((element) => element === document.activeElement))
      // The next fault is shown again, although the last one was put away.
      here.site.edit(song.file, fault.to, 'leed: Om Sång.')
      await overlay(page).waitFor()
      await page.getByRole('alertdialog').getByRole('button').click()
      await overlay(page).waitFor({state: 'hidden'})
      here.site.edit(song.file, 'leed: Om Sång.', fault.from)
      await gone(page)
      assert.ok(await isSame(page))
    })

    test('are shown at once where a page is opened while the site has them', async () => {
      const before = await here.open(play.path)
      spoil()
      await overlay(before).waitFor()
      const page = await here.open(song.path)
      await overlay(page).waitFor()
      assert.match(await overlay(page).innerText(), new RegExp(song.file))
      mend()
      await Promise.all([gone(page), gone(before)])
    })

    test('can be read by everyone, on a phone, a tablet and a computer', async () => {
      mkdirSync(pictures, {recursive: true})
      const page = await here.open(song.path)
      // Two faults, one of them in a line that is longer than any screen.
      const wrong = here.site.read(song.file).replace(fault.from, fault.to)
      here.site.write(song.file, wrong.replace('Stycke 1.', `Läs [mer](../saknas.md) ${'om sång och lek '.repeat(20)}`))
      await overlay(page).waitFor()
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({width, height: 800})
        assert.deepEqual(await violations(page), [], `${width} px`)
        assert.deepEqual(await page.evaluate(checks.sideways), [], `${width} px`)
        assert.deepEqual(await overlay(page).evaluate(whole), [], `${width} px`)
        await page.screenshot({path: join(pictures, `serve-overlay-${width}.png`)})
      }
      await page.setViewportSize({width: 320, height: 256}) // 1280 × 1024 at four times the size
      await page.screenshot({path: join(pictures, 'serve-overlay-320.png')})
      assert.deepEqual(await page.evaluate(checks.sideways), [], '320 px')
      // By touch or wheel, wherever on the dialog, and by the keyboard.
      await page.mouse.move(160, 60)
      await page.mouse.wheel(0, 10_000)
      await holds(page, endIsSeen)
      await overlay(page).evaluate((dialog) => dialog.scrollTo(0, 0))
      await page.keyboard.press('Tab')
      assert.equal(await focused(page), 'pre')
      await page.keyboard.press('End')
      await holds(page, endIsSeen)
    })
  })

  describe('a site that has errors from the start', () => {
    const here = served(suite, {files: {[song.file]: '---\ntitle: Sång\nled: Om Sång.\n---\n'}})

    test('is shown as soon as they are mended', async () => {
      const page = await here.context.newPage()
      await page.goto(here.url)
      await overlay(page).waitFor()
      assert.match(await overlay(page).innerText(), new RegExp(song.file))
      assert.deepEqual(await violations(page), [])
      await page.screenshot({path: join(pictures, 'serve-from-the-start.png')})
      here.site.write(song.file, '---\ntitle: Sång\ndate: 2026-11-10\nlead: Om Sång.\n---\nSjung.\n')
      await shows(page, 'Tyresö kommun')
      await gone(page)
    })
  })
}

/// Is all of the dialog on the screen, and can its text be read without scrolling sideways? Runs in the page.
function whole(dialog) {
  const faults = []
  const inside = (rect) => rect.left >= 0 && rect.top >= 0 && rect.right <= innerWidth && rect.bottom <= innerHeight
  for (const element of [dialog, dialog.querySelector('button'), dialog.querySelector('pre')]) {
    const name = element.tagName.toLowerCase()
    if (!inside(element.getBoundingClientRect())) faults.push(`${name} is not all in sight`)
    if (element.scrollWidth > element.clientWidth) faults.push(`${name} scrolls sideways`)
  }
  const pre = dialog.querySelector('pre').getBoundingClientRect()
  const box = dialog.getBoundingClientRect()
  if (pre.bottom > box.bottom + 1 || pre.height < 40) faults.push('the text is cut off')
  return faults
}

/// Is the end of the errors on the screen? Runs in the page.
function endIsSeen() {
  const dialog = document.querySelector('fcsite-errors').shadowRoot.querySelector('dialog')
  const end = dialog.querySelector('pre').getBoundingClientRect().bottom
  return end <= dialog.getBoundingClientRect().bottom + 1 && end > 0
}
