/** The messages in memory, whichever chat they are of. */
__d('WAWebMsgCollection', ({ require, importNamespace, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const { ChatCollection } = require('WAWebChatCollection');
  const MsgModel = require('WAWebMsgModel');

  class MsgCollectionImpl extends BaseCollection {
    /**
     * Takes in messages as attributes: clients replace this on the instance to see them first.
     *
     * @return {Promise<MsgModel[]>}
     */
    async processMultipleMessages(chatId, msgs) {
      return msgs.map((raw) => this.place(new MsgModel(raw)));
    }

    /** Puts a message into its chat and here; the chat first, so that a listener finds it there. */
    place(msg) {
      const known = this.get(msg.id);
      if (known) return known;
      const chat = ChatCollection.gadd(msg.id.remote);
      if (msg.isNewMsg) this.note(chat, msg);
      chat.msgs.add(msg);
      return this.add(msg);
    }

    note(chat, msg) {
      const unread = chat.unreadCount + (msg.id.fromMe ? 0 : 1);
      chat.set({ t: Math.max(chat.t || 0, msg.t), lastReceivedKey: msg.id, unreadCount: unread });
    }

    /** @return {Promise<{messages: MsgModel[]}>} those found in memory or in the store */
    async getMessagesById(keys) {
      const found = await Promise.all(keys.map((key) => this.get(key) || this.fetch(key)));
      return { messages: found.filter(Boolean) };
    }

    async fetch(key) {
      const msg = await importNamespace('StandInArchive').loadMsg(String(key));
      return msg && this.place(msg);
    }

    hasSynced() {
      return importNamespace('WAWebSocketModel').Socket.hasSynced;
    }
  }
  MsgCollectionImpl.model = MsgModel;

  exports.MsgCollectionImpl = MsgCollectionImpl;
  exports.MsgCollection = new MsgCollectionImpl();
});

__d('WAWebMsgDataFromModel', ({ exports }) => {
  exports.msgDataFromMsgModel = (msg) => msg.serialize();
});

__d('WAWebMsgReply', ({ exports }) => {
  exports.canReplyMsg = () => true;
});

__d('WAWebMsgGetters', ({ exports }) => {
  exports.getIsUnreadType = (msg) => Boolean(msg.type);
  exports.getIsGroupMsg = (msg) => msg.isGroupMsg;
  exports.getSender = (msg) => msg.sender;
  exports.getIsSentByMe = (msg) => msg.isSentByMe;
});

__d('WAWebQuotedMsgModelUtils', ({ require, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');
  const MsgKey = require('WAWebMsgKey');

  /** What an answer says about the message it answers. */
  exports.contextOf = (msg) => ({
    quotedMsg: { type: msg.type, body: msg.body, caption: msg.caption },
    quotedStanzaID: msg.id.id,
    quotedParticipant: msg.sender,
    quotedRemoteJid: msg.id.remote,
  });

  exports.getQuotedMsgKey = (msg) =>
    new MsgKey({
      fromMe: !msg.id.fromMe,
      remote: msg.id.remote,
      id: msg.quotedStanzaID,
      participant: msg.id.remote.isGroup() ? msg.quotedParticipant : undefined,
    });

  exports.getQuotedMsgObj = (msg) =>
    msg.quotedStanzaID && MsgCollection.findFirst((other) => other.id.id === msg.quotedStanzaID);
});

__d('WAWebStateUtils', ({ exports }) => {
  exports.unproxy = (model) => model;
});
