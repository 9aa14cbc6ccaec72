// Takes README's pictures anew, of the full site of these tests: `node readme.mjs`, and look at them before they are committed. They are set together by the browser, and
// ImageMagick's `convert` takes their colours down to what the eye needs.
import {execFileSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {chromium as browsers} from 'playwright-core'
import {serve} from './server.mjs'
import {chromium, flags, repository} from './site.mjs'
import {made, opened} from './sites.mjs'

const now = new Date('2026-11-24T10:20:00+01:00')
const centre = 'familjecentraler/bjorken/'

/// Each picture: how its pages are shown, how they are set, and which they are.
const all = {
  page: {width: 360, height: 740, scale: 1, columns: 4, gap: 16, ground: '#d5d4e2', pages: [[`haninge/${centre}`], [`botkyrka/${centre}`], [`tyreso/${centre}`, 'dark'], [`haninge/ar/${centre}`]]},
  wide: {width: 1280, height: 800, scale: 0.5, columns: 2, gap: 8, ground: '#cbcbcc', pages: [[`haninge/${centre}`], ['botkyrka/'], ['tyreso/', 'dark'], [`tyreso/ar/${centre}`]]},
}

const site = made('full')
const server = await serve(site.output)
const browser = await browsers.launch({executablePath: chromium(), args: flags})
for (const [name, {width, height, scale, columns, gap, ground, pages}] of Object.entries(all)) {
  const shots = []
  for (const [path, scheme = 'light'] of pages) {
    const page = await opened(browser, now, server.url + path, {width, height, scheme})
    await page.evaluate(() => document.fonts.ready)
    await page.waitForLoadState('networkidle')
    const at = join(site.folder, `${shots.length}.png`)
    await page.screenshot({path: at})
    shots.push(at)
    await page.context().close()
  }
  const cells = ['-resize', `${width * scale}x`, '-geometry', `+${gap / 2}+${gap / 2}`, '-tile', `${columns}x`, '-background', ground]
  const whole = join(site.folder, `${name}.png`)
  execFileSync('montage', [...shots, ...cells, whole])
  execFileSync('convert', [whole, '-dither', 'None', '-colors', '128', '-strip', `png8:${join(repository, 'docs', 'pictures', `${name}.png`)}`])
}
await browser.close()
await server.close()
rmSync(site.folder, {recursive: true, force: true})
