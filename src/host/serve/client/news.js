// Listens to the server of `fcsite serve` for all of a browser's windows that are seen, over one connection. It ends with the last
// window. It keeps nothing.
'use strict'
const names = ['hello', 'failed', 'mended', 'changed']
const ports = new Set()
let source
let state // how the site is, as a window that comes later is told; undefined while the server is not heard

onconnect = (event) => {
  const [port] = event.ports
  port.onmessage = () => leave(port)
  ports.add(port)
  if (source && state) port.postMessage({name: 'hello', value: state})
  else listen()
}

function leave(port) {
  port.close()
  ports.delete(port)
  // Nobody is looking: the connection is free for others.
  if (ports.size === 0) stop()
}

function stop() {
  source?.close()
  source = state = undefined
}

function listen() {
  if (source || ports.size === 0) return
  const news = new EventSource('/.fcsite/events')
  source = news
  for (const name of names) news.addEventListener(name, (event) => tell(name, JSON.parse(event.data)))
  news.addEventListener('error', () => {
    state = undefined
    // A lost connection is tried again by the browser; a refused one is not.
    if (news.readyState !== EventSource.CLOSED || source !== news) return
    source = undefined
    setTimeout(listen, 2000)
  })
}

function tell(name, value) {
  if (name === 'hello') state = value
  else if (state) state = {failed: name === 'failed' ? value.text : null, follow: value?.follow ?? state.follow}
  for (const port of ports) port.postMessage({name, value})
}
