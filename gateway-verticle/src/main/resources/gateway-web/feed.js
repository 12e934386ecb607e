import { key } from './api.js';

/**
 * Listens to the rooms of sessions over the event bus bridge. The key goes into the headers of
 * every registration, not into the address, where proxies would log it.
 */
export class Feed {
  #bus;
  #rooms = new Set();
  #onEvent;

  /** Calls `onEvent` with each event and `onLive` with whether the connection stands. */
  constructor(onEvent, onLive) {
    this.#onEvent = onEvent;
    this.#bus = new globalThis.EventBus('/eventbus');
    this.#bus.defaultHeaders = { 'X-Api-Key': key.get() };
    this.#bus.enableReconnect(true);
    this.#bus.onopen = () => {
      this.#rooms.forEach((name) => this.#register(name));
      onLive(true);
    };
    this.#bus.onclose = () => onLive(false);
  }

  /** Listens to exactly these sessions. */
  watch(names) {
    const wanted = new Set(names);
    const gone = [...this.#rooms].filter((name) => !wanted.has(name));
    const added = [...wanted].filter((name) => !this.#rooms.has(name));
    this.#rooms = wanted;
    if (this.#bus.state !== globalThis.EventBus.OPEN) return;
    gone.forEach((name) => this.#bus.unregisterHandler(room(name), this.#deliver));
    added.forEach((name) => this.#register(name));
  }

  close() {
    this.#bus.onclose = null;
    if (this.#bus.state === globalThis.EventBus.OPEN) this.#bus.close();
  }

  #register(name) {
    this.#bus.registerHandler(room(name), this.#deliver);
  }

  #deliver = (error, message) => {
    if (!error) this.#onEvent(message.body);
  };
}

const room = (name) => `waggle.session.${name}.room`;
