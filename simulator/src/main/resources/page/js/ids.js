/** Bytes as text, and the keys of messages. */

__d('WABase64', ({ exports }) => {
  const bytesOf = (data) => (data instanceof ArrayBuffer ? new Uint8Array(data) : Uint8Array.from(data));

  exports.BASE64_DATA_URL_SCHEME = 'data:image/jpeg;base64,';

  exports.encodeB64 = (data) => {
    let binary = '';
    for (const byte of bytesOf(data)) binary += String.fromCharCode(byte);
    return btoa(binary);
  };

  /** @return {ArrayBuffer} */
  exports.decodeB64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;

  exports.encodeB64UrlSafe = (data, padded = false) => {
    const text = exports.encodeB64(data).replace(/\+/g, '-').replace(/\//g, '_');
    return padded ? text : text.replace(/=+$/, '');
  };

  exports.decodeB64UrlSafe = (text) => exports.decodeB64(text.replace(/-/g, '+').replace(/_/g, '/'));
  exports.decodeB64ToJsArray = (text) => [...new Uint8Array(exports.decodeB64(text))];
  exports.sizeWhenB64Decoded = (text) => exports.decodeB64(text).byteLength;
});

__d('WARandomHex', ({ exports }) => {
  /** Upper case, two characters a byte. */
  exports.randomHex = (bytes) =>
    [...crypto.getRandomValues(new Uint8Array(bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
      .join('');
});

/** `fromMe_remote_id[_participant]`. */
__d('WAWebMsgKey', ({ require, exports }) => {
  const { createWid } = require('WAWebWidFactory');
  const { randomHex } = require('WARandomHex');

  const asWid = (value) => (typeof value === 'string' ? createWid(value) : value);

  class MsgKey {
    constructor(obj) {
      if (obj === null || obj === undefined) throw new Error('MsgKey error: obj is null/undefined');
      const fromMe = obj.fromMe === undefined ? obj.selfDir === 'out' : obj.fromMe;
      this.fromMe = Boolean(fromMe);
      this.remote = asWid(obj.remote || (this.fromMe ? obj.to : obj.from));
      this.id = obj.id;
      if (obj.participant) this.participant = asWid(obj.participant);
      this._serialized = [this.fromMe, this.remote, this.id]
        .concat(this.participant ? [this.participant] : [])
        .join('_');
    }

    toString() {
      return this._serialized;
    }

    clone() {
      return new MsgKey(this);
    }

    equals(other) {
      return Boolean(other) && other.toString() === this._serialized;
    }

    static fromString(text) {
      const [fromMe, remote, id, participant] = String(text).split('_');
      if (!id || !/^(true|false)$/.test(fromMe)) throw new Error('MsgKey error: not a key: ' + text);
      return new MsgKey({ fromMe: fromMe === 'true', remote, id, participant });
    }

    static from(key) {
      return key instanceof MsgKey ? key : MsgKey.fromString(key);
    }

    /** `3EB0` begins what a browser sends, followed by 18 hex characters, as on the live site. */
    static async newId() {
      return '3EB0' + randomHex(9);
    }
  }

  exports.default = MsgKey;
});
