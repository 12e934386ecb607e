/** What the page says of the browser it runs in, and switches that the server turns on or off. */

__d('WAWebEnvironment', ({ exports }) => {
  exports.default = { isWeb: true, isWindows: false, isGuest: false };
});

/** Clients overwrite `info` to give the linked device a name of their own. */
__d('WAWebMiscBrowserUtils', ({ exports }) => {
  exports.default = {
    promptUnloadGuards: 0,
    id: () => 'stand-in',
    info: () => ({ os: 'Linux', version: '1', name: 'Chrome', ua: navigator.userAgent }),
    hardRefresh: () => location.reload(),
    startDownloading() {},
    clearDownloading() {},
    isDownloading: () => false,
  };
});

__d('WAWebOfficialClient', ({ exports }) => {
  exports.isOfficialClient = true;
});

__d('WAWebABProps', ({ exports }) => {
  exports.getABPropConfigValue = () => undefined;
  exports.getAllABPropConfigs = () => [];
  exports.getAllABPropsMap = () => new Map();
  exports.getABPropConfigNameFromCode = () => undefined;
});

__d('WAWebLid1X1MigrationGating', ({ exports }) => {
  exports.Lid1X1MigrationUtils = {
    isLidMigrated: () => false,
    isSyncdSessionMigrated: () => false,
    shouldApplyNonMigratedMessagingRules: () => true,
  };
});

__d('WAWebSyncGatingUtils', ({ exports }) => {
  exports.isSyncEnabled = () => true;
});

__d('WAWebHistorySyncProgress', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  class HistorySyncProgressModel extends BaseModel {}
  defineModel(HistorySyncProgressModel, {
    proxyName: 'history-sync-progress',
    props: 'progress realProgress paused inProgress remainingPausedSeconds',
  });
  const progress = new HistorySyncProgressModel({
    progress: 100,
    realProgress: 100,
    paused: false,
    inProgress: false,
  });
  exports.getHistorySyncProgressModel = () => progress;
});

__d('WAWebUserPrefsPushname', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  exports.getPushname = () => (identity.me() || {}).pushName;
  exports.setBrowserId = () => undefined;
  exports.getUserPrivacySettings = () => ({});
});
