// A static server for a folder: index.html for a folder, the nearest 404.html for what is missing.
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import {dirname, extname, join, normalize} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {gzipSync} from 'node:zlib'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.rdf': 'application/rdf+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/// What `fcsite server-config` has a server say beside the type: what may be kept, and what protects readers.
function headers(path) {
  return {
    'cache-control': /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache', 'x-content-type-options': 'nosniff', 'content-security-policy': "frame-ancestors 'self'",
    'referrer-policy': 'strict-origin-when-cross-origin', 'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  }
}

/// Serves a folder below `prefix` ("/" or "/a/b/"); gives {origin, url, close}. With `asSet` as `fcsite server-config` sets servers up: texts packed, and with its headers.
/// `inPieces`: a page comes as over a slow line, its head and then part by part.
export async function serve(folder, prefix = '/', {asSet = false, inPieces = false} = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname)
    const found = path.startsWith(prefix) ? find(folder, path.slice(prefix.length)) : undefined
    if (found?.redirect) {
      response.writeHead(301, {location: `${path}/`}).end()
      return
    }
    const file = found?.file ?? (path.startsWith(prefix) ? missing(folder, path.slice(prefix.length)) : undefined)
    const status = found ? 200 : 404
    if (!file) {
      response.writeHead(status, {'content-type': 'text/plain'}).end('not found')
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    if (asSet) {
      const packs = /^(text|application)\/(?!octet-stream)|svg/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      const bytes = packs ? gzipSync(readFileSync(file)) : readFileSync(file)
      response.writeHead(status, {'content-type': type, ...headers(path), vary: 'accept-encoding', 'content-length': bytes.length, ...packs && {'content-encoding': 'gzip'}})
      response.end(bytes)
      return
    }
    response.writeHead(status, {'content-type': type})
    if (inPieces && type.startsWith('text/html')) {
      const [head, ...rest] = readFileSync(file, 'utf8').split(/(?=<main\b)/)
      for (const piece of [head, ...rest.join('').split(/(?=<(?:section|footer|img|figure|article|form|nav|aside|h2)\b)/)]) {
        response.write(piece)
        await wait(80)
      }
      response.end()
      return
    }
    createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return {origin, url: origin + prefix, close: () => new Promise((resolve) => server.close(resolve).closeAllConnections())}
}

function find(folder, path) {
  const file = join(folder, normalize(`/${path}`))
  if (!existsSync(file)) return undefined
  if (!statSync(file).isDirectory()) return {file}
  if (path !== '' && !path.endsWith('/')) return {redirect: true}
  const index = join(file, 'index.html')
  return existsSync(index) ? {file: index} : undefined
}

function missing(folder, path) {
  for (let at = normalize(`/${path}`); ; at = dirname(at)) {
    const file = join(folder, at, '404.html')
    if (existsSync(file)) return file
    if (at === '/') return undefined
  }
}
