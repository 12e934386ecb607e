/** The chats, how one is found or made, and what is asked about one. */

__d('WAWebChatMsgsCollection', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class MsgLoadState extends BaseModel {}
  defineModel(MsgLoadState, {
    proxyName: 'msg-load',
    props: `
      noEarlierMsgs isLoadingEarlierMsgs isLoadingRecentMsgs isLoadingAroundMsgs contextLoaded`,
  });

  /** The messages of one chat that are in memory, oldest first. */
  class ChatMsgsCollection extends BaseCollection {
    constructor(models, options) {
      super(models, options);
      Object.defineProperty(this, 'msgLoadState', { value: new MsgLoadState() });
    }
  }
  ChatMsgsCollection.model = require('WAWebMsgModel');
  ChatMsgsCollection.comparator = (a, b) => a.t - b.t;

  exports.ChatMsgsCollection = ChatMsgsCollection;
});

__d('WAWebChatCollection', ({ require, importNamespace, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const { createWid } = require('WAWebWidFactory');

  class ChatCollectionImpl extends BaseCollection {
    gadd(id) {
      return this.get(id) || this.add({ id: createWid(id) });
    }

    async findQuery(id) {
      return (await importNamespace('WAWebFindChatAction').findOrCreateLatestChat(createWid(id))).chat;
    }

    getActive() {
      return this.findFirst((chat) => chat.active);
    }
  }
  ChatCollectionImpl.model = require('WAWebChatModel');
  ChatCollectionImpl.comparator = (a, b) => (b.t || 0) - (a.t || 0);

  exports.ChatCollectionImpl = ChatCollectionImpl;
  exports.ChatCollection = new ChatCollectionImpl();
});

__d('WAWebFindChatAction', ({ require, importNamespace, exports }) => {
  const { ChatCollection } = require('WAWebChatCollection');

  /** @return {Promise<{chat: ChatModel, created: boolean}>} */
  exports.findOrCreateLatestChat = async (wid) => {
    const known = ChatCollection.get(wid);
    if (known) return { chat: known, created: false };
    const chat = ChatCollection.gadd(wid);
    await importNamespace('StandInArchive').saveChat(chat);
    return { chat, created: true };
  };

  exports.findChat = async (wid) => (await exports.findOrCreateLatestChat(wid)).chat;
  exports.findExistingChat = async (wid) => ChatCollection.get(wid);
});

__d('WAWebCreateChat', ({ importNamespace, exports }) => {
  const find = importNamespace('WAWebFindChatAction');
  exports.createChat = (wid) => find.findChat(wid);
});

__d('WAWebChatGetters', ({ exports }) => {
  const ofId = (method) => (chat) => Boolean(chat.id) && chat.id[method]();

  exports.getIsNewsletter = ofId('isNewsletter');
  exports.getIsBroadcast = ofId('isBroadcast');
  exports.getIsGroup = ofId('isGroup');
  exports.getIsUser = ofId('isUser');
  exports.getIsPSA = ofId('isPSA');
  exports.getShouldAppearInList = (chat) => Boolean(chat.attributes) && !chat.archive;
  exports.getPreviewMessage = (chat) => chat.previewMessage;
  exports.getShowChangeNumberNotification = () => false;
  exports.getShouldShowUnreadDivider = () => false;
  exports.getHasUnread = (chat) => Boolean(chat.attributes) && chat.attributes.unreadCount > 0;
});

__d('WAWebGetEphemeralFieldsMsgActionsUtils', ({ exports }) => {
  exports.getEphemeralFields = (chat) =>
    chat.ephemeralDuration ? { ephemeralDuration: chat.ephemeralDuration } : {};
});

/** More messages of a chat, from the page's own store. */
__d('WAWebChatLoadMessages', ({ require, importNamespace, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');
  const PAGE = 50;

  /** @return {Promise<MsgModel[]>} the ones that came in, oldest first; empty when there are no more */
  exports.loadEarlierMsgs = async ({ chat }) => {
    const oldest = Math.min(...chat.msgs.map((msg) => msg.t), Number.MAX_SAFE_INTEGER);
    const archive = importNamespace('StandInArchive');
    const isKnown = (key) => chat.msgs.get(key);
    const loaded = await archive.loadNextTo({
      chatId: chat.id,
      before: [String(chat.id), oldest, []],
      count: PAGE,
      isKnown,
    });
    const fresh = loaded.map((msg) => MsgCollection.place(msg));
    chat.msgs.sort(chat.msgs.constructor.comparator);
    return fresh;
  };
});

/** Messages of the store, as attributes; 404 when it does not have the one they are sought next to. */
__d('WAWebDBMessageFindLocal', ({ importNamespace, exports }) => {
  const media = new Set(['image', 'video', 'audio', 'ptt', 'sticker']);
  const wanted = {
    allMedia: (msg) => media.has(msg.type),
    allDocs: (msg) => msg.type === 'document',
    allLinks: (msg) => Boolean(msg.matchedText),
  };

  exports.msgFindByDirection = async ({ anchor, count, direction }) => {
    const archive = importNamespace('StandInArchive');
    const place = await archive.placeOf(anchor);
    if (!place) return { messages: [], status: 404 };
    const side = direction === 'after' ? { after: place } : { before: place };
    const found = await archive.loadNextTo({ chatId: anchor.remote, count, ...side });
    return { messages: found.map((msg) => msg.attributes), status: 200 };
  };

  exports.msgFindBefore = (query) => exports.msgFindByDirection({ ...query, direction: 'before' });
  exports.msgFindAfter = (query) => exports.msgFindByDirection({ ...query, direction: 'after' });

  exports.msgFindMedia = async ({ mediaType, count, ...query }) => {
    const { messages, status } = await exports.msgFindByDirection({ ...query, count: Infinity });
    return { messages: messages.filter(wanted[mediaType] || (() => false)).slice(0, count), status };
  };

  exports.msgFindCallLog = async () => [];
});

/** A message that is not in memory is looked for in the store, around the place it has there. */
__d('WAWebChatMessageSearch', ({ require, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');

  exports.getSearchContext = ({ chat, msgKey }) => {
    const collection = chat.msgs;
    collection.loadAroundPromise = MsgCollection.getMessagesById([msgKey]);
    return { collection, key: msgKey, highlightMsg: true };
  };
});
