// Many windows at once: a browser has six connections to a host, and a stream of news would hold one of them for each window.
import assert from 'node:assert/strict'
import http from 'node:http'
import {after, before, describe, test} from 'node:test'
import {song} from './project.mjs'
import {open, served, shows} from './windows.mjs'

const MANY = 20

export function tabTests(suite) {
  describe('many windows', () => {
    const here = served(suite)
    const near = {}
    before(async () => {
      near.proxy = await counting(here.url)
      Object.assign(near, {url: near.proxy.url, context: here.context})
    })
    after(() => near.proxy?.close())
    const streams = (count) => until(() => near.proxy.streams() === count, () => `${near.proxy.streams()} streams, not ${count}`)

    test('that are all seen share one stream, and each is loaded again', async () => {
      const pages = []
      for (let n = 0; n < MANY; n++) pages.push(await open(near, song.path))
      await streams(1)
      here.site.edit(song.file, 'Stycke 1.', 'Stycke ett, i alla fönster.')
      await Promise.all(pages.map((page) => shows(page, 'Stycke ett, i alla fönster.')))
      // The text is there before the page is loaded wholly.
      await until(() => pages.every((page) => page.loads === 1), () => `loaded ${pages.map((page) => page.loads)}`)
      await streams(1)
      // A window that closes takes the stream away from nobody.
      await pages.shift().close()
      here.site.edit(song.file, 'Stycke 2.', 'Stycke två, i de andra.')
      await Promise.all(pages.map((page) => shows(page, 'Stycke två, i de andra.')))
    })

    test('that are hidden hold no stream, and look when they are seen again', async () => {
      const pages = [await open(near, song.path), await open(near, song.path)]
      await streams(1)
      await turn(pages[0], 'hidden')
      await streams(1)
      await turn(pages[1], 'hidden')
      await streams(0)
      const looked = near.proxy.answered(song.path)
      here.site.edit(song.file, 'Stycke 3.', 'Stycke tre, medan ingen såg.')
      await until(async () => (await (await fetch(here.url + song.path)).text()).includes('medan ingen såg'), () => 'not built')
      assert.equal(near.proxy.answered(song.path), looked, 'nobody looked')
      await turn(pages[1], 'visible')
      await shows(pages[1], 'Stycke tre, medan ingen såg.')
      await streams(1)
      assert.equal(pages[0].loads, 0)
    })

    test('where the browser has no shared workers listen each for itself', async () => {
      const context = await suite.browser.newContext()
      await context.addInitScript(() => delete window.SharedWorker)
      const page = await open({...near, context}, song.path)
      await streams(1)
      here.site.edit(song.file, 'Stycke 4.', 'Stycke fyra, utan hjälp.')
      await shows(page, 'Stycke fyra, utan hjälp.')
      await turn(page, 'hidden')
      await streams(0)
      await context.close()
    })
  })
}

/// A window that is hidden or seen, as the page is told of it: without a screen all windows are seen.
const turn = (page, state) =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', {value: state, configurable: true})
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

async function until(holds, told) {
  for (let n = 0; n < 400; n++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail(told())
}

/// Stands between the browser and a server, and counts what is asked and the streams that are open.
async function counting(to) {
  const {host, hostname, port} = new URL(to)
  let streams = 0
  const answered = new Map()
  const server = http.createServer((request, response) => {
    const headers = {...request.headers, host}
    const ahead = http.request({hostname, port, path: request.url, method: request.method, headers, agent: false}, (answer) => {
      answered.set(request.url, (answered.get(request.url) ?? 0) + 1)
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    })
    if (request.url === '/.fcsite/events') {
      streams++
      response.once('close', () => {
        streams--
        ahead.destroy()
      })
    }
    ahead.on('error', () => response.destroy())
    ahead.end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    streams: () => streams,
    answered: (path) => answered.get(`/${path}`) ?? 0,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
