/** Chats, messages and contacts as the page stores them. */

/** Models hold Wids and message keys; the store holds plain values that say what they were. */
__d('StandInRecords', ({ require, exports }) => {
  const Wid = require('WAWebWid');
  const MsgKey = require('WAWebMsgKey');
  const { createWid } = require('WAWebWidFactory');

  const each = (object, convert) =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, convert(value)]));
  const isBinary = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

  function toPlain(value) {
    if (value instanceof Wid) return { $wid: value.toString() };
    if (value instanceof MsgKey) return { $key: value.toString() };
    if (typeof value === 'function') return undefined;
    if (value === null || typeof value !== 'object' || isBinary(value)) return value;
    return Array.isArray(value) ? value.map(toPlain) : each(value, toPlain);
  }

  function fromPlain(value) {
    if (value === null || typeof value !== 'object' || isBinary(value)) return value;
    if (value.$wid) return createWid(value.$wid);
    if (value.$key) return MsgKey.fromString(value.$key);
    return Array.isArray(value) ? value.map(fromPlain) : each(value, fromPlain);
  }

  let order = Date.now() * 1000;

  /** `order` keeps messages of the same second apart; `unsent` is there only while it is true. */
  exports.ofMsg = (msg) => ({
    key: msg.id.toString(),
    bareId: msg.id.id,
    chat: msg.id.remote.toString(),
    t: msg.t,
    order: ++order,
    ...(msg.id.fromMe && msg.ack === 0 ? { unsent: 1 } : {}),
    data: toPlain({ ...msg.serialize(), isNewMsg: false }),
  });

  exports.toMsgAttributes = (record) => fromPlain(record.data);

  exports.ofChat = (chat) => {
    const { msgs, ...attributes } = chat.attributes;
    const { session } = chat.constructor;
    const kept = Object.entries(attributes).filter(([name]) => !session.has(name));
    return { id: chat.id.toString(), data: toPlain(Object.fromEntries(kept)) };
  };

  /** A chat's record when a message has come to it: the same rules as the chat in memory follows. */
  exports.withNews = (record, msg) => {
    const { t = 0, unreadCount = 0 } = record.data;
    const news = {
      t: Math.max(t, msg.t),
      lastReceivedKey: { $key: msg.id.toString() },
      unreadCount: unreadCount + (msg.id.fromMe ? 0 : 1),
    };
    return { ...record, data: { ...record.data, ...news } };
  };

  exports.ofContact = (contact) => ({ id: contact.id.toString(), data: toPlain(contact.serialize()) });
  exports.attributesOf = (record) => fromPlain(record.data);
});

__d('StandInArchive', ({ require, exports }) => {
  const { model } = require('StandInStorage');
  const records = require('StandInRecords');
  const MsgModel = require('WAWebMsgModel');

  const toMsg = (record) => record && new MsgModel(records.toMsgAttributes(record));

  /**
   * Stores a message that must not be there yet, and with it what it changes in its chat.
   *
   * @return {Promise<boolean>} false when it was there
   */
  exports.addMsg = (msg) =>
    model.transact(['message', 'chat'], 'readwrite', async (tx, done) => {
      const [messages, chats] = [tx.objectStore('message'), tx.objectStore('chat')];
      const record = records.ofMsg(msg);
      if ((await done(messages.getKey(record.key))) !== undefined) return false;
      messages.put(record);
      const chat = (await done(chats.get(record.chat))) || {
        id: record.chat,
        data: { id: { $wid: record.chat } },
      };
      chats.put(records.withNews(chat, msg));
      return true;
    });

  /** Stores what has become of a message, in the place it had. */
  exports.updateMsg = (msg) =>
    model.transact(['message'], 'readwrite', async (tx, done) => {
      const store = tx.objectStore('message');
      const known = await done(store.get(msg.id.toString()));
      const record = records.ofMsg(msg);
      store.put(known ? { ...record, order: known.order } : record);
    });

  /** Raises the ack of own messages, given by their bare ids, which may not be in memory. */
  exports.raiseAck = (ids, ack) =>
    model.transact(['message'], 'readwrite', async (tx, done) => {
      const store = tx.objectStore('message');
      for (const id of ids) {
        for (const record of await done(store.index('bareId').getAll(id))) {
          if (record.data.ack >= ack) continue;
          const { unsent, ...sent } = record;
          store.put({ ...sent, data: { ...record.data, ack } });
        }
      }
    });

  exports.saveChat = (chat) => model.put('chat', records.ofChat(chat));
  exports.saveContact = (contact) => model.put('contact', records.ofContact(contact));

  exports.loadMsg = async (key) => toMsg(await model.get('message', key));

  /**
   * Messages of a chat next to a place in it, oldest first.
   *
   * @param {{chatId, after?: IDBValidKey, before?: IDBValidKey, count: number, isKnown?: function(string)}} wanted
   *     `after` or `before` is the place: a key of the index, itself left out
   */
  exports.loadNextTo = ({ chatId, after, before, count, isKnown = () => false }) =>
    model.transact(['message'], 'readonly', async (tx, done) => {
      const [low, high] = [[String(chatId)], [String(chatId), []]];
      const range = IDBKeyRange.bound(after || low, before || high, true, true);
      const request = tx
        .objectStore('message')
        .index('chat')
        .openCursor(range, after ? 'next' : 'prev');
      const found = [];
      for (let cursor = await done(request); cursor && found.length < count; cursor = await done(request)) {
        if (!isKnown(cursor.value.key)) found.push(toMsg(cursor.value));
        cursor.continue();
      }
      return after ? found : found.reverse();
    });

  /** The place of a message in its chat, or nothing. */
  exports.placeOf = async (key) => {
    const record = await model.get('message', String(key));
    return record && [record.chat, record.t, record.order];
  };

  exports.loadUnsent = () =>
    model.transact(['message'], 'readonly', async (tx, done) =>
      (await done(tx.objectStore('message').index('unsent').getAll())).map(toMsg),
    );

  exports.loadAll = (store) =>
    model.transact([store], 'readonly', async (tx, done) =>
      (await done(tx.objectStore(store).getAll())).map(records.attributesOf),
    );
});

/** Brings back what the page knew when it was last open. */
__d('StandInRestore', ({ require, exports }) => {
  const archive = require('StandInArchive');
  const outbox = require('StandInOutbox');
  const { ChatCollection } = require('WAWebChatCollection');
  const { ContactCollection } = require('WAWebContactCollection');
  const { MsgCollection } = require('WAWebMsgCollection');
  const RECENT = 50;

  exports.restore = async () => {
    ContactCollection.add(await archive.loadAll('contact'));
    const chats = ChatCollection.add(await archive.loadAll('chat'));
    const recent = await Promise.all(
      chats.map((chat) => {
        const count = Math.max(RECENT, chat.unreadCount);
        return archive.loadNextTo({ chatId: chat.id, count });
      }),
    );
    recent.flat().forEach((msg) => MsgCollection.place(msg));
    (await archive.loadUnsent()).forEach((msg) => outbox.hold(MsgCollection.place(msg)));
  };
});
