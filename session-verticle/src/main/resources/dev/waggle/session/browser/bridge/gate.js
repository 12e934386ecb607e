// Takes delivery only while the owner listens. What the page takes from WhatsApp's server it
// acknowledges, and the server never delivers it again; if nobody heard of it by then, it is lost
// for whoever waits for messages. So a frame is held until the owner has given a sign of life that
// is younger than the frame, or hardly older. Frames that are still held when the page has to leave
// are never seen, never acknowledged, and delivered to the next owner.
//
// With the gate off only the first word is waited for.

const gate = (() => {
  const { MessageChannel, MessageEvent, CloseEvent, Event } = window;
  const FRESH_MS = 50;

  const line = [];
  const own = new WeakSet();
  const turns = new MessageChannel();
  let turnDue = false;

  function vouchedFor(arrived) {
    const spoken = owner.spokenAt();
    if (!settings.gate) return spoken > -Infinity;
    return spoken >= arrived || owner.now() - spoken < FRESH_MS;
  }

  // The browser's own events cannot be dispatched twice.
  function copyOf(event) {
    if (event.type === 'message') {
      const { data, origin, lastEventId, source, ports } = event;
      return new MessageEvent('message', { data, origin, lastEventId, source, ports: [...ports] });
    }
    if (event.type === 'close') {
      const { wasClean, code, reason } = event;
      return new CloseEvent('close', { wasClean, code, reason });
    }
    return new Event(event.type);
  }

  function mayPass(event) {
    if (owner.isGone()) return false;
    if (line.length > 0) return false;
    return event.type !== 'message' || vouchedFor(owner.now());
  }

  function hear(event) {
    if (own.has(event) || mayPass(event)) return;
    event.stopImmediatePropagation();
    if (owner.isGone()) return;
    line.push({ event, socket: event.target, arrived: owner.now() });
    if (line.length === 1) owner.ask();
  }

  function schedule() {
    if (turnDue || line.length === 0) return;
    turnDue = true;
    turns.port2.postMessage(null);
  }

  // One event a task, as the browser does it: what the page has put off until then comes in between.
  turns.port1.onmessage = () => {
    turnDue = false;
    if (owner.isGone() || line.length === 0) return;
    if (!vouchedFor(line[0].arrived)) {
      owner.ask();
      return;
    }
    const { event, socket } = line.shift();
    const copy = copyOf(event);
    own.add(copy);
    schedule();
    socket.dispatchEvent(copy);
  };

  owner.onWord(schedule);

  return {
    // To be called before anybody else can listen to the socket.
    guard(socket) {
      for (const type of ['message', 'close', 'error']) socket.addEventListener(type, hear);
    },
  };
})();
