/**
 * Waggle's live events in a browser, with Socket.IO's calls over SockJS:
 *
 *   const socket = io('https://gateway.example.com', { auth: { key } });
 *   socket.emit('join-session', 'sales');
 *   socket.on('qr-code', (qr) => { image.src = qr.base64; });
 *
 * Comes back by itself after a lost connection, joins and subscribes again and asks for what it
 * has missed. The README of the gateway module describes the frames.
 */

const PING_MILLIS = 20_000;
const SILENCE_MILLIS = 50_000;
const FIRST_DELAY_MILLIS = 500;
const LONGEST_DELAY_MILLIS = 15_000;

/** How many frames are sent at once after a reconnect; gateways take a limited number a second. */
const BURST = 100;
const BURST_PAUSE_MILLIS = 1_000;

/** Of how many sessions a watcher remembers where it was; gateways take no more. */
const MOST_WATCHED = 100;

/** What only watchers of all sessions and members of rooms are told. */
const WATCHED = new Set(['qr', 'ready', 'disconnected', 'auth_failure', 'qr_timeout']);

/**
 * Opens a socket to a gateway.
 *
 * @param url a gateway's address, or a list of them to be tried in turn; the page's own by default
 * @param options `auth: {key}` or `key`; `auth` may be a function that calls back with `{key}`, for
 *     keys that change. `SockJS` gives a constructor to use; `autoConnect: false` waits for
 *     `connect()`; `reconnection: false` never comes back by itself; `reconnectionDelay` and
 *     `reconnectionDelayMax` are in milliseconds.
 */
export function io(url, options) {
  return isOptions(url) ? new WaggleSocket(undefined, url) : new WaggleSocket(url, options ?? {});
}

export { io as connect };
export default io;

/** One connection with everything that is listened to over it. */
export class WaggleSocket {
  /** Whether the gateway has let this client in. */
  connected = false;

  #urls;
  #options;
  #listeners = new Map();
  #rooms = new Map();
  #subscriptions = new Map();
  #watch = null;
  #watched = new Map();
  #acks = new Map();
  #lastId = 0;
  #transport = null;
  #held = [];
  #attempts = 0;
  #retry = null;
  #pulse = null;
  #heardAt = 0;
  #wanted = false;
  #reason = null;

  constructor(url, options) {
    this.#urls = [url ?? globalThis.location?.origin].flat();
    this.#options = options;
    if (options.autoConnect !== false) this.connect();
  }

  /** Whether it is connected or trying to be. */
  get active() {
    return this.#wanted;
  }

