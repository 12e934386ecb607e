/** What clients ask about a contact: plain functions of the model, as the live page has them. */

__d('WAWebContactGetters', ({ importNamespace, exports }) => {
  const me = importNamespace('WAWebUserPrefsMeUser');
  const attribute = (name) => (contact) => contact.attributes && contact.attributes[name];
  const never = () => false;

  exports.getNotifyName = attribute('pushname');
  exports.getPushname = attribute('pushname');
  exports.getName = attribute('name');
  exports.getShortName = attribute('shortName');
  exports.getVerifiedName = attribute('verifiedName');
  exports.getVerifiedLevel = attribute('verifiedLevel');
  exports.getStatusMute = attribute('statusMute');
  exports.getUserid = (contact) => contact.id && contact.id.user;
  exports.getIsMe = (contact) => Boolean(contact.id) && me.isMeAccount(contact.id);
  exports.getIsUser = (contact) => Boolean(contact.id) && contact.id.isUser();
  exports.getIsGroup = (contact) => Boolean(contact.id) && contact.id.isGroup();
  exports.getIsBroadcast = (contact) => Boolean(contact.id) && contact.id.isBroadcast();
  exports.getIsNewsletter = (contact) => Boolean(contact.id) && contact.id.isNewsletter();
  exports.getIsPSA = (contact) => Boolean(contact.id) && contact.id.isPSA();
  exports.getIsWAContact = (contact) => contact.type === 'in';

  for (const name of [
    'getIsIAS',
    'getIsSupportAccount',
    'getCanRequestPhoneNumber',
    'getShowBusinessCheckmarkAsPrimary',
    'getShowBusinessCheckmarkAsSecondary',
    'getShowBusinessCheckmarkInChatlist',
    'getIsDisplayNameApproved',
    'getShouldForceBusinessUpdate',
    'getIsEnterprise',
  ]) {
    exports[name] = never;
  }
  exports.getPremiumMessageName = () => undefined;
});

__d('WAWebFrontendContactGetters', ({ importNamespace, exports }) => {
  const api = importNamespace('WAWebApiContact');
  const phone = (contact) => (contact.id ? '+' + contact.id.user : '');
  const nameOrPhone = (contact) => contact.name || contact.pushname || phone(contact);

  exports.getPhoneNumber = (contact) =>
    contact.id && contact.id.isUser() ? api.getPhoneNumber(contact.id) : undefined;
  exports.getPnForLid = (contact) => exports.getPhoneNumber(contact);
  exports.getTextStatusString = () => '';
  exports.getFormattedPhone = phone;
  exports.getFormattedUsernameOrPhone = phone;
  exports.getFormattedUser = phone;
  exports.getIsMyContact = (contact) => Boolean(contact.name);
  for (const name of [
    'getDisplayName',
    'getDisplayNameOrPnForLid',
    'getUserDisplayNameForLid',
    'getSearchName',
    'getFormattedName',
    'getFormattedShortName',
    'getFormattedShortNameWithNonBreakingSpaces',
    'getMentionName',
    'getHeader',
    'getSearchVerifiedName',
  ]) {
    exports[name] = nameOrPhone;
  }
});
