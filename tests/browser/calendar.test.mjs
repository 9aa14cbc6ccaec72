// What a centre's page says now, and what the page of a municipality's activities shows, with clocks that are set.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {chromium as browsers} from 'playwright-core'
import {violations} from './axe.mjs'
import {sideways} from './checks.mjs'
import {project} from './project.mjs'
import {serve} from './server.mjs'
import {binary, chromium, flags} from './site.mjs'

const made = '2026-10-10'
const zones = ['Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata']
const names = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag']
const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']

// Numbers by chance, the same each time.
let seed = 7
const below = (most) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * most)
}

/// A centre: the minutes of each weekday from Sunday, and days on which it is closed.
function centre() {
  const week = names.map(() => {
    if (below(3) === 0) return []
    const from = 420 + below(20) * 15
    const to = from + 30 + below(16) * 15
    return below(3) === 0 ? [[from, to], [to + 60, to + 120]] : [[from, to]]
  })
  // By night, too: the hour that comes twice is between two and three on 25 October.
  if (below(4) === 0) week[0] = [[0, 1440]]
  // All Saints' Day is a public holiday, on which a centre is closed.
  const closed = [below(58), below(58)].map((day) => iso(Date.parse(made) + day * 864e5)).concat('2026-10-31')
  return {week, closed}
}

const two = (number) => String(number).padStart(2, '0')
const time = (minutes) => `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`
// As a page says it: 9, 13.30.
const said = (minutes) => `${Math.floor(minutes / 60)}${minutes % 60 ? `.${two(minutes % 60)}` : ''}`
const iso = (moment) => new Date(moment).toISOString().slice(0, 10)

function file({week, closed}, number) {
  const hours = week.map((day, at) => `  ${names[at]}: ${day.length ? day.map(([from, to]) => `${time(from)}–${time(to)}`).join(', ') : 'stängt'}\n`)
  return `namn: Centralen ${number}\nstatus: öppen\nadress: {gata: Gatan ${number}}\nverksamheter:\n  - typ: öppen förskola\nkontrollerad: 2026-10-01\n` +
    `öppettider:\n${hours.join('')}avvikelser:\n  - {datum: [${closed.join(', ')}], stängt: ja}\n`
}

/// Stockholm's day and minutes at a moment, by the rule of the clocks: an hour more from the last Sunday of March to that of October, 1.00 UTC.
function stockholm(moment) {
  const last = (month) => {
    const day = new Date(Date.UTC(2026, month + 1, 0, 1))
    return day.setUTCDate(day.getUTCDate() - day.getUTCDay())
  }
  const local = moment + (moment >= last(2) && moment < last(9) ? 2 : 1) * 36e5
  return {day: iso(local), minutes: Math.floor((local % 864e5) / 6e4)}
}

/// What the page must say at a moment, straight from the rules.
function expected({week, closed}, moment) {
  const {day, minutes} = stockholm(moment)
  const hours = (day) => (closed.includes(day) ? [] : week[new Date(day).getUTCDay()])
  const open = hours(day).find(([from, to]) => from <= minutes && minutes < to)
  const later = hours(day).find(([from]) => from > minutes)
  const again = later ? `, öppnar igen ${said(later[0])}.` : '.'
  if (open) return open[1] - minutes <= 30 && open[1] < 1440 ? `Stänger snart, klockan ${said(open[1])}${again}` : `Öppet nu till ${said(open[1])}${again}`
  if (later) return `Stängt nu, öppnar klockan ${said(later[0])}.`
  const end = Date.parse(made) + 60 * 864e5
  for (let next = Date.parse(day) + 864e5; next < end; next += 864e5) {
    const first = hours(iso(next))[0]
    if (first) {
      const date = new Date(next)
      return `Stängt nu, öppnar ${names[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]} klockan ${said(first[0])}.`
    }
  }
  return 'Stängt nu.'
}

