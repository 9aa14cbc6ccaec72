// The browser's half of `fcsite serve`: shows what changed, and what is wrong. The server adds it to the pages that it shows; no
// page that is built has a trace of it. It keeps nothing in the browser.
;((words) => {
  'use strict'
  const own = document.currentScript
  const marker = 'script[src="/.fcsite/client.js"]'
  let news // where they come from, while the page is seen
  // The number of the last wish to go somewhere, when the page was sent. Who goes back to a page wants that page, wherever the last
  // change was: then it is undefined until the first hello.
  const [entry] = performance.getEntriesByType('navigation')
  let followed = entry?.type === 'back_forward' ? undefined : Number(own.dataset.followed)
  let checking = Promise.resolve()
  let swaps = 0

  const told = {
    hello: (state) => {
      state.failed === null ? mended() : failed(state.failed)
      if (followed !== undefined && state.follow && state.follow.number !== followed) return go(state.follow)
      followed = state.follow ? state.follow.number : 0
      check([])
    },
    failed: (state) => failed(state.text),
    mended,
    changed: (change) => {
      mended()
      change.follow ? go(change.follow, change.files) : check(change.files)
    },
  }

  // A browser has six connections for all windows of a site. So a worker listens for all of them with one, and only to pages that are
  // seen it tells what it hears. A page that is seen again looks whether it is still the right one. Where the browser has no
  // shared workers (some telephones, which show one page at a time) the page listens for itself.
  function listen() {
    if (news || document.visibilityState === 'hidden') return
    news = window.SharedWorker ? shared() : alone()
  }

  function shared() {
    const {port} = new SharedWorker('/.fcsite/news.js', {name: words.program})
    port.onmessage = (event) => told[event.data.name](event.data.value)
    return {
      close: () => {
        port.onmessage = null
        port.postMessage('bye')
      },
    }
  }

  function alone() {
    const source = new EventSource('/.fcsite/events')
    for (const [name, act] of Object.entries(told)) source.addEventListener(name, (event) => act(JSON.parse(event.data)))
    source.addEventListener('error', () => {
      // A lost connection is tried again by the browser; a refused one is not.
      if (source.readyState !== EventSource.CLOSED || news !== source) return
      news = undefined
      setTimeout(listen, 2000)
    })
    return source
  }

  function rest() {
    news?.close()
    news = undefined
  }

  function go(follow, files = []) {
    followed = follow.number
    const to = new URL(follow.to, location.href)
    if (to.origin !== location.origin) return
    if (to.pathname === location.pathname) check(files)
    else location.assign(to)
  }

  // Is this page still the right one? One look at a time.
  function check(files) {
    checking = checking.then(() => compare(new Set(files))).catch(() => {}) // the server may be gone: the next hello looks again
  }

  async function compare(files) {
    const answer = await fetch(location.href, { cache: 'no-cache' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector(marker)
    if (!fresh) return // it cannot be read just now: better this page than none
    if (fresh.dataset.page !== own.dataset.page) return location.reload()
    const changed = (address) => {
      const url = new URL(address, location.href)
      return url.origin === location.origin && files.has(decodeURIComponent(url.pathname).slice(1))
    }
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name)
    if (loaded.some((name) => changed(name) && !new URL(name).pathname.endsWith('.css'))) return location.reload()
    const sheets = (of) => [...of.querySelectorAll('link[rel~="stylesheet"]:not([data-leaving])')]
    const old = sheets(document)
    const wanted = sheets(page)
    if (old.length !== wanted.length) return location.reload()
    old.forEach((sheet, at) => {
      const href = wanted[at].getAttribute('href')
      const same = (sheet.dataset.href ?? sheet.getAttribute('href')) === href
      if (!same || changed(href)) swap(sheet, href, same)
    })
  }

  // The old stylesheet stays until the new one is there, so the page never lies bare.
  function swap(sheet, href, same) {
    const next = sheet.cloneNode()
    next.dataset.href = href
    next.href = same ? `${href}${href.includes('?') ? '&' : '?'}${++swaps}` : href
    next.onload = next.onerror = () => sheet.remove()
    sheet.dataset.leaving = ''
    sheet.after(next)
  }

  let overlay

  function make(name, text) {
    return Object.assign(document.createElement(name), { textContent: text })
  }

  function failed(text) {
    const shown = overlay ?? build()
    // What each error is about stands out from where it is and what to do.
    const parts = text.trimEnd().split(/^(\S+\[FC\d+\].*)$/m)
    shown.pre.replaceChildren(...parts.map((part, at) => (at % 2 ? make('b', part) : part)))
    if (!shown.dialog.open) shown.dialog.showModal()
  }

  function mended() {
    overlay?.host.remove()
    overlay = undefined
  }

  // A dialog element keeps the keyboard within, closes by Escape and gives the focus back. The page's styles do not reach into
  // the shadow tree, nor do these reach out.
  function build() {
    const host = make('fcsite-errors', '')
    host.lang = words.lang
    host.dir = 'ltr'
    const dialog = make('dialog', '')
    dialog.setAttribute('role', 'alertdialog')
    dialog.setAttribute('aria-labelledby', 'title')
    dialog.setAttribute('aria-describedby', 'text')
    const title = Object.assign(make('h1', words.title), { id: 'title' })
    const about = Object.assign(make('p', words.text), { id: 'text' })
    const close = Object.assign(make('button', words.close), { type: 'button', autofocus: true })
    close.addEventListener('click', () => dialog.close())
    const pre = Object.assign(make('pre', ''), { tabIndex: 0 })
    pre.setAttribute('role', 'region')
    pre.setAttribute('aria-labelledby', 'title')
    // Not a header element: that would be a second banner beside the page's own.
    const head = Object.assign(make('div', ''), { className: 'head' })
    head.append(title, close)
    dialog.append(head, about, pre)
    // The page's policy allows no style in the page itself, but one that a script makes.
    const style = new CSSStyleSheet()
    style.replaceSync(words.style)
    const root = host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [style]
    root.append(dialog)
    document.documentElement.append(host)
    overlay = { host, dialog, pre }
    return overlay
  }

  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? rest() : listen()))
  addEventListener('pagehide', rest)
  addEventListener('pageshow', (event) => {
    if (event.persisted) followed = undefined
    listen()
  })
  // The editor shows a page in a frame, and says when it is another one.
  addEventListener('message', (event) => {
    if (event.source === parent && parent !== window && event.data === 'fcsite-look') check([])
  })
  listen()
})
