// The site of this repository in a real browser. Run with `npm test`; see tests/run.
import {after, before, describe} from 'node:test'
import {chromium as browsers} from 'playwright-core'
import {build, chromium, flags} from './site.mjs'
import {serve} from './server.mjs'
import {pageTests} from './pages.mjs'
import {folderTests} from './folders.mjs'

// The pages are known before the tests are declared, so the site is built first.
const output = build()
const suite = {output}

describe('the site in a browser', () => {
  before(async () => {
    suite.browser = await browsers.launch({executablePath: chromium(), args: flags})
    suite.server = await serve(output)
  })
  after(async () => {
    await suite.browser?.close()
    await suite.server?.close()
  })
  pageTests(suite)
  folderTests(suite)
})
