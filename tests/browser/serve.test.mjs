// `fcsite serve` with a real browser: what one sees while one writes. Run with `npm test`; see tests/run.
//
// A page that is not reloaded is shown by waiting for something that comes after, never by waiting for some time: a mark on
// its window is still there when its next change is, and it was loaded only as often as it changed.
import {after, before, describe} from 'node:test'
import {chromium as browsers} from 'playwright-core'
import {editTests} from './edits.mjs'
import {markTests} from './marks.mjs'
import {overlayTests} from './overlay.mjs'
import {chromium, flags} from './site.mjs'
import {tabTests} from './tabs.mjs'

const suite = {}

describe('fcsite serve in a browser', () => {
  before(async () => {
    suite.browser = await browsers.launch({executablePath: chromium(), args: flags})
  })
  after(() => suite.browser?.close())
  editTests(suite)
  overlayTests(suite)
  markTests(suite)
  tabTests(suite)
})
