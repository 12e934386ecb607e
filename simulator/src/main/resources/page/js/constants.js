/** Enumerations and build facts that clients look up by name or by shape. */

__d('StandInEnum', ({ exports }) => {
  /** An enumeration whose values are its names. */
  exports.namesOf = (names) =>
    Object.freeze(Object.fromEntries(names.split(' ').map((name) => [name, name])));
});

__d('StandInConfig', ({ exports }) => {
  Object.assign(exports, JSON.parse(document.getElementById('stand-in-config').textContent));
});

/** Clients compare versions to choose between older and newer ways of calling. */
__d('WAWebBuildConstants', ({ require, exports }) => {
  const { version } = require('StandInConfig');
  const [primary, secondary, tertiary] = version.split('.');
  exports.VERSION_STR = version;
  exports.VERSION_BASE = version;
  exports.SANITIZED_VERSION_STR = version;
  exports.VERSION_PRIMARY = primary;
  exports.VERSION_SECONDARY = secondary;
  exports.VERSION_TERTIARY = tertiary;
  exports.WINDOWS_BUILD = null;
});

__d('WAWebSocketConstants', ({ require, exports }) => {
  const { namesOf } = require('StandInEnum');
  exports.SOCKET_STATE = namesOf(
    'UNLAUNCHED OPENING UNPAIRED UNPAIRED_IDLE PAIRING CONNECTED TIMEOUT CONFLICT ' +
      'PROXYBLOCK TOS_BLOCK SMB_TOS_BLOCK DEPRECATED_VERSION',
  );
  exports.SOCKET_STREAM = namesOf('DISCONNECTED SYNCING RESUMING CONNECTED');
  exports.WATCHED_SOCKET_STATE = namesOf('OPEN CLOSED');
});

__d('WAWebStreamConstants', ({ require, exports }) => {
  const { namesOf } = require('StandInEnum');
  exports.StreamMode = namesOf(
    'QR MAIN SYNCING OFFLINE CONFLICT PROXYBLOCK TOS_BLOCK SMB_TOS_BLOCK DEPRECATED_VERSION',
  );
  exports.StreamInfo = namesOf('OFFLINE OPENING PAIRING SYNCING RESUMING CONNECTING NORMAL');
});

__d('WAWebAck', ({ exports }) => {
  exports.ACK = Object.freeze({
    MD_DOWNGRADE: -7,
    INACTIVE: -6,
    CONTENT_UNUPLOADABLE: -5,
    CONTENT_TOO_BIG: -4,
    CONTENT_GONE: -3,
    EXPIRED: -2,
    FAILED: -1,
    CLOCK: 0,
    SENT: 1,
    RECEIVED: 2,
    READ: 3,
    PLAYED: 4,
    PEER: 5,
  });
  exports.ACK_STRING = Object.freeze({
    SENDER: 'sender',
    DELIVERY: 'delivery',
    READ: 'read',
    PLAYED: 'played',
    INACTIVE: 'inactive',
    READ_SELF: 'read-self',
    PLAYED_SELF: 'played-self',
  });
  exports.EDIT_ATTR = Object.freeze({ SENDER_REVOKE: 7, ADMIN_REVOKE: 8 });
});

__d('WAWebMsgType', ({ exports }) => {
  const types =
    'chat image video audio ptt document sticker location vcard multi_vcard ciphertext ' +
    'protocol revoked notification gp2 call_log poll_creation';
  exports.MSG_TYPE = Object.freeze(
    Object.fromEntries(types.split(' ').map((type) => [type.toUpperCase(), type])),
  );
  exports.SYSTEM_MESSAGE_TYPES = Object.freeze(['gp2', 'notification', 'protocol']);
});

__d('WAWebSendMsgResultAction', ({ require, exports }) => {
  const { namesOf } = require('StandInEnum');
  exports.SendMsgResult = namesOf(
    'OK ERROR_NETWORK ERROR_EXPIRED ERROR_CANCELLED ERROR_UPLOAD ERROR_UNKNOWN',
  );
});

__d('WAWebLogoutReasonConstants', ({ exports }) => {
  exports.LogoutReason = Object.freeze({
    UserInitiated: 'user_initiated',
    UnknownCompanion: 'unknown_companion',
    AccountLocked: 'account_locked',
    ClientVersionOutdated: 'client_version_outdated',
    HistorySyncTimeout: 'history_sync_timeout',
    SyncdFailure: 'syncd_failure',
  });
  exports.LOGOUT_REASON_CODE = Object.freeze({
    CLIENT_FATAL: '0',
    SYNC_FAIL: '1',
    INITIAL_HISTORY_SYNC_TIMEOUT: '2',
    ACCOUNT_LOCKED: '3',
  });
});

__d('WAWebVoipWaCallEnums', ({ exports }) => {
  exports.CallState = Object.freeze({
    None: 0,
    Calling: 1,
    PreacceptReceived: 2,
    ReceivedCall: 3,
    AcceptSent: 4,
    AcceptReceived: 5,
    CallActive: 6,
    CallActiveElseWhere: 7,
    ReceivedCallWithoutOffer: 8,
    CallStateEnding: 13,
  });
});

__d('WAWebMediaTypes', ({ exports }) => {
  exports.OUTWARD_TYPES = Object.freeze({
    IMAGE: 'image',
    VIDEO: 'video',
    AUDIO: 'audio',
    PTT: 'ptt',
    PTV: 'ptv',
    STICKER: 'sticker',
    DOCUMENT: 'document',
    PRODUCT: 'product',
    UNKNOWN: 'unknown',
  });
});

__d('WAJids', ({ exports }) => {
  exports.STATUS_JID = 'status@broadcast';
  exports.validateChatJid = (jid) => jid;
});

__d('WAWebServerPropConstants', ({ exports }) => {
  exports.MAX_FILE_SIZE_BYTES = 100 * 1024 * 1024;
  exports.DEFAULT_MAX_FILE_SIZE_BYTES = 100 * 1024 * 1024;
  exports.MULTICAST_LIMIT_GLOBAL = 5;
});

__d('WATimeUtils', ({ exports }) => {
  exports.unixTime = () => Math.floor(Date.now() / 1000);
  exports.unixTimeMs = () => Date.now();
});
