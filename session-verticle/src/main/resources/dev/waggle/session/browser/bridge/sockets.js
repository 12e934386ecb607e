// The page's WebSockets, known from their construction on, so that they can be closed when the
// page has to leave, and those to WhatsApp's own server guarded both ways: what comes in by the
// gate, what goes out by the departures. The page sees the browser's own class: its name, its
// prototype and its constants are those of WebSocket; a guarded socket has a send and a close of
// its own.

const sockets = (() => {
  const { WebSocket: Native, DOMException, URL, location } = window;
  const close = Native.prototype.close;
  const open = new Set();

  function guard(socket) {
    departures.guard(socket);
    gate.guard(socket);
  }

  function watch(socket) {
    open.add(socket);
    socket.addEventListener('close', () => open.delete(socket));
    if (new URL(socket.url).hostname === location.hostname) guard(socket);
    return socket;
  }

  const Watched = new Proxy(Native, {
    construct(target, args, newTarget) {
      if (owner.isGone()) throw new DOMException('The page is leaving.', 'SecurityError');
      return watch(Reflect.construct(target, args, newTarget));
    },
  });

  function replace(holder, name) {
    const before = Object.getOwnPropertyDescriptor(holder, name);
    Object.defineProperty(holder, name, { ...before, value: Watched });
  }

  replace(window, 'WebSocket');
  replace(Native.prototype, 'constructor');

  return {
    shut() {
      open.forEach((socket) => close.call(socket));
    },
  };
})();
