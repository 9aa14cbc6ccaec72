// What axe finds wrong with a page for people who use it without a mouse, without sight or with little of it.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/// Each fault of the page as it is now, with the element that has it.
export async function violations(page) {
  await page.evaluate(axe)
  const {violations: found} = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations']}))
  return found.flatMap(({id, help, nodes}) => nodes.map((node) => `axe ${id}: ${help}: ${node.html.slice(0, 160)}`))
}
