// The editor of a site, as the real program.
import {spawn} from 'node:child_process'
import {today} from './project.mjs'
import {binary} from './site.mjs'

/// Starts the editor of a site; gives the address that lets one in.
export async function edit(site) {
  const program = spawn(binary(), ['edit', '--source', site.folder, '--port', '0', '--no-open', '--now', today, '--lang', 'sv'], {stdio: ['ignore', 'ignore', 'pipe']})
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