  on(event, listener) {
    this.#of(event).push({ listener, call: listener });
    if (WATCHED.has(event)) queueMicrotask(() => this.#watchUnlessInARoom());
    return this;
  }

  once(event, listener) {
    const call = (...args) => {
      this.off(event, listener);
      listener(...args);
    };
    this.on(event, call);
    this.#of(event).at(-1).listener = listener;
    return this;
  }

  /** Removes a listener; without one all of the event's; without an event all there are. */
  off(event, listener) {
    if (event === undefined) this.#listeners.clear();
    else if (listener === undefined) this.#listeners.delete(event);
    else this.#listeners.set(event, this.#of(event).filter((each) => each.listener !== listener));
    return this;
  }

  /**
   * Sends an event; rooms and subscriptions are remembered and wait for a connection. `answered`
   * is called with `{ok: true}` or `{error: {code, detail}}`.
   */
  emit(event, data, answered) {
    if (typeof data === 'function') return this.emit(event, undefined, data);
    this.#remember(event, data);
    if (this.connected) this.#send(event, data, answered);
    else if (answered) answered({ error: { code: 'not-connected', detail: 'Not connected.' } });
    return this;
  }

  connect() {
    if (this.#transport || this.#retry) return this;
    this.#wanted = true;
    this.#open();
    return this;
  }

  open() {
    return this.connect();
  }

  /** Ends the connection for good, until `connect()`. */
  disconnect() {
    this.#wanted = false;
    clearTimeout(this.#retry);
    this.#retry = null;
    this.#end('io client disconnect');
    return this;
  }

  close() {
    return this.disconnect();
  }

  async #open() {
    const url = this.#urls[this.#attempts % this.#urls.length];
    const opening = { close() {} };
    this.#transport = opening;
    try {
      const [SockJS, key] = await Promise.all([sockJs(this.#options), keyOf(this.#options)]);
      if (this.#transport !== opening) return;
      this.#use(new SockJS(address(url)), key);
    } catch (failure) {
      if (this.#transport === opening) this.#closed(opening, failure);
    }
  }

  #use(transport, key) {
    this.#transport = transport;
    this.#reason = null;
    this.#held = [];
    transport.onopen = () => key && transport.send(text('auth', { key }));
    transport.onmessage = (message) => this.#received(transport, JSON.parse(message.data));
    transport.onclose = () => this.#closed(transport, new Error('The connection was not made.'));
  }

  #received(transport, frame) {
    if (transport !== this.#transport) return;
    this.#heardAt = Date.now();
    if (frame.event === 'connect') this.#admitted();
    else if (frame.event === 'connect_error') this.#refused(frame.data);
    else if (frame.event === 'disconnect') this.#reason = frame.data.reason;
    else if (frame.event === 'ack') this.#answered(frame);
    else if (frame.of) this.#told(frame);
    else this.#dispatch(frame.event, frame.data);
  }

  #admitted() {
    this.connected = true;
    this.#attempts = 0;
    this.#pulse = setInterval(() => this.#beat(), PING_MILLIS);
    this.#sendAll(this.#transport, this.#interests());
    this.#dispatch('connect');
  }

  #refused(problem) {
    if (problem.code === 'unauthorized') this.#wanted = false;
    this.#reason = 'refused';
    this.#dispatch('connect_error', Object.assign(new Error(problem.detail), { data: problem }));
  }

  /** Frames that belong together are acted on together, so that a lost connection parts none. */
  #told(frame) {
    this.#held.push(frame);
    if (frame.more) return;
    const frames = this.#held;
    this.#held = [];
    this.#advance(frame);
    if (frames.some((each) => each.event === 'session-complete')) {
      this.#rooms.delete(frame.session);
    }
    frames.forEach((each) => this.#dispatch(each.event, each.data));
  }

  /** Remembers where this client is; what was left meanwhile is not taken up again. */
  #advance({ of, session, generation, seq }) {
    const place = { generation, seq };
    const places = of === 'room' ? this.#rooms : this.#subscriptions;
    if (of === 'sessions') this.#advanceWatch(session, place);
    else if (places.has(session)) places.set(session, place);
  }

  /** Keeps the sessions of which something was heard last. */
  #advanceWatch(session, place) {
    this.#watched.delete(session);
    this.#watched.set(session, place);
    if (this.#watched.size > MOST_WATCHED) {
      this.#watched.delete(this.#watched.keys().next().value);
    }
  }

  #answered({ id, data }) {
    this.#acks.get(id)?.(data);
    this.#acks.delete(id);
  }

  #closed(transport, failure) {
    if (transport !== this.#transport) return;
    const reason = this.#reason ?? 'transport close';
    const wasConnected = this.connected;
    if (reason === 'io server disconnect') this.#wanted = false;
    this.#forget();
    if (this.#wanted && this.#options.reconnection !== false) this.#retryLater();
    else this.#wanted = false;
    if (wasConnected) this.#dispatch('disconnect', reason);
    else if (reason !== 'refused') this.#dispatch('connect_error', failure);
  }

  #end(reason) {
    const transport = this.#transport;
    if (!transport) return;
    this.#reason = reason;
    this.#closed(transport, new Error('The connection was given up.'));
    transport.close();
  }

  #forget() {
    this.connected = false;
    this.#transport = null;
    this.#held = [];
    clearInterval(this.#pulse);
    const unanswered = [...this.#acks.values()];
    this.#acks.clear();
    const error = { code: 'not-connected', detail: 'The connection was lost before the answer.' };
    unanswered.forEach((answered) => answered({ error }));
  }

  #retryLater() {
    const first = this.#options.reconnectionDelay ?? FIRST_DELAY_MILLIS;
    const longest = this.#options.reconnectionDelayMax ?? LONGEST_DELAY_MILLIS;
    const delay = Math.min(longest, first * 2 ** Math.min(this.#attempts, 16));
    this.#attempts += 1;
    this.#retry = setTimeout(
      () => {
        this.#retry = null;
        this.#open();
      },
      delay * (0.5 + Math.random() / 2),
    );
  }

  #beat() {
    if (Date.now() - this.#heardAt > SILENCE_MILLIS) this.#end('ping timeout');
    else this.#send('ping');
  }

  #remember(event, data) {
    if (event === 'join-session') this.#rooms.set(nameOf(data), cursorOf(data));
    else if (event === 'leave-session') this.#rooms.delete(nameOf(data));
    else if (event === 'subscribe') this.#subscriptions.set(nameOf(data), cursorOf(data));
    else if (event === 'unsubscribe') this.#subscriptions.delete(nameOf(data));
    else if (event === 'watch-sessions') this.#watch = data ?? {};
    else if (event === 'unwatch-sessions') this.#unwatch();
  }

  #unwatch() {
    this.#watch = null;
    this.#watched.clear();
  }

