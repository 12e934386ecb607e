/**
 * The way from a page that has just been opened to one that is connected, and back to it after
 * every loss of the connection.
 */
__d('StandInSession', ({ require, importNamespace, exports }) => {
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
    hang: () => importNamespace('StandInAilments').hang(),
    grow: (frame) => importNamespace('StandInAilments').grow(frame.mib),
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

  /** The server is about to close the connection, as it was asked to. */
  exports.expectEnd = () => {
    halted = true;
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
