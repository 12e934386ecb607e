import { key } from './key.js';

/**
 * Listens to everything that sessions tell, over the event bus bridge. The key goes into
 * the headers of every registration, not into the address, where proxies would log it.
 */
export class Feed {
  #bus;
  #watched = new Set();
  #onEvent;

  /** Calls `onEvent` with each event and `onLive` with whether the connection stands. */
  constructor(onEvent, onLive) {
    this.#onEvent = onEvent;
    this.#bus = new globalThis.EventBus('/eventbus');
    this.#bus.defaultHeaders = { 'X-Api-Key': key.get() };
    this.#bus.enableReconnect(true);
    this.#bus.onopen = () => {
      this.#watched.forEach((name) => this.#register(name));
      onLive(true);
    };
    this.#bus.onclose = () => onLive(false);
  }

  /** Listens to exactly these sessions. */
  watch(names) {
    const wanted = new Set(names);
    const gone = [...this.#watched].filter((name) => !wanted.has(name));
    const added = [...wanted].filter((name) => !this.#watched.has(name));
    this.#watched = wanted;
    if (this.#bus.state !== globalThis.EventBus.OPEN) return;
    gone.forEach((name) => this.#bus.unregisterHandler(events(name), this.#deliver));
    added.forEach((name) => this.#register(name));
  }

  close() {
    this.#bus.onclose = null;
    this.#bus.enableReconnect(false);
    if (this.#bus.state === globalThis.EventBus.OPEN) this.#bus.close();
  }

  #register(name) {
    this.#bus.registerHandler(events(name), this.#deliver);
  }

  #deliver = (error, message) => {
    if (!error) this.#onEvent(message.body);
  };
}

const events = (name) => `waggle.session.${name}.events`;
