/**
 * The way from a page that has just been opened to one that is connected, and back to it after
 * every loss of the connection. All states of Socket and Stream are set here or in StandInRefs.
 */

__d('StandInStates', ['WAWebStreamModel', 'WAWebSocketModel', 'WAWebBackendEventBus'], ({ require, exports }) => {
  const { Stream } = require('WAWebStreamModel');
  const { Socket } = require('WAWebSocketModel');
  const { BackendEventBus, BackendEvent } = require('WAWebBackendEventBus');

  const setState = (state) => BackendEventBus.trigger(BackendEvent.SET_SOCKET_STATE, state);
  const isMain = () => Stream.mode === 'MAIN';

  exports.opening = () => {
    Stream.info = isMain() ? 'CONNECTING' : 'OPENING';
    setState('OPENING');
  };

  exports.unpaired = () => {
    Stream.mode = 'QR';
    setState('UNPAIRED');
  };

  exports.pairing = () => {
    Stream.info = 'PAIRING';
    setState('PAIRING');
  };

  /** Of a page that was already in use the mode stays MAIN: it only resumes. */
  exports.connected = () => {
    Socket.stream = isMain() ? 'RESUMING' : 'SYNCING';
    Stream.info = Socket.stream;
    setState('CONNECTED');
    if (!isMain()) Stream.mode = 'SYNCING';
    BackendEventBus.trigger(BackendEvent.OPEN_SOCKET_STREAM);
  };

  exports.main = () => {
    Socket.stream = 'CONNECTED';
    Socket.hasSynced = true;
    Stream.mode = 'MAIN';
    Stream.info = 'NORMAL';
    BackendEventBus.isMainStreamReadyMd = true;
    BackendEventBus.trigger(BackendEvent.MAIN_STREAM_MODE_READY);
  };

  exports.disconnected = () => {
    Socket.stream = 'DISCONNECTED';
    BackendEventBus.trigger(BackendEvent.SOCKET_STREAM_DISCONNECTED);
  };

  /** CONFLICT, TOS_BLOCK and the like bear the same name in both models. */
  exports.halted = (kind) => {
    setState(kind);
    Stream.mode = kind;
    if (kind === 'DEPRECATED_VERSION') Stream.needsUpdate = true;
  };
});

__d('StandInLogin', ['StandInConfig', 'StandInIdentity', 'StandInStates', 'StandInOutbox', 'WAWebCmd', 'WAWebConnModel', 'WAWebOfflineHandler', 'WAWebBackendEventBus', 'WAWebLidPnCache', 'WAWebWidFactory'], ({ require, exports }) => {
  const { syncDelayMs } = require('StandInConfig');
  const identity = require('StandInIdentity');
  const states = require('StandInStates');
  const outbox = require('StandInOutbox');
  const { Cmd } = require('WAWebCmd');
  const { Conn } = require('WAWebConnModel');
  const { OfflineMessageHandler } = require('WAWebOfflineHandler');
  const { BackendEventBus, BackendEvent } = require('WAWebBackendEventBus');
  const { lidPnCache } = require('WAWebLidPnCache');
  const { createWid } = require('WAWebWidFactory');

  let offlineDone = null;

  /** The server has sent all that waited, and it has been stored. */
  exports.onOfflineDone = () => {
    BackendEventBus.isOfflineDeliveryEnd = true;
    BackendEventBus.trigger(BackendEvent.OFFLINE_DELIVERY_END);
    if (offlineDone) offlineDone();
  };

  /** Proves who this device is, and takes in what waited for it; rejects as the request does. */
  exports.login = async (connection, takeover) => {
    const { wid, device } = identity.me();
    const waited = new Promise((resolve) => { offlineDone = resolve; });
    const proof = await identity.prove(connection.nonce);
    const answer = await connection.request({ type: 'login', wid, device, ...proof, ...(takeover ? { takeover } : {}) });
    describe(answer);
    OfflineMessageHandler.begin(answer.offline);
    states.connected();
    outbox.flush();
    await Promise.all([waited, settled()]);
    if (!Cmd.isMainLoaded) Cmd.mainLoaded();
    states.main();
  };

  /** A client that only listens for the change of `hasSynced` would miss one that comes at once. */
  const settled = () => new Promise((resolve) => { setTimeout(resolve, Cmd.isMainLoaded ? 0 : syncDelayMs); });

  function describe({ pushName, lid }) {
    const me = identity.me();
    if (lid) lidPnCache.add(lid, { phoneNumber: me.wid });
    Conn.set({ wid: createWid(me.wid), lid: lid ? createWid(lid) : undefined, pushname: pushName || me.pushName });
  }
});

