/** The models of a message and a chat. */

__d('WAWebMsgModel', ['WAWebBaseModel', 'WAWebAck'], ({ require, importNamespace, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  const { ACK } = require('WAWebAck');
  const MEDIA = new Set(['image', 'video', 'audio', 'ptt', 'document', 'sticker']);

  class MsgModel extends BaseModel {
    initialize() {
      if (this.mediaData) this.watchMedia(this.mediaData);
      else if (this.isMedia) this.mediaData = importNamespace('WAWebMediaDataModel').fromMsg(this);
    }

    watchMedia(mediaData) {
      mediaData.on('change:mediaStage', (model, stage, previous) => {
        this.trigger('change:mediaData.mediaStage', model, stage, previous);
      });
    }

    get isMedia() {
      return MEDIA.has(this.type);
    }

    /** The chat's id whichever way the message went. */
    get chatId() {
      return this.id && this.id.remote;
    }

    get chat() {
      return this.id && importNamespace('WAWebChatCollection').ChatCollection.get(this.id.remote);
    }

    get sender() {
      return this.id && (this.author || this.from);
    }

    get senderObj() {
      return this.id && importNamespace('WAWebContactCollection').ContactCollection.get(this.sender);
    }

    get isSentByMe() {
      return Boolean(this.id) && this.id.fromMe;
    }

    get isGroupMsg() {
      return Boolean(this.id) && this.id.remote.isGroup();
    }

    get isStatusV3() {
      return Boolean(this.id) && this.id.remote.isStatus();
    }

    get isEphemeral() {
      return Boolean(this.ephemeralDuration);
    }

    get isFailed() {
      return this.ack < ACK.CLOCK;
    }

    /** Known by the hash of its bytes, or by where they lie until the hash is known. */
    get mediaObject() {
      const known = this.mediaData && (this.mediaData.filehash || this.mediaData.directPath);
      return known && importNamespace('WAWebMediaStorage').getOrCreateMediaObject(known, this.type);
    }

    updateAck(ack) {
      if (ack > this.ack || ack < ACK.CLOCK) this.ack = ack;
    }

    downloadMedia(options) {
      return importNamespace('WAWebDownloadManager').downloadMsgMedia(this, options);
    }

    msgContextInfo() {
      return importNamespace('WAWebQuotedMsgModelUtils').contextOf(this);
    }

    canReply() {
      return true;
    }

    avParams() {
      return {};
    }
  }

  defineModel(MsgModel, {
    proxyName: 'msg',
    props: [
      'id', 'body', 'type', 'subtype', 't', 'notifyName', 'from', 'to', 'author', 'self', 'ack',
      'isNewMsg', 'star', 'recvFresh', 'caption', 'filename', 'mimetype', 'size', 'filehash', 'encFilehash',
      'directPath', 'mediaKey', 'mediaKeyTimestamp', 'clientUrl', 'deprecatedMms3Url', 'uploadhash',
      'width', 'height', 'duration', 'pageCount', 'isGif', 'isViewOnce', 'isCaptionByUser', 'isForwarded',
      'forwardingScore', 'quotedMsg', 'quotedStanzaID', 'quotedParticipant', 'quotedRemoteJid',
      'mentionedJidList', 'groupMentions', 'links', 'labels', 'footer', 'ephemeralDuration',
      'latestEditMsgKey', 'latestEditSenderTimestampMs', 'protocolMessageKey', 'isSendFailure', 'local',
      'canonicalUrl', 'matchedText', 'title', 'description', 'thumbnail', 'lat', 'lng', 'loc', 'isLive',
      'vcardList', 'vcardFormattedName', 'urlText', 'urlNumber', 'viewed', 'invis', 'broadcast',
    ],
    session: ['mediaData', 'isUnsentMedia', 'unsent'],
  });
  MsgModel.defaults = () => ({ ack: ACK.CLOCK, star: false, isNewMsg: false, labels: [], mentionedJidList: [] });

  exports.default = MsgModel;
});

__d('WAWebMuteModel', ['WAWebBaseModel'], ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class MuteModel extends BaseModel {
    get isMuted() {
      return Boolean(this.expiration);
    }
  }
  defineModel(MuteModel, { proxyName: 'mute', props: ['id', 'expiration', 'isAutoMuted'] });
  MuteModel.defaults = () => ({ expiration: 0 });
  exports.default = MuteModel;
});

__d('WAWebPresenceModel', ['WAWebBaseModel'], ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class PresenceModel extends BaseModel {
    async subscribe() {
      this.hasData = true;
    }
  }
  defineModel(PresenceModel, {
    proxyName: 'presence',
    props: ['id', 'isOnline', 'isGroup', 'isUser', 'hasData', 'chatstate', 'chatstates'],
  });
  exports.default = PresenceModel;
});

__d('WAWebChatModel', ['WAWebBaseModel', 'WAWebMuteModel', 'WAWebPresenceModel'], ({ require, importNamespace, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  const MuteModel = require('WAWebMuteModel');
  const PresenceModel = require('WAWebPresenceModel');

  class ChatModel extends BaseModel {
    initialize() {
      const { ChatMsgsCollection } = importNamespace('WAWebChatMsgsCollection');
      this.msgs = new ChatMsgsCollection(null, { parent: this });
      this.mute = new MuteModel({ id: this.id });
      this.presence = new PresenceModel({ id: this.id });
    }

    get formattedTitle() {
      return this.id && importNamespace('StandInChatTitle').titleOf(this);
    }

    /** A contact that is not in the address book is not put there by being asked for. */
    get contact() {
      if (!this.id) return undefined;
      const { ContactCollection } = importNamespace('WAWebContactCollection');
      return ContactCollection.get(this.id) || new ContactCollection.modelClass({ id: this.id });
    }

    get isGroup() {
      return Boolean(this.id) && this.id.isGroup();
    }

    get isUser() {
      return Boolean(this.id) && this.id.isUser();
    }

    get isNewsletter() {
      return Boolean(this.id) && this.id.isNewsletter();
    }

    get isBroadcast() {
      return Boolean(this.id) && this.id.isBroadcast();
    }

    get hasUnread() {
      return this.unreadCount > 0;
    }

    get canSend() {
      return !this.isReadOnly;
    }

    get previewMessage() {
      return this.msgs && this.msgs.last();
    }

    title() {
      return this.formattedTitle;
    }

    async waitForChatLoading() {}

    async loadEarlierMsgs() {
      return importNamespace('WAWebChatLoadMessages').loadEarlierMsgs({ chat: this });
    }
  }

  defineModel(ChatModel, {
    proxyName: 'chat',
    props: [
      'id', 't', 'unreadCount', 'archive', 'pin', 'name', 'isReadOnly', 'muteExpiration', 'notSpam',
      'lastReceivedKey', 'ephemeralDuration', 'ephemeralSettingTimestamp', 'isParentGroup', 'groupType', 'msgs',
    ],
    session: ['mute', 'presence', 'active', 'groupMetadata', 'newsletterMetadata', 'pendingSeenCount', 'composeContents', 'promises'],
  });
  ChatModel.defaults = () => ({ unreadCount: 0, archive: false, isReadOnly: false, notSpam: true, promises: {} });

  exports.default = ChatModel;
});

__d('StandInChatTitle', ['WAWebContactCollection'], ({ require, exports }) => {
  const { ContactCollection } = require('WAWebContactCollection');
  exports.titleOf = (chat) => {
    const contact = ContactCollection.get(chat.id);
    return chat.name || (contact && (contact.name || contact.pushname)) || '+' + chat.id.user;
  };
});
