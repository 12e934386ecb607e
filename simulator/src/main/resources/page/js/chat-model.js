/** A chat, with what belongs to it. */

__d('WAWebMuteModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class MuteModel extends BaseModel {
    get isMuted() {
      return Boolean(this.expiration);
    }
  }
  defineModel(MuteModel, { proxyName: 'mute', props: 'id expiration isAutoMuted' });
  MuteModel.defaults = () => ({ expiration: 0 });
  exports.default = MuteModel;
});

__d('WAWebPresenceModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class PresenceModel extends BaseModel {
    async subscribe() {
      this.hasData = true;
    }
  }
  defineModel(PresenceModel, {
    proxyName: 'presence',
    props: 'id isOnline isGroup isUser hasData chatstate chatstates',
  });
  exports.default = PresenceModel;
});

__d('WAWebChatModel', ({ require, importNamespace, exports }) => {
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
    props: `
      id t unreadCount archive pin name isReadOnly muteExpiration notSpam lastReceivedKey
      ephemeralDuration ephemeralSettingTimestamp isParentGroup groupType msgs`,
    session: `
      mute presence active groupMetadata newsletterMetadata pendingSeenCount composeContents promises`,
  });
  ChatModel.defaults = () => ({
    unreadCount: 0,
    archive: false,
    isReadOnly: false,
    notSpam: true,
    promises: {},
  });

  exports.default = ChatModel;
});

__d('StandInChatTitle', ({ require, exports }) => {
  const { ContactCollection } = require('WAWebContactCollection');
  exports.titleOf = (chat) => {
    const contact = ContactCollection.get(chat.id);
    return chat.name || (contact && (contact.name || contact.pushname)) || '+' + chat.id.user;
  };
});
