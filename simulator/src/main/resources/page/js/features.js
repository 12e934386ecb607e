/**
 * Functions that clients hook on every start. Where the stand-in's world has no such thing, the
 * function is there to be hooked and answers with what "none" looks like.
 */

/** The way of every message that comes in. */
__d('WAWebMsgHandleSingle', ({ require, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');
  exports.handleSingleMsg = (chatId, msg) => MsgCollection.processMultipleMessages(chatId, [msg]);
});

__d('WAWebDBCreateChatRecord', ({ require, importNamespace, exports }) => {
  const { ChatCollection } = require('WAWebChatCollection');
  exports.createChatRecord = (wid) => importNamespace('StandInArchive').saveChat(ChatCollection.gadd(wid));
});

/** The live page sends protobufs; here a message is JSON, and its kind is one of these fields. */
__d('WAWebE2EProtoGenerator', ({ exports }) => {
  exports.createMsgProtobuf = (msg) =>
    msg.type === 'chat' ? { conversation: msg.body } : { [msg.type + 'Message']: { caption: msg.caption } };
});

__d('WAWebE2EProtoUtils', ({ exports }) => {
  exports.typeAttributeFromProtobuf = (proto) => (proto.conversation === undefined ? 'media' : 'text');
});

__d('WAWebBackendJobsCommon', ({ exports }) => {
  const kinds = ['image', 'video', 'audio', 'ptt', 'document', 'sticker'];
  exports.mediaTypeFromProtobuf = (proto) => kinds.find((kind) => proto[kind + 'Message']) || null;
  exports.encodeMaybeMediaType = (type) => type || 'drop';
});

__d('WAWebSendMsgCreateFanoutStanza', ({ exports }) => {
  exports.createFanoutMsgStanza = async () => null;
});

__d('WAWebEncryptAndSendMsg', ({ exports }) => {
  exports.encryptAndSendMsg = async () => null;
});

__d('WAWebGenerateVideoThumbs', ({ exports }) => {
  exports.generateVideoThumbsAndDuration = async () => ({ duration: 0, thumbs: [] });
});

__d('WAWebProcessRawSticker', ({ importNamespace, exports }) => {
  const media = importNamespace('WAWebProcessRawMedia');
  exports.processRawSticker = (opaqueData) => media.processRawMedia(opaqueData, { asSticker: true });
});

__d('WAWebSetPinChatAction', ({ require, exports }) => {
  const { ChatCollection } = require('WAWebChatCollection');
  exports.getNumChatsPinned = () => ChatCollection.filter((chat) => chat.pin).length;
});

__d('WAWebLabelAssociation', ({ exports }) => {
  exports.addToLabelCollection = () => undefined;
  exports.removeLabelFromCollection = () => undefined;
});

__d('WAWebPollsVotes', ({ exports }) => {
  exports.upsertVotesDb = async () => undefined;
});

/** By-name clients hook `bulkUpsert` of these two. */
__d('WAWebAddonReactionTableMode', ({ exports }) => {
  exports.reactionTableMode = { bulkUpsert: async () => undefined };
});

__d('WAWebAddonPollVoteTableMode', ({ exports }) => {
  exports.pollVoteTableMode = { bulkUpsert: async () => undefined };
});

__d('WAWebReactionsModelCollection', ({ exports }) => {
  exports.addOrUpdateReactionsModelCollection = () => undefined;
});

__d('WAWebUpdateDbForGroupAction', ({ exports }) => {
  exports.updateDBForGroupAction = async () => undefined;
});

__d('WAWebPrimaryFeatures', ({ exports }) => {
  exports.primaryFeatureEnabled = () => false;
});

__d('WAWebChatSearchQuery', ({ exports }) => {
  exports.SearchQuery = class SearchQuery {
    updateLabelQuery(filter) {
      this.filter = filter;
    }
  };
});

__d('WAWebInboxFilters', ({ exports }) => {
  exports.isFilterExcludedFromSearchTreatmentInInboxFlow = () => false;
});

/** Typing and the like: nobody here looks at it. */
__d('WAWebPresenceChatAction', ({ require, exports }) => {
  const { Stream } = require('WAWebStreamModel');
  exports.markComposing = async () => undefined;
  exports.markPaused = async () => undefined;
  exports.markRecording = async () => undefined;
  exports.sendPresenceAvailable = () => Stream.markAvailable();
  exports.sendPresenceUnavailable = () => Stream.markUnavailable();
});

__d('WAWebChatStateBridge', ({ exports }) => {
  exports.sendChatStateComposing = async () => undefined;
  exports.sendChatStateRecording = async () => undefined;
  exports.sendChatStatePaused = async () => undefined;
});

__d('WAWebContactProfilePicThumbBridge', ({ exports }) => {
  exports.requestProfilePicFromServer = async () => undefined;
  exports.profilePicResync = async () => undefined;
});
