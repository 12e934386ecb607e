// Says nothing to WhatsApp's server that its owner has not passed on. What the page acknowledges
// there is never delivered again, and the page has told its owner of it just before; should that
// one die with it in hand, it would be lost. So a frame waits, behind those before it, until the
// owner has said that every message and receipt which was told before the frame is out of its
// hands. Frames that still wait when the page has to leave are never sent, and what they would
// have acknowledged is delivered to the next owner.
//
// With the gate off nothing is kept back.

const departures = (() => {
  const { WebSocket, ArrayBuffer, Uint8Array, Blob, String } = window;
  const { send, close } = WebSocket.prototype;
  const later = window.setTimeout.bind(window);

  // An owner who still speaks but can pass nothing on, because the bus takes nothing, must not cut
  // the account off for longer.
  const longestMs = settings.longestHoldMs;
  const ASK_MS = 100;

  // No document of a page has the numbers of another, so a late word frees nothing of a younger one.
  let told = Date.now() * 1000;
  let passedOn = told;
  let asking = false;
  const line = [];

  // By the owner's own words, so that the time of one who is frozen does not run.
  const isOverdue = ({ since }) => owner.spokenAt() - since >= longestMs;

  // The owner answers a question even while its thread waits for another browser's launch.
  function ask() {
    if (asking || line.length === 0 || owner.isGone()) return;
    asking = true;
    later(() => {
      asking = false;
      if (line.length > 0) owner.ask();
      ask();
    }, ASK_MS);
  }

  function depart() {
    while (line.length > 0 && (line[0].due <= passedOn || isOverdue(line[0]))) {
      const { due, go } = line.shift();
      passedOn = Math.max(passedOn, due);
      go();
    }
  }

  owner.onWord((confirmed) => {
    if (confirmed > passedOn && confirmed <= told) passedOn = confirmed;
    depart();
  });

  const mayGo = () => line.length === 0 && told <= passedOn;

  function wait(socket, go) {
    line.push({ socket, go: guarded(go), due: told, since: owner.now() });
    ask();
  }

  // As it is now: whoever sends may use its buffer again.
  function copyOf(data) {
    if (data instanceof ArrayBuffer) return data.slice(0);
    if (ArrayBuffer.isView(data)) {
      return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
    }
    return data instanceof Blob ? data : String(data);
  }

  function sendInTurn(socket, args) {
    if (mayGo() || args.length === 0 || socket.readyState !== WebSocket.OPEN) {
      send.apply(socket, args);
      return;
    }
    const copy = copyOf(args[0]);
    wait(socket, () => send.call(socket, copy));
  }

  // What was sent before the socket is closed leaves before it closes.
  function closeInTurn(socket, args) {
    if (line.some((each) => each.socket === socket)) wait(socket, () => close.apply(socket, args));
    else close.apply(socket, args);
  }

  function replace(socket, name, value) {
    Object.defineProperty(socket, name, { value, writable: true, configurable: true });
  }

  return {
    // The number of a report: what is sent after it waits until the owner has passed it on.
    next: () => ++told,

    guard(socket) {
      if (!settings.gate) return;
      replace(socket, 'send', (...args) => sendInTurn(socket, args));
      replace(socket, 'close', (...args) => closeInTurn(socket, args));
    },
  };
})();
