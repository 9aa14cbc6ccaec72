// Windows of a browser that look at a served site.
import {after, afterEach, before} from 'node:test'
import {setTimeout} from 'node:timers/promises'
import {project, start} from './project.mjs'

/// Serves a small site for the tests of a group, and closes each test's windows. What it gives is filled in before the first test.
export function served(suite, {args = [], files = {}} = {}) {
  const here = {}
  before(async () => {
    here.site = project(files)
    here.server = await start(here.site, ...args)
    here.url = here.server.url
    here.context = await suite.browser.newContext({locale: 'sv-SE', reducedMotion: 'reduce', viewport: {width: 1280, height: 800}})
    here.context.setDefaultTimeout(20_000)
    here.open = (path = '') => open(here, path)
  })
  // A browser has six connections to a host, and each window that listens has one of them.
  afterEach(() => Promise.all(here.context.pages().map((page) => page.close())))
  after(async () => {
    await here.context?.close()
    await here.server?.stop()
    here.site?.remove()
  })
  return here
}

/// Opens a window that listens. Its `loads` tells how often its page was loaded since.
export async function open(here, path) {
  const page = await here.context.newPage()
  const url = here.url + path
  // The page listens when it has heard how the site is: then it looks whether it is still the right one.
  const looked = page.waitForResponse((response) => response.url() === url && response.request().resourceType() === 'fetch')
  await page.goto(url)
  await looked
  page.loads = 0
  page.on('load', () => page.loads++)
  await page.evaluate(() => { window.mark = true })
  return page
}

/// Waits until the server gives a page that has this text.
export async function serves(url, text) {
  for (let tries = 0; tries < 200; tries++) {
    if ((await (await fetch(url)).text()).includes(text)) return
    await setTimeout(100)
  }
  throw new Error(`${url} never has ${text}`)
}

/// Waits until the page shows this text.
export const shows = (page, text) => page.getByText(text).first().waitFor()

/// Waits until this is true in the page.
export const holds = (page, condition, given) => page.waitForFunction(condition, given)

/// Is the window's page the one that was opened, never loaded again?
export const isSame = (page) => page.evaluate(() => window.mark === true)
