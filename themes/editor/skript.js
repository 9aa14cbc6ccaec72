// What the forms gain by a script; each works without.
'use strict'
{
  const fault = document.getElementById('fel')
  if (fault) fault.focus()

  // The path of the editor is another after each start. What is given back by a page of before is sent to where the editor is now, as another
  // tab of it says; of several, the one that was opened last, since none of before can be opened any more.
  const tabs = new BroadcastChannel('fcsite-redigera')
  const {inside} = document.body.dataset
  const given = document.querySelector('form[data-locked]')
  let latest = 0
  const tell = () => { tabs.postMessage({inside, opened: performance.timeOrigin}) }
  tabs.addEventListener('message', ({data}) => {
    if (inside && data === 'where') tell()
    if (!given || !(data.opened > latest) || !/^\/redigera-[0-9a-f]{32}\/$/.test(data.inside)) return
    latest = data.opened
    given.setAttribute('action', given.getAttribute('action').replace(/^\/redigera[^/]*\//, data.inside))
  })
  if (inside) tell()
  if (given) tabs.postMessage('where')

  // Who leaves a page with what is not saved is asked first.
  const form = document.querySelector('form[data-warn]')
  let isTouched = Boolean(fault)
  if (form) {
    form.addEventListener('input', () => { isTouched = true })
    // What is typed is kept until it is saved: once a second while a person types, too.
    let soon = 0
    const keep = async () => {
      soon = 0
      const typed = new URLSearchParams(new FormData(form))
      typed.set('_do', 'keep')
      let isKept = false
      try { isKept = (await fetch(form.action, {method: 'POST', body: typed})).status === 204 } catch {} // the program has ended
      const old = form.querySelector('.unkept')
      if (isKept) old?.remove()
      if (isKept || old) return
      const line = document.createElement('p')
      line.className = 'notice bad unkept'
      line.setAttribute('role', 'status')
      line.textContent = form.dataset.unkept
      form.querySelector('.actions').before(line)
    }
    const keepSoon = () => { if (!soon) soon = setTimeout(keep, 1000) }
    if (form.elements.namedItem('_base')) {
      form.addEventListener('input', keepSoon)
      // Somebody may have typed before this script was there.
      const isTyped = (field) => field.value !== field.defaultValue
      if ([...form.querySelectorAll('textarea, input[type=text]')].some(isTyped)) {
        isTouched = true
        keepSoon()
      }
    }
    form.addEventListener('submit', () => {
      clearTimeout(soon)
      isTouched = false
    })
    addEventListener('beforeunload', (event) => { if (isTouched) event.preventDefault() })
  }

  // The page beside the form follows what is typed. The server makes it; here the answer's page and faults are put in place.
  const desk = document.querySelector('.desk')
  const look = form?.querySelector('[value=preview]')
  if (desk && look) {
    let asked = 0
    let typing
    const remember = (is) => { try { sessionStorage.setItem('visning', is) } catch {} }
    const show = async () => {
      clearTimeout(typing)
      const own = ++asked
      const typed = new URLSearchParams(new FormData(form))
      typed.set('_do', 'preview')
      let page
      try {
        const answer = await fetch(form.action, {method: 'POST', body: typed})
        page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      } catch { return } // the program has ended
      if (own === asked) take(page)
    }
    const take = (page) => {
      const fresh = page.getElementById('visning')
      const word = page.querySelector('[name=_visa]')
      if (!fresh || !word) return
      form.elements.namedItem('_visa').value = word.value
      tell(page)
      const [frame, next] = [desk.querySelector('iframe'), fresh.querySelector('iframe')]
      const faults = page.querySelectorAll('#fel li')
      const said = fresh.querySelector('#visning-lage')
      said.classList.toggle('notice', faults.length > 0)
      said.classList.toggle('bad', faults.length > 0)
      if (faults.length) said.textContent = `${page.querySelector('#fel-rubrik').textContent}: ${[...faults].map((one) => one.textContent).join(' ')}`
      if (frame && next && frame.src === next.src) {
        // The same page made anew: it looks for itself, and stays where it was scrolled to.
        const state = document.getElementById('visning-lage')
        if (state.textContent !== said.textContent) state.textContent = said.textContent
        state.className = said.className
        frame.contentWindow.postMessage('fcsite-look', new URL(frame.src).origin)
      } else {
        const isWide = document.getElementById('bredd-dator')?.checked
        document.getElementById('visning').replaceWith(fresh)
        if (isWide) fresh.querySelector('#bredd-dator').checked = true
      }
      desk.classList.add('open')
    }
    // What is wrong, at the fields.
    const tell = (page) => {
      for (const old of form.querySelectorAll('.errors')) old.remove()
      for (const one of form.querySelectorAll('.wrong')) one.classList.remove('wrong')
      for (const one of page.querySelectorAll('form.sheet .errors')) {
        const help = document.getElementById(one.id.replace('fel-', 'hjalp-'))
        help?.after(one)
        help?.closest('.field, .group')?.classList.add('wrong')
        const behind = help?.closest('details')
        if (behind) behind.open = true
      }
      for (const input of form.elements) {
        const twin = input.id && page.getElementById(input.id)
        if (!twin) continue
        for (const name of ['aria-describedby', 'aria-invalid']) {
          twin.hasAttribute(name) ? input.setAttribute(name, twin.getAttribute(name)) : input.removeAttribute(name)
        }
      }
    }
    look.addEventListener('click', async (event) => {
      event.preventDefault()
      remember('1')
      await show()
      // What is wrong is seen first: who pressed far below is led to it, and else to the page.
      const wrong = form.querySelector('.errors')
      document.getElementById(wrong ? 'vy-formular' : 'vy-sida').checked = true
      if (!wrong) return document.getElementById('visning').scrollIntoView({block: 'nearest'})
      form.querySelector('[aria-invalid=true]')?.focus({preventScroll: true})
      wrong.scrollIntoView({block: 'center'})
    })
    form.addEventListener('input', () => {
      if (!desk.classList.contains('open')) return
      clearTimeout(typing)
      typing = setTimeout(show, 250)
    })
    let isWanted = false
    try { isWanted = sessionStorage.getItem('visning') === '1' } catch {}
    if (isWanted && !desk.classList.contains('open')) show()
  }

  // The palette follows the colour while it is chosen. The server makes it.
  const palette = document.querySelector('[data-colours]')
  const colour = document.getElementById('look.colour')
  if (palette && colour) {
    const whole = () => /^#?[0-9a-f]{6}$/i.test(colour.value.trim())
    const label = document.createElement('label')
    const picker = document.createElement('input')
    picker.type = 'color'
    label.className = 'picker'
    label.append(palette.dataset.choose, ' ', picker)
    colour.after(label)
    const follow = () => { if (whole()) picker.value = `#${colour.value.trim().replace('#', '')}` }
    follow()
    let asked = 0
    let waiting
    const ask = async () => {
      const own = ++asked
      try {
        const answer = await fetch(`${palette.dataset.colours}?farg=${encodeURIComponent(colour.value)}`)
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('farger')
        if (!fresh || own !== asked) return
        const old = document.getElementById('farger')
        old ? old.replaceWith(fresh) : palette.parentElement.before(fresh)
      } catch {} // the program has ended
    }
    const soon = () => {
      clearTimeout(waiting)
      waiting = setTimeout(ask, 120)
    }
    picker.addEventListener('input', (event) => {
      event.stopPropagation()
      colour.value = picker.value
      colour.dispatchEvent(new Event('input', {bubbles: true}))
    })
    colour.addEventListener('input', () => {
      follow()
      soon()
    })
    // What the button does without a script is done.
    palette.parentElement.hidden = true
  }

  // What takes a while is asked for once.
  for (const one of document.querySelectorAll('form:has([data-wait])')) {
    one.addEventListener('submit', (event) => {
      if (one.dataset.sent) return event.preventDefault()
      one.dataset.sent = '1'
      const button = event.submitter
      if (button?.dataset.wait) button.textContent = button.dataset.wait
    })
  }
  addEventListener('pageshow', () => { for (const one of document.querySelectorAll('[data-sent]')) delete one.dataset.sent })

  // The hours of a day for other days. The server does it too; here nothing is asked of it.
  for (const button of document.querySelectorAll('[data-copy-week]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault()
      const week = button.dataset.copyWeek
      const own = (name) => form.elements.namedItem(name)
      const hours = own(`${week}.${own(`_fran.${week}`).value}`).value
      const chosen = [0, 1, 2, 3, 4, 5, 6].filter((day) => own(`_till.${week}.${day}`).checked)
      for (const day of chosen) own(`${week}.${day}`).value = hours
      const said = button.parentElement.querySelector('[role=status]')
      said.textContent = ''
      // What a script has filled in is typed, too.
      if (!chosen.length) return
      own(`${week}.${chosen[0]}`).dispatchEvent(new Event('input', {bubbles: true}))
      setTimeout(() => { said.textContent = button.dataset.done }, 50)
    })
  }

  // The hours of the next days follow the form.
  const ahead = document.querySelector('[data-days]')
  if (form && ahead) {
    let asked = 0
    let waiting
    const ask = async () => {
      const own = ++asked
      const typed = new URLSearchParams(new FormData(form))
      typed.set('_do', 'days')
      try {
        const answer = await fetch(form.action, {method: 'POST', body: typed})
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('tvaveckor')
        if (fresh && own === asked) document.getElementById('tvaveckor').replaceWith(fresh)
      } catch {} // the program has ended
    }
    form.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(ask, 200)
    })
  }

  // Buttons that write Markdown, as if it had been typed: what is undone in the field is undone there.
  const body = document.getElementById('body')
  const tools = document.querySelector('.tools')
  const write = (text, from, to) => {
    body.focus()
    body.setSelectionRange(from, to)
    if (document.execCommand('insertText', false, text)) return
    body.setRangeText(text, from, to, 'end')
    body.dispatchEvent(new Event('input', {bubbles: true}))
  }
  if (body && tools) {
    tools.hidden = false
    // Where a picture goes, is where the mark was.
    const row = form?.elements.namedItem('_rad')
    let isPlaced = false
    body.addEventListener('focus', () => { isPlaced = true })
    form?.addEventListener('submit', () => {
      if (row && isPlaced) row.value = body.value.slice(0, body.selectionStart).split('\n').length - 1
    })
    for (const dialog of document.querySelectorAll('dialog')) {
      const field = (name) => dialog.querySelector(`#${name}`)
      // `close` is told a moment later: what is typed in that moment would be typed nowhere.
      dialog.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault()
        dialog.close(event.submitter?.value)
        const {selectionStart: from, selectionEnd: to} = body
        if (dialog.returnValue !== 'in') return body.focus()
        if (dialog.id === 'ruta') return write(`\n\n::: centre ${field('ruta-central').value}\n:::\n`, from, to)
        const page = field('lank-sida')
        const address = page.value || field('lank-adress').value.trim()
        const text = field('lank-text').value.trim() || (page.value ? page.selectedOptions[0].textContent : address)
        if (address) write(`[${text.replace(/[\[\]]/g, '\\$&')}](${address.replace(/[() ]/g, encodeURIComponent)})`, from, to)
        else body.focus()
      })
      dialog.addEventListener('cancel', () => setTimeout(() => body.focus()))
    }
    const open = (name, chosen) => {
      const dialog = document.getElementById(name)
      for (const input of dialog.querySelectorAll('input')) input.value = ''
      for (const select of dialog.querySelectorAll('select')) select.selectedIndex = 0
      if (name === 'lank') dialog.querySelector('#lank-text').value = chosen
      dialog.returnValue = ''
      dialog.showModal()
    }
    tools.addEventListener('click', (event) => {
      const button = event.target.closest('button')
      if (!button) return
      const {selectionStart: from, selectionEnd: to, value} = body
      const chosen = value.slice(from, to)
      const {mark, wrap, box, opens} = button.dataset
      if (opens) {
        open(opens, chosen)
      } else if (mark) {
        const start = value.lastIndexOf('\n', from - 1) + 1
        write(value.slice(start, to).split('\n').map((line) => mark + line).join('\n'), start, to)
      } else if (wrap) {
        write(wrap + chosen + wrap, from, to)
      } else if (box) {
        write(`\n\n${box}\n${chosen}\n:::\n`, from, to)
      }
    })
  }
}