  /** Everything that is listened to, as frames; the watch first, so that rooms do not repeat it. */
  #interests() {
    return [
      ...(this.#watch
        ? [['watch-sessions', { seen: Object.fromEntries(this.#watched), ...this.#watch }]]
        : []),
      ...[...this.#subscriptions].map(([name, at]) => ['subscribe', { session: name, ...at }]),
      ...[...this.#rooms].map(([name, at]) => ['join-session', { sessionName: name, ...at }]),
    ];
  }

  #sendAll(transport, frames) {
    if (transport !== this.#transport) return;
    frames.slice(0, BURST).forEach(([event, data]) => this.#send(event, data));
    if (frames.length > BURST) {
      setTimeout(() => this.#sendAll(transport, frames.slice(BURST)), BURST_PAUSE_MILLIS);
    }
  }

  #send(event, data, answered) {
    const id = answered && (this.#lastId += 1);
    if (answered) this.#acks.set(id, answered);
    this.#transport.send(text(event, data, id));
  }

  #watchUnlessInARoom() {
    if (this.#rooms.size === 0 && !this.#watch) this.emit('watch-sessions', { events: false });
  }

  #of(event) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, []);
    return this.#listeners.get(event);
  }

  #dispatch(event, ...args) {
    [...(this.#listeners.get(event) ?? [])].forEach(({ call }) => {
      try {
        call(...args);
      } catch (failure) {
        // One listener that fails keeps nothing from the others.
        setTimeout(() => {
          throw failure;
        });
      }
    });
  }
}

const isOptions = (value) => value && typeof value === 'object' && !Array.isArray(value);

const text = (event, data, id) => JSON.stringify({ event, data, id });

const nameOf = (data) => (typeof data === 'string' ? data : (data?.sessionName ?? data?.session));

const cursorOf = (data) =>
  data?.generation === undefined ? null : { generation: data.generation, seq: data.seq };

const address = (url) => `${String(url).replace(/^ws/, 'http').replace(/\/+$/, '')}/sockets`;

async function keyOf({ auth, key }) {
  const given = typeof auth === 'function' ? await new Promise(auth) : auth;
  return given?.key ?? given?.token ?? key;
}

/** The constructor, loaded from where this module came from unless there is one. */
async function sockJs(options) {
  if (options.SockJS) return options.SockJS;
  if (!globalThis.SockJS) await (loading ??= loadSockJs());
  return globalThis.SockJS;
}

let loading;

function loadSockJs() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('vendor/sockjs.min.js', import.meta.url).href;
    script.onload = resolve;
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error('The socket library could not be loaded.'));
    };
    document.head.append(script);
  });
}
