/**
 * All stores in one object, for clients that take them by name. Registered last: clients that look
 * for a store by its shape must meet the store's own module before this one.
 */
__d('WAWebCollections', ({ require, exports }) => {
  exports.Msg = require('WAWebMsgCollection').MsgCollection;
  exports.Chat = require('WAWebChatCollection').ChatCollection;
  exports.Contact = require('WAWebContactCollection').ContactCollection;
  exports.Call = require('WAWebCallCollection');
  exports.WAWebCallCollection = exports.Call;
  exports.Presence = require('WAWebPresenceCollection').PresenceCollection;
  exports.Blocklist = require('WAWebBlocklistCollection').BlocklistCollection;
  exports.GroupMetadata = require('WAWebGroupMetadataCollection').default;
  exports.WAWebGroupMetadataCollection = exports.GroupMetadata;
  exports.Status = require('WAWebTextStatusCollection').TextStatusCollection;
  exports.StatusV3 = require('WAWebStatusCollection').StatusCollection;
  exports.Label = require('WAWebLabelCollection').LabelCollection;
  exports.BusinessProfile = require('WAWebBusinessProfileCollection').BusinessProfileCollection;
  exports.WAWebNewsletterCollection = require('WAWebNewsletterCollection');
});
