// What one sees of an edit: the page, its place, its style, and nothing of it elsewhere.
import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, test} from 'node:test'
import {setTimeout} from 'node:timers/promises'
import {contents, play, region, song} from './project.mjs'
import {holds, isSame, served, shows} from './windows.mjs'

export function editTests(suite) {
  describe('an edit', () => {
    const here = served(suite)

    test('is seen without a reload by hand, at the same place of the page, and no other page is loaded again', async () => {
      const [page, other] = [await here.open(song.path), await here.open(play.path)]
      await page.evaluate(() => scrollTo(0, 900))
      const looked = other.waitForResponse((response) => response.url() === other.url())
      here.site.edit(song.file, 'Stycke 40.', 'Stycke fyrtio, nyskrivet.')
      await shows(page, 'Stycke fyrtio, nyskrivet.')
      await holds(page, () => scrollY === 900)
      await looked
      // The other page's own edit: it comes last, so whatever the first one did to that page is done.
      here.site.edit(play.file, 'Stycke 40.', 'Lek fyrtio, nyskrivet.')
      await shows(other, 'Lek fyrtio, nyskrivet.')
      assert.deepEqual([page.loads, other.loads], [1, 1])
    })

    test('of a theme changes the style of pages that stay as they are', async () => {
      const [page, other] = [await here.open(song.path), await here.open(play.path)]
      const colour = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const before = await colour(other)
      const sheets = await page.locator('link[rel=stylesheet]').count()
      here.site.edit('themes/botkyrka/theme.yaml', 'color-background: "#fff9f1"', 'color-background: "#f1fff9"')
      await holds(page, () => getComputedStyle(document.body).backgroundColor === 'rgb(241, 255, 249)')
      here.site.write('themes/botkyrka/assets/theme.css', `${here.site.read('themes/botkyrka/assets/theme.css')}\nh1{letter-spacing:7px}\n`)
      await holds(page, () => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px')
      // The old stylesheets go when the new one is there.
      await holds(page, (sheets) => document.querySelectorAll('link[rel=stylesheet]').length === sheets, sheets)
      assert.ok(await isSame(page))
      assert.ok(await isSame(other))
      assert.equal(await colour(other), before)
      assert.deepEqual([page.loads, other.loads], [0, 0])
    })

    test('of a template loads the page that is looked at once, with the new words, and all other pages have them too', async () => {
      const other = await here.open('botkyrka/nyheter/')
      const page = await here.open(song.path)
      here.site.edit('themes/botkyrka/templates/layout.html', '{% block header_art %}', '{% block header_art %}<p>Ett annat huvud</p>')
      await shows(page, 'Ett annat huvud')
      await shows(other, 'Ett annat huvud')
      // What comes after it is its own edit: by then nothing of the first one is under way.
      here.site.edit(song.file, 'Stycke 2.', 'Stycke två, nyskrivet.')
      await shows(page, 'Stycke två, nyskrivet.')
      assert.deepEqual([page.loads, other.loads], [2, 1])
    })

    test('leads nowhere without --follow', async () => {
      const page = await here.open('tyreso/')
      here.site.edit(song.file, 'Stycke 1.', 'Stycke ett.')
      const title = here.site.read(play.file).replace('title: Lek', 'title: Lek och bus')
      here.site.write(play.file, title)
      await shows(page, 'Lek och bus')
      assert.equal(page.url(), `${here.url}tyreso/`)
    })

    test('the link to the region leads to this server, not to the address on the web', async () => {
      const page = await here.open('botkyrka/')
      await page.getByRole('contentinfo').getByRole('link', {name: 'Familjecentraler i Länet'}).click()
      await page.waitForURL(here.url)
      await shows(page, 'Tyresö kommun')
    })

    test('leaves no trace of the server in what is served from, nor in what is built for the web', async () => {
      const page = await here.open('botkyrka/')
      assert.equal(await page.locator('script[src="/.fcsite/client.js"]').count(), 1)
      assert.ok(!existsSync(join(here.site.folder, 'public')), 'serve has a folder of its own')
      const built = contents(here.site.build())
      assert.ok(built.length > 30)
      assert.ok(built.some(([, bytes]) => bytes.includes(region)))
      assert.deepEqual(traces(built, ['.fcsite', 'client.js', 'fcsite-errors', 'EventSource', '127.0.0.1']), [])
      const shown = contents(join(here.site.folder, '.fcsite', 'serve'))
      assert.deepEqual(traces(shown, ['client.js', 'fcsite-errors', 'EventSource']), [])
    })
  })

  describe('an edit with --follow', () => {
    const here = served(suite, {args: ['--follow']})

    test('leads the browser to the page of what was edited', async () => {
      const page = await here.open()
      here.site.edit(song.file, 'Stycke 1.', 'Stycke ett, nyskrivet.')
      await page.waitForURL(here.url + song.path)
      await shows(page, 'Stycke ett, nyskrivet.')
      here.site.edit(play.file, 'Stycke 1.', 'Lek ett, nyskrivet.')
      await page.waitForURL(here.url + play.path)
      await shows(page, 'Lek ett, nyskrivet.')
    })

    test('leads the browser there too when it comes before the page listens, and not when one goes back', async () => {
      const page = await here.context.newPage()
      // The client is held back until the edit is there.
      let sent
      const held = new Promise((resolve) => (sent = resolve))
      await page.route('**/.fcsite/client.js', async (route) => {
        await held
        await route.continue()
      })
      const opened = page.goto(here.url + play.path)
      await page.getByRole('heading', {level: 1}).waitFor()
      here.site.edit(song.file, 'Stycke 2.', 'Stycke två, nyskrivet.')
      while (!(await (await fetch(here.url + song.path)).text()).includes('Stycke två, nyskrivet.')) await setTimeout(50)
      sent()
      await opened.catch(() => {}) // what it leads to may come before the first page is whole
      await page.waitForURL(here.url + song.path)
      const looked = page.waitForResponse((response) => response.url() === here.url + play.path && response.request().resourceType() === 'fetch')
      await page.goBack()
      await looked
      assert.equal(page.url(), here.url + play.path)
    })
  })
}

/// Which files hold which of these words. What fcsite keeps for itself begins with a dot and is never served.
function traces(files, words) {
  const published = files.filter(([path]) => !path.startsWith('.fcsite'))
  return published.flatMap(([path, bytes]) => words.filter((word) => bytes.includes(word)).map((word) => `${path}: ${word}`))
}
