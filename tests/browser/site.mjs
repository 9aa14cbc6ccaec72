// Builds the site of this repository and says which of its pages are of which kind.
import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

export const repository = fileURLToPath(new URL('../../', import.meta.url))
export const target = process.env.CARGO_TARGET_DIR ?? join(repository, 'target')

/// Where pictures of pages go, for people to look at.
export const pictures = join(target, 'pictures')

/// The folder of the built site. FCSITE_OUTPUT names one that is already built.
export function build() {
  if (process.env.FCSITE_OUTPUT) return process.env.FCSITE_OUTPUT
  const output = join(mkdtempSync(join(tmpdir(), 'fcsite-')), 'public')
  const args = ['build', '--source', repository, '--output', output, '--now', '2026-11-21']
  execFileSync(binary(), args, {cwd: repository, stdio: 'inherit'})
  return output
}

let built

/// The program. FCSITE_BINARY names one that is already built.
export function binary() {
  if (process.env.FCSITE_BINARY) return resolve(process.env.FCSITE_BINARY)
  built ??= compile()
  return built
}

function compile() {
  execFileSync('cargo', ['build', '--release', '--locked'], {cwd: repository, stdio: ['ignore', 'ignore', 'inherit']})
  return join(target, 'release', 'fcsite')
}

/// How the browser is started: without a screen, and without anything that it would do by itself.
export const flags = [
  '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-quic',
]

/// The browser to test with.
export function chromium() {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(path)) throw new Error(`There is no browser at ${path}. Install chromium, or name it with CHROMIUM=.`)
  return path
}

/// Each HTML file below a folder, as a path from it.
export function htmlFiles(folder) {
  const walk = (at) =>
    readdirSync(at, {withFileTypes: true}).flatMap((entry) => {
      const path = join(at, entry.name)
      if (entry.isDirectory()) return walk(path)
      return entry.name.endsWith('.html') ? [relative(folder, path)] : []
    })
  return walk(folder).sort()
}

/// The municipalities' folders: those with a page of family centres.
export function municipalities(output) {
  return readdirSync(output).filter((name) => existsSync(join(output, name, 'familjecentraler', 'index.html')))
}

/// What kind of page a file of a site is; `file` is a path from the site's folder. None for a page that leads on to another.
export function kindOf(folder, file) {
  const parts = file.split('/')
  if (isLanguage(folder, parts[0])) parts.shift()
  const path = parts.join('/')
  if (readFileSync(join(folder, file), 'utf8').includes('http-equiv="refresh"')) return undefined
  if (path === '404.html') return '404'
  if (path === 'index.html') return 'front'
  if (path === 'familjecentraler/index.html') return 'centres'
  if (/^familjecentraler\/[^/]+\/index.html$/.test(path)) return 'centre'
  if (/^nyheter\/(sida\/\d+\/)?index.html$/.test(path)) return 'list'
  if (/^nyheter\/[^/]+\/index.html$/.test(path)) return 'news'
  if (path === 'tillganglighet/index.html') return 'accessibility'
  return /^[^/]+\/index.html$/.test(path) ? 'page' : undefined
}

/// Is this a language's folder, rather than that of a page with a short name?
function isLanguage(folder, name) {
  return /^[a-z]{2,3}$/.test(name) && existsSync(join(folder, name, 'tillganglighet', 'index.html'))
}

/// One page of each kind, the biggest of its kind: [{kind, lang, path}] with paths from the output folder. In the languages
/// beside Swedish, some kinds are enough: their templates are the same.
export function examples(output, site, others = []) {
  const folder = join(output, site)
  if (!existsSync(folder)) return []
  const biggest = new Map()
  for (const file of htmlFiles(folder)) {
    if (site === '' && others.includes(file.split('/')[0])) continue
    const kind = kindOf(folder, file)
    if (!kind) continue
    const first = file.split('/')[0]
    const lang = isLanguage(folder, first) ? first : 'sv'
    if (lang !== 'sv' && !['front', 'centre', 'news'].includes(kind)) continue
    const key = `${lang} ${kind}`
    const size = statSync(join(folder, file)).size
    if (size <= (biggest.get(key)?.size ?? -1)) continue
    biggest.set(key, {kind, lang, size, path: join(site, file).replace(/(^|\/)index\.html$/, '$1')})
  }
  return [...biggest.values()]
}
