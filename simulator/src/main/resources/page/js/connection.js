/** One WebSocket to the server: requests with answers, frames without, and a watch on silence. */
__d('StandInConnection', ({ require, exports }) => {
  const config = require('StandInConfig');
  const REQUEST_TIMEOUT_MS = 30000;
  const OPEN_TIMEOUT_MS = 10000;

  class RequestError extends Error {
    /** @param {number} code as an HTTP status; 0 when no answer came, for whatever reason */
    constructor(code, text, timedOut = false) {
      super(text || 'refused with ' + code);
      this.code = code;
      this.timedOut = timedOut;
    }
  }

  class Connection {
    /** @param {{onFrame: function(object), onClose: function()}} handlers both may be called from any task */
    constructor(handlers) {
      this.handlers = handlers;
      this.pending = new Map();
      this.lastId = 0;
      this.nonce = null;
    }

    /** Resolves when the server has sent its challenge; rejects when it does not come. */
    open() {
      const address = new URL(config.socketPath, location.href);
      address.protocol = address.protocol.replace('http', 'ws');
      this.socket = new WebSocket(address);
      this.socket.onmessage = (event) => this.onFrame(JSON.parse(event.data));
      this.socket.onclose = () => this.onClose();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => this.socket.close(), OPEN_TIMEOUT_MS);
        this.settle = (error) => {
          clearTimeout(timer);
          this.settle = () => {};
          if (error) reject(error);
          else resolve();
        };
      });
    }

    onFrame(frame) {
      if (frame.type === 'challenge') {
        this.nonce = frame.nonce;
        this.watch();
        this.settle();
      } else if (frame.type === 'reply') {
        this.onReply(frame);
      } else {
        this.handlers.onFrame(frame);
      }
    }

    onReply({ id, error, ...result }) {
      const waiting = this.pending.get(id);
      if (!waiting) return;
      this.pending.delete(id);
      clearTimeout(waiting.timer);
      if (error) waiting.reject(new RequestError(error.code, error.text));
      else waiting.resolve(result);
    }

    onClose() {
      clearInterval(this.pinging);
      const lost = new RequestError(0, 'the connection was lost');
      for (const { reject, timer } of this.pending.values()) {
        clearTimeout(timer);
        reject(lost);
      }
      this.pending.clear();
      this.settle(lost);
      this.handlers.onClose();
    }

    /** A connection that died without a word is found out by a ping without an answer. */
    watch() {
      this.pinging = setInterval(() => {
        this.request({ type: 'ping' }).catch(() => this.close());
      }, config.pingMs);
    }

    send(frame) {
      if (this.isOpen()) this.socket.send(JSON.stringify(frame));
    }

    request(frame, timeout = REQUEST_TIMEOUT_MS) {
      if (!this.isOpen()) return Promise.reject(new RequestError(0, 'not connected'));
      const id = ++this.lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          this.pending.delete(id);
          reject(new RequestError(0, 'no answer to ' + frame.type, true));
        }, timeout);
        this.pending.set(id, { resolve, reject, timer });
        this.socket.send(JSON.stringify({ ...frame, id }));
      });
    }

    isOpen() {
      return Boolean(this.socket) && this.socket.readyState === WebSocket.OPEN;
    }

    /** Closes for good: its frames and its end are not reported any more. */
    abandon() {
      this.handlers = { onFrame() {}, onClose() {} };
      this.close();
    }

    close() {
      this.socket.close();
    }
  }

  exports.Connection = Connection;
  exports.RequestError = RequestError;
});

/** The connection in use, for the modules that only want to say or ask something. */
__d('StandInWire', ({ require, exports }) => {
  const { RequestError } = require('StandInConnection');
  let current = null;

  exports.use = (connection) => {
    current = connection;
  };
  exports.send = (frame) => current && current.send(frame);
  exports.request = (frame, timeout) =>
    current ? current.request(frame, timeout) : Promise.reject(new RequestError(0, 'not connected'));
});
