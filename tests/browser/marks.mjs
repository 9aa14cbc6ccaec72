// Drafts and what is still to come: shown with a mark to who writes them, and to nobody else.
import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, test} from 'node:test'
import {violations} from './axe.mjs'
import {pictures} from './site.mjs'
import {served} from './windows.mjs'

/// Each site in a theme of its own.
const sites = [
  {path: '', name: 'shared'},
  {path: 'botkyrka/', name: 'botkyrka'},
  {path: 'tyreso/', name: 'tyreso'},
]
const item = (page, title) => page.locator('article', {has: page.getByRole('link', {name: title, exact: true})})
const mark = (place, text) => place.locator('.pill-flag', {hasText: text})

export function markTests(suite) {
  describe('what is not published yet', () => {
    const here = served(suite)

    for (const {path, name} of sites) {
      test(`is marked in lists: ${name}`, async () => {
        const page = await here.open(`${path}nyheter/`)
        await mark(item(page, `Utkast ${name}`), 'Utkast').waitFor()
        await mark(item(page, `Senare ${name}`), 'Publiceras senare').waitFor()
        assert.equal(await mark(item(page, `Senare ${name}`), 'Utkast').count(), 0)
        if (path === 'tyreso/') assert.equal(await item(page, 'Lek').locator('.pill-flag').count(), 0)
        assert.deepEqual(await violations(page), [])
        await page.screenshot({path: join(pictures, `serve-marks-${name}.png`)})
      })

      test(`is marked on its own page, in its language: ${name}`, async () => {
        const page = await here.open(`${path}nyheter/2026-11-11-utkast-${name}/`)
        const head = page.locator('.news-page header')
        await mark(head, 'Utkast').waitFor()
        assert.deepEqual(await violations(page), [])
        await page.goto(`${here.url}${path}nyheter/2026-12-24-senare-${name}/`)
        await mark(head, 'Publiceras senare').waitFor()
        await page.goto(`${here.url}${path}en/nyheter/2026-12-24-senare-${name}/`)
        await mark(head, 'Draft').waitFor()
        await mark(head, 'To be published').waitFor()
        assert.deepEqual(await violations(page), [])
        await page.screenshot({path: join(pictures, `serve-mark-${name}.png`)})
      })
    }
  })

  describe('what is not published yet, with --published', () => {
    const here = served(suite, {args: ['--published']})

    test('is not shown', async () => {
      for (const {path, name} of sites) {
        for (const at of [`${path}nyheter/`, path]) {
          const text = await (await fetch(here.url + at)).text()
          assert.doesNotMatch(text, /Utkast|Senare|Later|pill-flag/, at)
        }
        for (const at of [`utkast-${name}`, `senare-${name}`]) {
          const day = at.startsWith('utkast') ? '2026-11-11' : '2026-12-24'
          assert.equal((await fetch(`${here.url}${path}nyheter/${day}-${at}/`)).status, 404, at)
        }
      }
      const page = await here.open('tyreso/nyheter/')
      await item(page, 'Lek').waitFor()
    })
  })
}
