/** Stores that the stand-in's world leaves empty, or nearly so, but that clients reach for. */

__d('WAWebGroupMetadataModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class GroupMetadataModel extends BaseModel {}
  defineModel(GroupMetadataModel, {
    proxyName: 'group-metadata',
    props: 'id subject owner groupType announce participants isLidAddressingMode',
  });
  GroupMetadataModel.defaults = () => ({ announce: false, isLidAddressingMode: true });
  exports.default = GroupMetadataModel;
});

__d('WAWebParticipantModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class ParticipantModel extends BaseModel {}
  defineModel(ParticipantModel, { proxyName: 'participant', props: 'id isAdmin isSuperAdmin' });
  exports.default = ParticipantModel;
});

__d('WAWebParticipantCollection', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  class ParticipantCollection extends BaseCollection {}
  ParticipantCollection.model = require('WAWebParticipantModel');
  exports.default = ParticipantCollection;
});

__d('WAWebGroupMetadataCollection', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const ParticipantCollection = require('WAWebParticipantCollection');
  const { createWid } = require('WAWebWidFactory');

  class GroupMetadataCollectionImpl extends BaseCollection {
    gadd(id) {
      return this.get(id) || this.add({ id: createWid(id), participants: new ParticipantCollection() });
    }

    /** By this one clients tell the collection; there are no communities here. */
    onParentGroupChange() {}
  }
  GroupMetadataCollectionImpl.model = require('WAWebGroupMetadataModel');
  exports.GroupMetadataCollectionImpl = GroupMetadataCollectionImpl;
  exports.default = new GroupMetadataCollectionImpl();
});

__d('StandInPlainStore', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  /** A collection class whose models have no more than an id and what they are given. */
  exports.define = (proxyName, Model = class extends BaseModel {}) => {
    defineModel(Model, { proxyName, props: 'id' });
    class PlainStore extends BaseCollection {}
    PlainStore.model = Model;
    return PlainStore;
  };
});

__d('WAWebPresenceCollection', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  class PresenceCollectionImpl extends BaseCollection {}
  PresenceCollectionImpl.model = require('WAWebPresenceModel');
  exports.PresenceCollectionImpl = new PresenceCollectionImpl();
  exports.PresenceCollection = exports.PresenceCollectionImpl;
});

__d('WAWebBlocklistCollection', ({ require, exports }) => {
  const BlocklistCollectionImpl = require('StandInPlainStore').define('blocklist');
  exports.BlocklistCollection = new BlocklistCollectionImpl();
});

__d('WAWebTextStatusCollection', ({ require, exports }) => {
  const TextStatusCollectionImpl = require('StandInPlainStore').define('text-status');
  exports.TextStatusCollection = new TextStatusCollectionImpl();
});

__d('WAWebStatusCollection', ({ require, exports }) => {
  const StatusCollectionImpl = require('StandInPlainStore').define('status-v3');
  exports.StatusCollectionImpl = StatusCollectionImpl;
  exports.StatusCollection = new StatusCollectionImpl();
});

__d('WAWebLabelCollection', ({ require, exports }) => {
  const LabelCollectionClass = require('StandInPlainStore').define('label');
  exports.LabelCollection = new LabelCollectionClass();
});

__d('WAWebBusinessProfileCollection', ({ require, exports }) => {
  const BusinessProfileStore = require('StandInPlainStore').define('business-profile');
  exports.BusinessProfileCollection = new BusinessProfileStore();
  exports.BusinessProfileCollection.fetchBizProfile = async (id) =>
    exports.BusinessProfileCollection.gadd(id);
});

__d('WAWebNewsletterCollection', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  class NewsletterCollectionImpl extends BaseCollection {}
  NewsletterCollectionImpl.model = require('WAWebChatModel');
  exports.default = new NewsletterCollectionImpl();
});
