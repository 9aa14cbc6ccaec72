// A small site in a folder of its own, and `fcsite serve` for it: the program as a person starts it.
import {execFileSync, spawn} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import {binary, repository} from './site.mjs'

/// The day that the pages are made for.
export const today = '2026-11-21'

/// The region's own address, where a built site links to.
export const region = 'https://lanet.example'

/// A text long enough to scroll in.
export const long = Array.from({length: 40}, (_, n) => `Stycke ${n + 1}. Kom och sjung med oss på öppna förskolan.`).join('\n\n')

/// A news item as a file.
export const news = (title, date, body, more = '') => `---\ntitle: ${title}\ndate: ${date}\nlead: Om ${title}.\n${more}---\n${body}\n`

/// Where the two items are that the tests edit: their files, and their pages.
export const song = {file: 'content/botkyrka/news/2026-11-10-sang.md', path: 'botkyrka/nyheter/2026-11-10-sang/'}
export const play = {file: 'content/tyreso/news/2026-11-12-lek.md', path: 'tyreso/nyheter/2026-11-12-lek/'}

const files = {
  'content/site.yaml': `title: {sv: Familjecentraler i Länet, en: Family centres}\nbase_url: ${region}\norganisation: Länet\nlanguage: sv\nlanguages: [sv, en]\n`,
  'content/botkyrka/municipality.yaml': 'name: Botkyrka kommun\ncode: "0127"\ntheme: botkyrka\n',
  'content/tyreso/municipality.yaml': 'name: Tyresö kommun\ncode: "0138"\ntheme: tyreso\n',
  [song.file]: news('Sång', '2026-11-10', long),
  [play.file]: news('Lek', '2026-11-12', long),
}
// In each theme: the region's own, and those of the two municipalities.
for (const name of ['shared', 'botkyrka', 'tyreso']) {
  const folder = name === 'shared' ? '_shared' : name
  files[`content/${folder}/news/2026-11-11-utkast-${name}.md`] = news(`Utkast ${name}`, '2026-11-11', 'Halvfärdigt.', 'draft: true\n')
  files[`content/${folder}/news/2026-12-24-senare-${name}.md`] = news(`Senare ${name}`, '2026-12-24', 'Snart.')
  files[`content/${folder}/news/2026-12-24-senare-${name}.en.md`] = news(`Later ${name}`, '2026-12-24', 'Soon.', 'draft: true\n')
}

/// A small site of three themes. `more` has files that are added or take the place of others.
export function project(more = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fcsite-serve-')))
  cpSync(join(repository, 'themes'), join(folder, 'themes'), {recursive: true})
  const read = (file) => readFileSync(join(folder, file), 'utf8')
  // Saved as most editors do: beside the file, then in its place. So no build sees a file that is half written.
  const write = (file, text) => {
    const [beside, to] = [join(folder, 'being-saved'), join(folder, file)]
    mkdirSync(dirname(to), {recursive: true})
    writeFileSync(beside, text)
    renameSync(beside, to)
  }
  for (const [file, text] of Object.entries({...files, ...more})) write(file, text)
  return {
    folder,
    read,
    write,
    edit: (file, from, to) => {
      if (!read(file).includes(from)) throw new Error(`${file} lacks ${from}`)
      write(file, read(file).replace(from, to))
    },
    /// Builds as for the web, and gives the folder.
    build: () => {
      execFileSync(binary(), ['build', '--source', folder, '--now', today, '--quiet'], {stdio: 'ignore'})
      return join(folder, 'public')
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}

/// Starts `fcsite serve` for a site: {url, stop}. The port is any that is free; which one, is what the program says.
export async function start(site, ...args) {
  const given = ['serve', '--source', site.folder, '--port', '0', '--now', today, ...args]
  const program = spawn(binary(), given, {stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, LC_ALL: 'C'}})
  const ended = new Promise((resolve) => program.once('exit', resolve))
  let said = ''
  const url = await new Promise((resolve, reject) => {
    program.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//)
      if (found) resolve(found[0])
    })
    program.once('error', reject)
    ended.then((code) => reject(new Error(`fcsite serve ended with ${code}:\n${said}`)))
  })
  const stop = () => {
    program.kill('SIGINT')
    return ended
  }
  return {url, stop}
}

/// Each file below a folder: [path from it, bytes].
export function contents(folder) {
  const walk = (at) =>
    readdirSync(at, {withFileTypes: true}).flatMap((entry) =>
      entry.isDirectory() ? walk(join(at, entry.name)) : [join(at, entry.name)])
  return walk(folder).map((file) => [relative(folder, file), readFileSync(file)])
}
