/** A message. */

__d('WAWebMsgModel', ({ require, importNamespace, exports }) => {
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
    props: `
      id body type subtype t notifyName from to author self ack isNewMsg star recvFresh caption filename
      mimetype size filehash encFilehash directPath mediaKey mediaKeyTimestamp clientUrl
      deprecatedMms3Url uploadhash width height duration pageCount isGif isViewOnce isCaptionByUser
      isForwarded forwardingScore quotedMsg quotedStanzaID quotedParticipant quotedRemoteJid
      mentionedJidList groupMentions links labels footer ephemeralDuration latestEditMsgKey
      latestEditSenderTimestampMs protocolMessageKey isSendFailure local canonicalUrl matchedText title
      description thumbnail lat lng loc isLive vcardList vcardFormattedName urlText urlNumber viewed
      invis broadcast`,
    session: 'mediaData isUnsentMedia unsent',
  });
  MsgModel.defaults = () => ({
    ack: ACK.CLOCK,
    star: false,
    isNewMsg: false,
    labels: [],
    mentionedJidList: [],
  });

  exports.default = MsgModel;
});