__d('StandInLinking', ['StandInConfig', 'StandInIdentity', 'StandInStates', 'StandInRefs', 'WAWebCompanionRegClientUtils'], ({ require, importNamespace, exports }) => {
  const { version } = require('StandInConfig');
  const identity = require('StandInIdentity');
  const states = require('StandInStates');
  const refs = require('StandInRefs');
  const { DEVICE_PLATFORM } = require('WAWebCompanionRegClientUtils');

  exports.register = async (connection) => {
    const keys = await identity.publicKeys();
    const offer = await connection.request({ type: 'register', ...keys, platform: DEVICE_PLATFORM, version });
    exports.onRefs(offer);
  };

  /** Also pushed by the server, when its timings have changed: an idle page begins anew. */
  exports.onRefs = (offer) => {
    refs.start(offer);
    states.unpaired();
  };

  exports.onPairDevice = () => {
    refs.stop();
    states.pairing();
  };

  /** Everything of the identity is stored before the new login says that it is. */
  exports.onPairSuccess = async (frame) => {
    refs.stop();
    importNamespace('WAWebAltDeviceLinkingApi').clear();
    await identity.link(frame);
    importNamespace('StandInSession').connect();
  };
});

__d('StandInSession', ['StandInConnection', 'StandInWire', 'StandInIdentity', 'StandInStates', 'StandInLogin', 'StandInLinking', 'StandInIncoming', 'StandInLogout', 'StandInRestore'], ({ require, importNamespace, exports }) => {
  const { Connection } = require('StandInConnection');
  const wire = require('StandInWire');
  const identity = require('StandInIdentity');
  const states = require('StandInStates');
  const { login, onOfflineDone } = require('StandInLogin');
  const linking = require('StandInLinking');
  const incoming = require('StandInIncoming');
  const logout = importNamespace('StandInLogout');

  const FIRST_RETRY_MS = 250;
  const LAST_RETRY_MS = 10000;

  let current = null;
  let retryTimer = null;
  let failures = 0;
  let halted = false;

  const handlers = {
    refs: (frame) => linking.onRefs(frame),
    'pair-device': () => linking.onPairDevice(),
    'pair-success': (frame) => linking.onPairSuccess(frame),
    'passkey-required': () => importNamespace('StandInNotices').show('passkey'),
    message: (frame) => incoming.message(frame),
    receipt: (frame) => incoming.receipt(frame),
    'offline-done': () => incoming.enqueue(onOfflineDone),
    call: (frame) => importNamespace('StandInCalls').ring(frame.call),
    'logged-out': () => logout.byServer(),
    conflict: () => halt('CONFLICT'),
    block: (frame) => halt(frame.kind),
    modal: (frame) => importNamespace('StandInNotices').show(frame.kind),
  };

  /** Reads the profile and connects; called once, when all modules are there. */
  exports.launch = async () => {
    states.opening();
    await identity.load();
    if (identity.me()) await require('StandInRestore').restore();
    await exports.connect();
  };

  /** Makes a new connection in place of the one there may be. Never rejects: it tries again. */
  exports.connect = async ({ takeover = false } = {}) => {
    clearTimeout(retryTimer);
    if (current) current.abandon();
    halted = false;
    states.opening();
    const connection = new Connection({ onFrame, onClose: () => onLost(connection) });
    current = connection;
    wire.use(connection);
    try {
      await connection.open();
      await (identity.me() ? login(connection, takeover) : linking.register(connection));
      failures = 0;
    } catch (error) {
      onRefused(connection, error);
    }
  };

  exports.takeover = () => exports.connect({ takeover: true });

  /** Leaves the server and does not come back by itself. */
  exports.stop = () => {
    halted = true;
    clearTimeout(retryTimer);
    if (current) current.abandon();
  };

  function onFrame(frame) {
    const handle = handlers[frame.type];
    if (handle) handle(frame);
    else console.warn('unknown frame: ' + frame.type);
  }

  function onRefused(connection, error) {
    if (error.code === 401) logout.byServer();
    else if (error.code === 403) halt(error.message);
    else if (error.code === 0 || error.code >= 500) connection.close();
    else console.error(error);
  }

  function halt(kind) {
    exports.stop();
    states.halted(kind);
  }

  function onLost(connection) {
    if (halted || connection !== current) return;
    importNamespace('StandInRefs').stop();
    states.disconnected();
    states.opening();
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    failures += 1;
    retryTimer = setTimeout(() => exports.connect(), wait);
  }
});
