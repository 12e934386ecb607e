import { io } from '../../waggle-client.js';
import { key } from './key.js';

/** A person who waits before the page should not wait much longer than the gateway does. */
const LONGEST_DELAY_MILLIS = 3000;

/** Listens to everything that the key may hear of, over the socket door. */
export class Feed {
  #socket;

  /** Calls `onEvent` with each event and `onLive` with whether the connection stands. */
  constructor(onEvent, onLive) {
    this.#socket = io({
      auth: { key: key.get() },
      reconnectionDelayMax: LONGEST_DELAY_MILLIS,
    });
    this.#socket
      .on('connect', () => onLive(true))
      .on('disconnect', () => onLive(false))
      .on('connect_error', () => onLive(false))
      .on('event', onEvent)
      .emit('watch-sessions', { messages: true });
  }

  /** Listens no more. */
  close() {
    this.#socket.off().disconnect();
  }
}
