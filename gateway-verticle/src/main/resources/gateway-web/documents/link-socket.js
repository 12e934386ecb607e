const PING_MILLIS = 25_000;
const REFUSED = 4400;

/**
 * The gateway's plain WebSocket for the default session. Comes back by itself when the connection
 * is lost, with growing pauses, at most `maxRetries` times in a row.
 */
export class LinkSocket {
  #url;
  #apiKey;
  #handlers;
  #maxRetries;
  #retries = 0;
  #socket;
  #timer;
  #ping;

  /** Calls `message(json)`, `retrying(attempt, of)`, and `lost(refused)` when it has given up. */
  constructor(url, apiKey, maxRetries, handlers) {
    this.#url = url;
    this.#apiKey = apiKey;
    this.#maxRetries = maxRetries;
    this.#handlers = handlers;
    this.#connect();
  }

  send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close() {
    clearTimeout(this.#timer);
    clearInterval(this.#ping);
    this.#socket.onclose = null;
    this.#socket.onmessage = null;
    this.#socket.close();
  }

  #connect() {
    this.#socket = new WebSocket(this.#url);
    this.#socket.onopen = () => {
      // The key goes into a message: an address ends up in the logs of proxies.
      this.send({ type: 'auth', key: this.#apiKey });
      this.send({ type: 'init' });
      this.#ping = setInterval(() => this.send({ type: 'ping' }), PING_MILLIS);
    };
    this.#socket.onmessage = (event) => this.#take(JSON.parse(event.data));
    this.#socket.onclose = (event) => this.#comeBack(event.code >= REFUSED);
  }

  #take(message) {
    // A door that opens and shuts again at once is no success.
    if (message.type === 'qr' || message.type === 'authenticated') this.#retries = 0;
    if (message.type !== 'pong') this.#handlers.message(message);
  }

  #comeBack(refused) {
    clearInterval(this.#ping);
    if (refused || this.#retries === this.#maxRetries) {
      this.#handlers.lost(refused);
      return;
    }
    this.#retries += 1;
    this.#handlers.retrying(this.#retries, this.#maxRetries);
    this.#timer = setTimeout(() => this.#connect(), 500 * 2 ** (this.#retries - 1));
  }
}
