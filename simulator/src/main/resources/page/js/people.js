/** Contacts, and how a phone number and its LID find each other. */

__d('WAWebContactModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class ContactModel extends BaseModel {
    get isContactBlocked() {
      return false;
    }
  }

  defineModel(ContactModel, {
    proxyName: 'contact',
    props: `
      id name shortName pushname type isBusiness isEnterprise verifiedName verifiedLevel statusMute
      phoneNumber isAddressBookContact username privacyMode disappearingModeDuration
      disappearingModeSettingTimestamp labels`,
    session: 'profilePicThumb businessProfile status textStatusString',
  });
  ContactModel.defaults = () => ({ type: 'in', isBusiness: false, labels: [], statusMute: false });

  exports.default = ContactModel;
});

__d('WAWebContactCollection', ({ require, exports }) => {
  const { BaseCollection } = require('WAWebBaseCollection');
  const { createWid } = require('WAWebWidFactory');

  class ContactCollectionImpl extends BaseCollection {
    gadd(id) {
      return this.get(id) || this.add({ id: createWid(id) });
    }

    getFilteredContacts() {
      return this.getModelsArray();
    }
  }
  ContactCollectionImpl.model = require('WAWebContactModel');

  exports.ContactCollectionImpl = ContactCollectionImpl;
  exports.ContactCollection = new ContactCollectionImpl();
});

__d('WAWebLidPnCache', ({ require, exports }) => {
  const { createWid } = require('WAWebWidFactory');
  const byLid = new Map();
  const byPhone = new Map();

  exports.lidPnCache = {
    add(lid, { phoneNumber, phoneNumberCreatedAt = 0 }) {
      const entry = { lid: createWid(lid), phoneNumber: createWid(phoneNumber), phoneNumberCreatedAt };
      byLid.set(entry.lid.toString(), entry);
      byPhone.set(entry.phoneNumber.toString(), entry);
    },
    getPhoneNumber: (lid) => (byLid.get(String(lid)) || {}).phoneNumber,
    getCurrentLid: (phone) => (byPhone.get(String(phone)) || {}).lid,
    getLidEntry: (lid) => byLid.get(String(lid)),
    getAllLids: () => [...byLid.values()].map((entry) => entry.lid),
    clear() {
      byLid.clear();
      byPhone.clear();
    },
  };
});

/** Must be met before the contact getters, which also have a `getPhoneNumber`. */
__d('WAWebApiContact', ({ require, exports }) => {
  const { lidPnCache } = require('WAWebLidPnCache');
  exports.getCurrentLid = (wid) => lidPnCache.getCurrentLid(wid);
  exports.getPhoneNumber = (wid) => (wid.isLid() ? lidPnCache.getPhoneNumber(wid) : wid);
  exports.getAlternateUserWid = (wid) =>
    wid.isLid() ? exports.getPhoneNumber(wid) : exports.getCurrentLid(wid);
  exports.hasLidMapping = (wid) => Boolean(exports.getAlternateUserWid(wid));
  exports.getContactRecord = async () => undefined;
});

__d('WAWebDBCreateLidPnMappings', ({ require, exports }) => {
  const { lidPnCache } = require('WAWebLidPnCache');
  exports.createLidPnMappings = async ({ mappings }) => {
    for (const { lid, pn } of mappings) lidPnCache.add(lid, { phoneNumber: pn });
  };
});

__d('WAWebQueryExistsJob', ({ require, exports }) => {
  const wire = require('StandInWire');
  const { lidPnCache } = require('WAWebLidPnCache');
  const { createWid } = require('WAWebWidFactory');

  /** @return {Promise<{wid, biz}|null>} null when the number is not on WhatsApp */
  exports.queryWidExists = async (wid) => {
    const answer = await wire.request({ type: 'exists', wid: wid.toString() });
    if (!answer.exists) return null;
    const found = createWid(answer.wid || wid);
    if (answer.lid) lidPnCache.add(answer.lid, { phoneNumber: found });
    return { wid: found, biz: false };
  };

  exports.queryPhoneExists = (phone) => exports.queryWidExists(createWid(phone.replace(/\D/g, '') + '@c.us'));
});

__d('WAWebQueryUsernameExistsJob', ({ exports }) => {
  exports.queryUsernameExists = async () => null;
});
