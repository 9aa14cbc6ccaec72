// The editor of a site, as the real program, and a browser that is let in.
import {after, before} from 'node:test'
import {spawn} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {chromium as browsers} from 'playwright-core'
import {project, today} from './project.mjs'
import {binary, chromium} from './site.mjs'

/// Starts the editor of a site, at a port where one is given; gives the address that lets one in.
export async function edit(site, port = '0') {
  const program = spawn(binary(), ['edit', '--source', site.folder, '--port', port, '--no-open', '--now', today, '--lang', 'sv'], {stdio: ['ignore', 'ignore', 'pipe']})
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

/// A folder that the tests publish to, which `publish.yaml` calls `intern`.
export const target = {'publish.yaml': 'intern:\n  mapp: visas\n  webbadress: http://127.0.0.1:9\n'}

/// A small site with these files, its editor and a browser, for the tests of a suite: begun before them and ended after.
export function edited(files) {
  const here = {}
  before(async () => {
    here.site = project(files)
    if ('publish.yaml' in files) mkdirSync(join(here.site.folder, 'visas'))
    here.editor = await edit(here.site)
    here.browser = await browsers.launch({executablePath: chromium()})
  })
  after(async () => {
    await here.browser?.close()
    await here.editor?.stop()
    here.site?.remove()
  })
  /// The editor's first page, in a window that shares nothing with others.
  here.open = async (options = {}) => {
    const context = await here.browser.newContext({viewport: {width: 1280, height: 900}, ...options})
    const page = await context.newPage()
    await page.goto(here.editor.address)
    here.path = new URL(page.url()).pathname
    return {context, page}
  }
  /// The address of a page of the editor, whose path is another each time and is `/redigera/` to the tests. The editor was opened before.
  here.at = (path) => new URL(path.replace(/^\/redigera\//, here.path), here.editor.address).href
  return here
}
