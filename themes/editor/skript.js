// What the forms gain by a script; each works without.
'use strict'
{
  const fault = document.getElementById('fel')
  if (fault) fault.focus()

  // Who leaves a page with what is not saved is asked first.
  const form = document.querySelector('form[data-warn]')
  let isTouched = Boolean(fault)
  if (form) {
    form.addEventListener('input', () => { isTouched = true })
    // What is typed is kept until it is saved.
    let soon
    const keep = () => {
      const typed = new URLSearchParams(new FormData(form))
      typed.set('_do', 'keep')
      fetch(form.action, {method: 'POST', body: typed}).catch(() => {})
    }
    if (form.elements.namedItem('_base')) {
      form.addEventListener('input', () => {
        clearTimeout(soon)
        soon = setTimeout(keep, 1000)
      })
    }
    form.addEventListener('submit', () => {
      clearTimeout(soon)
      isTouched = false
    })
    addEventListener('beforeunload', (event) => { if (isTouched) event.preventDefault() })
  }

  // Monday's hours for the other weekdays.
  for (const button of document.querySelectorAll('[data-copy-week]')) {
    button.parentElement.hidden = false
    button.addEventListener('click', () => {
      const days = button.closest('fieldset').querySelectorAll('.days input')
      for (const day of [...days].slice(1, 5)) day.value = days[0].value
      isTouched = true
    })
  }

  // Buttons that write Markdown, as if it had been typed: what is undone in the field is undone there.
  const body = document.getElementById('body')
  const tools = document.querySelector('.tools')
  const write = (text, from, to) => {
    body.focus()
    body.setSelectionRange(from, to)
    if (!document.execCommand('insertText', false, text)) body.setRangeText(text, from, to, 'end')
    isTouched = true
  }
  if (body && tools) {
    tools.hidden = false
    tools.addEventListener('click', (event) => {
      const button = event.target.closest('button')
      if (!button) return
      const {selectionStart: from, selectionEnd: to, value} = body
      const chosen = value.slice(from, to)
      const {mark, wrap, box} = button.dataset
      if (mark) {
        const start = value.lastIndexOf('\n', from - 1) + 1
        write(value.slice(start, to).split('\n').map((line) => mark + line).join('\n'), start, to)
      } else if (wrap) {
        write(wrap + chosen + wrap, from, to)
      } else if (box) {
        write(`\n\n${box}\n${chosen}\n:::\n`, from, to)
      } else {
        write(`[${chosen}](https://)`, from, to)
      }
    })
  }
}
