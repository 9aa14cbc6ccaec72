// The calendars that phones subscribe to, read back by ical.js: the times that `fcsite list activities` prints, for a thousand centres made by chance.
import {after, before, describe, test} from 'node:test'
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import ICAL from 'ical.js'
import {project} from './project.mjs'
import {binary} from './site.mjs'

const now = '2026-10-20'
const [first, last] = ['2026-09-20', '2027-04-18']
const centres = 1000
const each = 25
const days = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']
const weeks = ['varje vecka', 'jämna veckor', 'udda veckor', 'första', 'sista', 'andra och fjärde', 'varannan vecka från 2026-09-01']
// SCB's codes of Stockholm's county: a municipality must have one that there is.
const codes = ['0114', '0115', '0117', '0120', '0123', '0125', '0126', '0127', '0128', '0136', '0138', '0139', '0140', '0160', '0162', '0163', '0180', '0181', '0182', '0183',
  '0184', '0186', '0187', '0188', '0191', '0192', '0305', '0319', '0330', '0331', '0360', '0380', '0381', '0382', '0428', '0461', '0480', '0481', '0482', '0483']

// Numbers by chance, the same each time.
let seed = 11
const below = (most) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * most)
}
const pick = (words) => words[below(words.length)]
const two = (number) => String(number).padStart(2, '0')
const day = (from, count) => new Date(Date.parse(from) + count * 864e5).toISOString().slice(0, 10)

/// A centre's file: weekly activities of all kinds and days of their own, some cancelled or moved, with weeks of closing.
function centre(number) {
  const lines = [`namn: Centralen ${number}`, 'status: öppen', `adress: {gata: "Gatan ${number}; A, B"}`, 'verksamheter:', '  - typ: öppen förskola', 'kontrollerad: 2026-10-01']
  if (below(3)) lines.push('öppettider: {måndag-söndag: 6–23}')
  const closed = day(now, below(150))
  if (below(2)) lines.push('avvikelser:', `  - {från: ${closed}, till: ${day(closed, 6)}, stängt: ja, orsak: "Lov, å"}`)
  lines.push('aktiviteter:')
  for (let place = 0; place <= below(4); place += 1) {
    const [hour, minutes] = [7 + below(12), two(below(4) * 15)]
    const to = `${hour + 1}.${two(below(4) * 15)}`
    const at = ['    från: ' + `${hour}.${minutes}`, '    till: ' + to, '    ålder i månader: {från: 0, till: 12}']
    lines.push(`  - id: a${place}`, `    rubrik: Nummer ${place} \\ ö, ${'lång '.repeat(below(12))}titel`, ...at)
    if (below(5) === 0) {
      lines.push(`    datum: [${[...new Set([below(150), below(150), below(150)])].map((count) => day(now, count)).join(', ')}]`)
      continue
    }
    const weekday = below(7)
    lines.push(`    dag: ${days[weekday]}`, `    upprepas: ${pick(weeks)}`)
    if (below(3) === 0) lines.push(`    slutar: ${day(now, 40 + below(150))}`)
    // The weekday, some weeks ahead: some of these are in a week in which nothing is to be, which is told and harmless.
    const monday = day('2026-10-19', 7 * (1 + below(20)))
    if (below(3) === 0) lines.push(`    inställda: [{datum: ${day(monday, weekday)}, orsak: "Sjuk ledare; vi \\\\ ses"}]`)
    if (below(3) === 0) lines.push(`    flyttade: [{datum: ${day(monday, weekday + 7)}, till: ${day(monday, weekday + 8)}, från: 20.00}]`)
  }
  return lines.join('\n') + '\n'
}

/// What ical.js finds in a calendar of a municipality: a line for each time of an activity.
function found(file) {
  const [calendar] = [ICAL.parse(readFileSync(file, 'utf8'))].map((parsed) => new ICAL.Component(parsed))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const uids = new Set()
  return calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component)
    assert.ok(!uids.has(event.uid), `${event.uid} stands twice`)
    uids.add(event.uid)
    assert.equal(event.isRecurring(), false)
    if (event.startDate.isDate) return []
    const wall = (time) => `${time.year}-${two(time.month)}-${two(time.day)} ${two(time.hour)}.${two(time.minute)}`
    // Stockholm's wall clock, also when it is asked for from the moment itself.
    const clock = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short'})
    for (const time of [event.startDate, event.endDate]) assert.equal(clock.format(time.toJSDate()).replace(/:(\d\d)$/, '.$1'), wall(time))
    const cancelled = component.getFirstPropertyValue('status') === 'CANCELLED'
    const title = event.summary.replace(/^(Inställt|Flyttad): /, '').replace(/ – Centralen \d+$/, '')
    const id = event.uid.split('@')[1].split('/').at(-1)
    return [`${id} ${wall(event.startDate)}–${wall(event.endDate).slice(11)} ${cancelled ? 'cancelled' : 'on'} ${title}`]
  })
}

describe('calendars in a program that is not ours', () => {
  const suite = {}
  before(() => {
    const more = {}
    for (let number = 0; number < centres; number += 1) {
      const municipality = `k${Math.floor(number / each)}`
      more[`content/${municipality}/municipality.yaml`] ??= `name: Kommun ${municipality}\ncode: "${codes[Math.floor(number / each)]}"\n`
      more[`content/${municipality}/centres/c${number}.yaml`] = centre(number)
    }
    suite.site = project(more)
    execFileSync(binary(), ['build', '--source', suite.site.folder, '--now', now, '--quiet'], {stdio: 'ignore'})
  })
  after(() => suite.site?.remove())

  test(`each time of ${centres} centres is read back by ical.js as fcsite lists it`, () => {
    const asked = ['list', 'activities', '--source', suite.site.folder, '--now', now, '--from', first, '--to', last, '--json']
    const rows = execFileSync(binary(), asked, {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']}).trim().split('\n').map((line) => JSON.parse(line))
    // What was moved stands where it is now.
    const expected = rows.filter((row) => row.state !== 'moved').map((row) => {
      const id = row.file.split('/').at(-1).replace('.yaml', '')
      return `${id} ${row.date} ${row.from}–${row.to} ${row.state === 'cancelled' ? 'cancelled' : 'on'} ${row.title}`
    })
    const files = Array.from({length: centres / each}, (_, number) => join(suite.site.folder, 'public', `k${number}`, 'kalender.ics'))
    const read = files.flatMap(found)
    assert.ok(expected.length > 20_000, `${expected.length} times`)
    for (const state of ['moved', 'instead', 'cancelled']) assert.ok(rows.some((row) => row.state === state), state)
    const [wanted, had] = [new Set(expected), new Set(read)]
    assert.deepEqual(expected.filter((line) => !had.has(line)).slice(0, 5), [], 'missing')
    assert.deepEqual(read.filter((line) => !wanted.has(line)).slice(0, 5), [], 'too many')
    assert.equal(read.length, expected.length)
  })
})
