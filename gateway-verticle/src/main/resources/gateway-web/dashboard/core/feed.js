import { io } from '../../waggle-client.js';
import { key } from './key.js';

/** A person who waits before the page should not wait much longer than the gateway does. */
const LONGEST_DELAY_MILLIS = 3000;

/** Listens to everything that the key may hear of, over the socket door. */
export class Feed {
  #socket;
  #watching = false;

  /** Calls `onEvent` with each event and `onLive` with whether every event is heard. */
  constructor(onEvent, onLive) {
    this.#socket = io({
      auth: { key: key.get() },
      reconnectionDelayMax: LONGEST_DELAY_MILLIS,
    });
    this.#socket
      .on('connect', () => this.#watch(onLive))
      .on('disconnect', () => onLive(false))
      .on('connect_error', () => onLive(false))
      .on('event', onEvent);
  }

  /** Once the watch stands, the socket takes it up by itself after each pause, where it was. */
  #watch(onLive) {
    if (this.#watching) {
      onLive(true);
      return;
    }
    this.#socket.emit('watch-sessions', { messages: true }, ({ error }) => {
      if (error) return;
      this.#watching = true;
      onLive(true);
    });
  }

  /** Listens no more. */
  close() {
    this.#socket.off().disconnect();
  }
}
