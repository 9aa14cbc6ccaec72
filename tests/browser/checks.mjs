// Checks that run inside a page. Each is given to the browser whole, so none may use anything from outside itself.

/// Does the page scroll sideways?
export function sideways() {
  const root = document.documentElement
  return root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`] : []
}

/// Is the page a whole document: one h1, a language, a direction?
export function whole() {
  const faults = []
  const headings = document.querySelectorAll('h1').length
  if (headings !== 1) faults.push(`${headings} h1`)
  const lang = document.documentElement.lang
  if (!/^[a-z]{2,3}$/.test(lang)) faults.push(`lang="${lang}"`)
  const right = ['ar', 'ckb', 'fa', 'he', 'prs', 'ur', 'yi'].includes(lang)
  if (document.documentElement.dir !== (right ? 'rtl' : 'ltr')) faults.push(`dir="${document.documentElement.dir}"`)
  if (!document.title.trim()) faults.push('no title')
  return faults
}

/// Does each image load, and keep its place before it does?
export async function images() {
  const faults = []
  for (const image of document.images) {
    image.loading = 'eager'
    await image.decode().catch(() => {})
    const name = image.getAttribute('src')
    if (!image.complete || image.naturalWidth === 0) faults.push(`${name} does not load`)
    if (!image.hasAttribute('width') || !image.hasAttribute('height')) faults.push(`${name} lacks width or height`)
    if (!image.hasAttribute('alt')) faults.push(`${name} lacks alt`)
  }
  return faults
}

/// Is anything kept on the visitor's device?
export async function stored() {
  const databases = (await indexedDB.databases?.()) ?? []
  const kept = {cookies: document.cookie.length, local: localStorage.length, session: sessionStorage.length, databases: databases.length}
  return Object.entries(kept).filter(([, count]) => count > 0).map(([what]) => `stores ${what}`)
}

/// Is any text cut off by a box that hides what does not fit?
export function cut() {
  const faults = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!node.data.trim() || !node.parentElement.checkVisibility({visibilityProperty: true})) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0)
    for (let box = node.parentElement; box && box !== document.documentElement; box = box.parentElement) {
      const style = getComputedStyle(box)
      const at = box.getBoundingClientRect()
      if (at.width <= 1 || at.height <= 1) break // for screen readers alone
      const hidesX = ['hidden', 'clip'].includes(style.overflowX)
      const hidesY = ['hidden', 'clip'].includes(style.overflowY)
      if (['auto', 'scroll'].includes(style.overflowX)) break
      const outside = rects.some((rect) =>
        (hidesX && (rect.left < at.left - 2 || rect.right > at.right + 2)) ||
        (hidesY && (rect.top < at.top - 2 || rect.bottom > at.bottom + 2)))
      if (outside) faults.add(`"${node.data.trim().slice(0, 40)}" is cut by ${box.tagName.toLowerCase()}.${box.className}`)
    }
  }
  return [...faults]
}

/// Is the focus on something that one sees, and does one see that it is there?
export function focus() {
  const element = document.activeElement
  if (!element || element === document.body) return {name: 'nothing', faults: []}
  const name = `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 30)}"`
  const faults = []
  const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const styles = [getComputedStyle(element), getComputedStyle(element, '::before'), getComputedStyle(element, '::after')]
  // A card whose title has the focus shows it around itself.
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) styles.push(getComputedStyle(box))
  if (!styles.some(outlined)) faults.push(`${name}: the focus is not visible`)
  const rects = [...element.getClientRects()]
  const seen = rects.some((rect) =>
    rect.width > 1 && rect.height > 1 && rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth)
  if (!seen) faults.push(`${name}: has the focus but is not in sight`)
  return {name, faults}
}

/// Does paper show the page?
export function printed() {
  const faults = []
  const heading = document.querySelector('h1')
  const main = document.querySelector('main')
  if (!heading?.checkVisibility({visibilityProperty: true, opacityProperty: true})) faults.push('the h1 is not printed')
  if ((main?.innerText ?? '').trim().length < 40) faults.push('the main part is not printed')
  const style = heading && getComputedStyle(heading)
  if (style && style.color === getComputedStyle(document.body).backgroundColor) faults.push('the h1 has the colour of the paper')
  return faults
}

/// Each address of a document: [{tag, attribute, address, rel}], and the ids that it has.
export function addresses(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const found = []
  for (const element of page.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase()
    const add = (attribute, address) => found.push({tag, attribute, address: address.trim(), rel: element.getAttribute('rel') ?? ''})
    for (const attribute of ['href', 'src', 'poster', 'action', 'data', 'cite']) {
      if (element.hasAttribute(attribute)) add(attribute, element.getAttribute(attribute))
    }
    for (const part of (element.getAttribute('srcset') ?? '').split(',').filter((part) => part.trim())) {
      add('srcset', part.trim().split(/\s+/)[0])
    }
    if (tag === 'meta' && element.getAttribute('http-equiv') === 'refresh') {
      add('refresh', (element.getAttribute('content') ?? '').replace(/^\d+;\s*url=/i, ''))
    }
    for (const match of (element.getAttribute('style') ?? '').matchAll(/url\(\s*["']?([^"')]+)/g)) add('style', match[1])
    if (tag === 'style') for (const match of element.textContent.matchAll(/url\(\s*["']?([^"')]+)/g)) add('style', match[1])
  }
  return {found, ids: [...page.querySelectorAll('[id]')].map((element) => element.id)}
}
