/** The chats, how one is found or made, and what is asked about one. */

__d('WAWebChatMsgsCollection', ['WAWebBaseCollection', 'WAWebMsgModel', 'WAWebBaseModel'], ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class MsgLoadState extends BaseModel {}
  defineModel(MsgLoadState, {
    proxyName: 'msg-load',
    props: ['noEarlierMsgs', 'isLoadingEarlierMsgs', 'isLoadingRecentMsgs', 'isLoadingAroundMsgs', 'contextLoaded'],
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

__d('WAWebChatCollection', ['WAWebBaseCollection', 'WAWebChatModel', 'WAWebWidFactory'], ({ require, importNamespace, exports }) => {
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

__d('WAWebFindChatAction', ['WAWebChatCollection'], ({ require, importNamespace, exports }) => {
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

__d('WAWebCreateChat', ['WAWebFindChatAction'], ({ importNamespace, exports }) => {
  const find = importNamespace('WAWebFindChatAction');
  exports.createChat = (wid) => find.findChat(wid);
});

__d('WAWebChatGetters', [], ({ exports }) => {
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

__d('WAWebGetEphemeralFieldsMsgActionsUtils', [], ({ exports }) => {
  exports.getEphemeralFields = (chat) =>
    chat.ephemeralDuration ? { ephemeralDuration: chat.ephemeralDuration } : {};
});

/** More messages of a chat, from the page's own store. */
__d('WAWebChatLoadMessages', ['WAWebMsgCollection'], ({ require, importNamespace, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');
  const PAGE = 50;

  /** @return {Promise<MsgModel[]>} the ones that came in, oldest first; empty when there are no more */
  exports.loadEarlierMsgs = async ({ chat }) => {
    const oldest = Math.min(...chat.msgs.map((msg) => msg.t), Number.MAX_SAFE_INTEGER);
    const archive = importNamespace('StandInArchive');
    const loaded = await archive.loadUpTo(chat.id, oldest, PAGE, (key) => chat.msgs.get(key));
    const fresh = loaded.map((msg) => MsgCollection.place(msg));
    chat.msgs.sort(chat.msgs.constructor.comparator);
    return fresh;
  };
});

/** A message that is not in memory is looked for in the store, around the place it has there. */
__d('WAWebChatMessageSearch', ['WAWebMsgCollection'], ({ require, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');

  exports.getSearchContext = ({ chat, msgKey }) => {
    const collection = chat.msgs;
    collection.loadAroundPromise = MsgCollection.getMessagesById([msgKey]);
    return { collection, key: msgKey, highlightMsg: true };
  };
});
