/** Ids of accounts, groups and devices. */

/**
 * `user@server`, for a device `user:device@server`. Server, user and `_serialized` are own and
 * enumerable, for clients copy Wids out of the page by their keys.
 */
__d('WAWebWid', ({ exports }) => {
  const USERS = new Set(['c.us', 'lid', 'bot', 'hosted', 'hosted.lid']);
  const text = (wid) => (typeof wid === 'string' ? wid : (wid && wid._serialized) || '');

  class Wid {
    constructor(id, options) {
      if (!options || !options.intentionallyUsePrivateConstructor) {
        throw new Error('Wid: use WidFactory');
      }
      const at = id.lastIndexOf('@');
      const [user, device] = id.slice(0, at).split(':');
      this.server = id.slice(at + 1);
      this.user = user;
      if (device !== undefined) this.device = Number(device);
      this._serialized = id;
    }

    toString() {
      return this._serialized;
    }

    toJSON() {
      return this._serialized;
    }

    toJid() {
      return this._serialized.replace(/@c\.us$/, '@s.whatsapp.net');
    }

    equals(other) {
      return text(other) === this._serialized;
    }

    getDeviceId() {
      return this.device || 0;
    }

    getSignalAddress() {
      return this.user + '.' + this.getDeviceId();
    }

    isSameAccount(other) {
      return Boolean(other) && this.user === other.user && this.server === other.server;
    }

    isUser() {
      return USERS.has(this.server);
    }

    isUserNotPSA() {
      return this.isUser() && !this.isPSA();
    }

    isRegularUser() {
      return this.server === 'c.us';
    }

    isRegularUserPn() {
      return this.server === 'c.us';
    }

    isCompanion() {
      return this.getDeviceId() !== 0;
    }

    isLid() {
      return this.server === 'lid' || this.server === 'hosted.lid';
    }

    isGroup() {
      return this.server === 'g.us';
    }

    isGroupCall() {
      return this.server === 'call';
    }

    isNewsletter() {
      return this.server === 'newsletter';
    }

    isBot() {
      return this.server === 'bot';
    }

    isBroadcast() {
      return this.server === 'broadcast' && !this.isStatus();
    }

    isBroadcastList() {
      return this.isBroadcast();
    }

    isStatus() {
      return this._serialized === 'status@broadcast';
    }

    isStatusV3() {
      return this.isStatus();
    }

    isPSA() {
      return this._serialized === '0@c.us';
    }

    isServer() {
      return this._serialized === 'server@c.us';
    }

    isOfficialBizAccount() {
      return false;
    }

    isGreaterThan(other) {
      return this._serialized > text(other);
    }

    isLessThan(other) {
      return this._serialized < text(other);
    }

    static isXWid(server, wid) {
      return text(wid).endsWith('@' + server);
    }

    static isWid(wid) {
      return wid instanceof Wid || /^[\w.:-]+@[\w.]+$/.test(text(wid));
    }

    static isUser(wid) {
      return USERS.has(text(wid).split('@')[1]);
    }

    static user(wid) {
      return text(wid).split('@')[0];
    }

    static isLid(wid) {
      return Wid.isXWid('lid', wid);
    }

    static isGroup(wid) {
      return Wid.isXWid('g.us', wid);
    }

    static isNewsletter(wid) {
      return Wid.isXWid('newsletter', wid);
    }

    static isBroadcast(wid) {
      return Wid.isXWid('broadcast', wid) && !Wid.isStatus(wid);
    }

    static isStatus(wid) {
      return text(wid) === 'status@broadcast';
    }

    static isStatusV3(wid) {
      return Wid.isStatus(wid);
    }

    static isPSA(wid) {
      return text(wid) === '0@c.us';
    }

    static isServer(wid) {
      return text(wid) === 'server@c.us';
    }

    static equals(a, b) {
      return text(a) === text(b);
    }
  }

  exports.default = Wid;
});

__d('WAWebWidFactory', ({ require, exports }) => {
  const Wid = require('WAWebWid');

  const make = (id) => new Wid(id, { intentionallyUsePrivateConstructor: true });
  const withServer = (user, server) => make(user.includes('@') ? user : user + '@' + (server || 'c.us'));

  exports.isWidlike = (wid) => Boolean(wid) && typeof wid === 'object' && typeof wid._serialized === 'string';

  exports.createWid = (id) => {
    const text = exports.isWidlike(id) ? id._serialized : String(id);
    if (!Wid.isWid(text)) throw new Error('wid error: invalid wid');
    return make(text.replace(/@s\.whatsapp\.net$/, '@c.us'));
  };

  exports.createWidFromWidLike = (wid) => exports.createWid(wid);
  exports.createUserWidOrThrow = (user, server) => exports.createWid(withServer(user, server));
  exports.createUserWid = exports.createUserWidOrThrow;
  exports.createUserLidOrThrow = (user) => exports.createUserWidOrThrow(user, 'lid');
  exports.createDeviceWid = (id) => exports.createWid(id);
  exports.createDeviceWidFromUserAndDevice = (user, server, device) =>
    exports.createWid(user + ':' + device + '@' + server);
  exports.userJidToUserWid = (jid) => exports.createWid(jid);

  /** The account of a device; anything that is no user's is refused. */
  exports.asUserWidOrThrow = (wid) => {
    if (!wid.isUser()) throw new Error('asUserWidOrThrow: not a user');
    return make(wid.user + '@' + wid.server);
  };
  exports.toUserWidOrThrow = exports.asUserWidOrThrow;
  exports.toUserWid = exports.asUserWidOrThrow;
  exports.toChatWid = (wid) => wid;
  exports.toGroupWid = (wid) => wid;
});

__d('WAWebWidToJid', ({ exports }) => {
  exports.widToUserJid = (wid) => wid.toJid();
  exports.widToGroupJid = (wid) => wid.toJid();
  exports.widToChatJid = (wid) => wid.toJid();
  exports.widToNewsletterJid = (wid) => wid.toJid();
});

__d('WAWebJidToWid', ({ require, exports }) => {
  const { createWid } = require('WAWebWidFactory');
  exports.userJidToUserWid = (jid) => createWid(jid);
  exports.newsletterJidToWid = (jid) => createWid(jid);
  exports.chatJidToChatWid = (jid) => createWid(jid);
});