const activities = `namn: Centralen A
status: öppen
adress: {gata: Gatan A}
verksamheter:
  - typ: öppen förskola
kontrollerad: 2026-10-01
aktiviteter:
  - {id: sang, rubrik: Sångstund, dag: måndag, från: 10.00, till: 10.30, ålder i månader: {från: 0, till: 12}, besök: drop-in, kostnad: gratis, språk: sv}
  - {id: lek, rubrik: Lekstund, dag: tisdag, från: 10.00, till: 10.30, ålder i månader: {från: 12, till: 36}, besök: bokning, språk: ar}
`

describe('what a page says now', {concurrency: 4}, () => {
  const centres = Array.from({length: 8}, centre)
  const suite = {}
  before(async () => {
    const more = Object.fromEntries(centres.map((one, number) => [`content/botkyrka/centres/c${number}.yaml`, file(one, number)]))
    more['content/tyreso/centres/a.yaml'] = activities
    more['content/tyreso/centres/b.yaml'] = activities.replaceAll('Centralen A', 'Centralen B').replaceAll('Gatan A', 'Gatan B')
    const own = (lines) => `namn: Centralen\nstatus: öppen\nadress: {gata: Gatan}\nkontrollerad: 2026-10-01\n${lines}`
    more['content/botkyrka/centres/booking.yaml'] = own('verksamheter: [{typ: bvc, öppettider: {måndag-fredag: bokning}}]\n')
    more['content/botkyrka/centres/reason.yaml'] = own('verksamheter: [{typ: öppen förskola}]\nöppettider: {måndag-lördag: 9–12}\navvikelser: [{från: 2026-10-10, stängt: ja, orsak: Städdag}]\n')
    suite.site = project(more)
    const build = ['build', '--source', suite.site.folder, '--now', made, '--quiet']
    execFileSync(binary(), build, {stdio: 'ignore'})
    suite.server = await serve(`${suite.site.folder}/public`)
    suite.browser = await browsers.launch({executablePath: chromium(), args: flags})
  })
  after(async () => {
    await suite.browser?.close()
    await suite.server?.close()
    suite.site?.remove()
  })
  const address = (number) => `${suite.server.url}botkyrka/familjecentraler/c${number}/`
  const line = (page) => page.$eval('.states .today-line', (line) => {
    const made = [...line.querySelectorAll('.state-made')].some((one) => !one.hidden)
    return {hidden: line.hidden, now: line.querySelector('.state-now').textContent, made}
  })
  const at = async (page, moment) => {
    await page.clock.setFixedTime(new Date(moment))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    return line(page)
  }

  for (const timezoneId of zones) {
    test(`two thousand centres and moments are told right on phones: ${timezoneId}`, async () => {
      const context = await suite.browser.newContext({timezoneId, locale: 'sv-SE'})
      for (const [number, one] of centres.entries()) {
        const page = await context.newPage()
        await page.goto(address(number))
        // Each minute of opening and closing, midnight, the hour that comes twice, and moments by chance.
        const edges = Object.values(one.week).flat(2).slice(0, 6).flatMap((minutes) => [minutes - 1, minutes, minutes - 30, minutes - 31])
        const moments = edges.map((minutes) => Date.parse(made) + (below(50) * 1440 + minutes - 120) * 6e4)
        moments.push(Date.UTC(2026, 9, 24, 22, 0), Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30), Date.UTC(2026, 9, 24, 21, 59))
        for (let count = 0; count < 36; count += 1) moments.push(Date.parse(made) + below(59 * 1440) * 6e4)
        for (const moment of moments.filter((moment) => stockholm(moment).day >= made)) {
          const {now, made} = await at(page, moment)
          assert.equal(now, expected(one, moment), `centre ${number} at ${new Date(moment).toISOString()}`)
          assert.equal(made, false)
        }
        await page.close()
      }
      await context.close()
    })
  }

  test('the next day by appointment is named, and why it is closed on the day that the page was made', async () => {
    const page = await suite.browser.newPage()
    await page.goto(address('booking').replace('/cbooking/', '/booking/'))
    assert.equal((await at(page, Date.parse(`${made}T08:00:00Z`))).now, 'Stängt nu, tidsbokning måndag 12 oktober.')
    assert.equal((await at(page, Date.parse('2026-10-12T08:00:00Z'))).now, 'I dag är det tidsbokning.')
    await page.goto(address('reason').replace('/creason/', '/reason/'))
    assert.equal((await at(page, Date.parse(`${made}T08:00:00Z`))).now, 'Stängt nu, öppnar måndag 12 oktober klockan 9 (Städdag).')
    assert.equal((await at(page, Date.parse('2026-10-11T08:00:00Z'))).now, 'Stängt nu, öppnar måndag 12 oktober klockan 9.')
    await page.close()
  })

  test('a page that stays open for a day goes on', async () => {
    const context = await suite.browser.newContext({timezoneId: 'Asia/Kolkata'})
    const page = await context.newPage()
    await page.clock.install({time: new Date('2026-10-12T05:00:00Z')})
    await page.goto(address(0))
    for (let hours = 0; hours < 30; hours += 1) {
      await page.clock.fastForward('01:00:00')
      const moment = await page.evaluate(() => Date.now())
      assert.equal((await line(page)).now, expected(centres[0], moment))
    }
    await context.close()
  })

  test('a page of 59 days says what holds, one of 61 nothing, one from tomorrow what it was made with', async () => {
    const page = await suite.browser.newPage()
    await page.goto(address(0))
    const noon = Date.parse(made) + 10 * 36e5
    assert.equal((await at(page, noon + 59 * 864e5)).hidden, false)
    assert.equal((await at(page, noon + 61 * 864e5)).hidden, true)
    assert.equal((await at(page, noon - 864e5)).made, true)
    await page.close()
  })

  test('without script the page says the day that it was made for', async () => {
    const context = await suite.browser.newContext({javaScriptEnabled: false})
    const page = await context.newPage()
    await page.goto(address(0))
    assert.match(await page.locator('.states').innerText(), /10\s+oktober/i)
    await page.goto(`${suite.server.url}tyreso/kalender/`)
    assert.equal(await page.locator('[data-filter]').isVisible(), false)
    assert.equal(await page.locator('.agenda [data-centre]:visible').count(), 8)
    await context.close()
  })

  test('what is chosen is shown, counted, and kept in the address', async () => {
    const page = await suite.browser.newPage()
    const shown = () => page.locator('.agenda [data-centre]:visible').count()
    const counted = () => page.locator('.agenda-count').innerText()
    await page.goto(`${suite.server.url}tyreso/kalender/`)
    assert.deepEqual([await shown(), await counted()], [8, '8 aktiviteter visas.'])
    await page.getByLabel('Familjecentral').selectOption('Centralen A')
    assert.equal(await shown(), 4)
    await page.getByLabel('Barnets ålder i månader').fill('6')
    assert.equal(await shown(), 2)
    await page.getByLabel('Gratis').check()
    await page.getByLabel('Ingen anmälan').check()
    assert.equal(await shown(), 2)
    await page.reload()
    assert.deepEqual([await shown(), await page.getByLabel('Gratis').isChecked()], [2, true])
    await page.locator('#agenda-lang').selectOption('ar')
    assert.deepEqual([await shown(), await counted()], [0, 'Inget passar det du har valt.'])
    assert.equal(await page.locator('.agenda [data-day]:visible').count(), 0)
    await page.close()
  })

  test('the pages hold on a phone and for who does not see', async () => {
    for (const width of [360, 1280]) {
      const context = await suite.browser.newContext({viewport: {width, height: 800}})
      const page = await context.newPage()
      for (const path of ['tyreso/kalender/', 'tyreso/kalender/2026-v42/', 'tyreso/', 'tyreso/familjecentraler/a/', 'botkyrka/familjecentraler/c0/']) {
        await page.goto(suite.server.url + path)
        assert.deepEqual(await violations(page), [], `${path} at ${width}`)
        assert.deepEqual(await page.evaluate(sideways), [], `${path} at ${width}`)
      }
      await context.close()
    }
  })
})
