/** The two ways of a fresh connection: a device that proves itself, a page that offers itself. */

__d('StandInLogin', ({ require, exports }) => {
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
    const waited = new Promise((resolve) => {
      offlineDone = resolve;
    });
    const proof = await identity.prove(connection.nonce);
    const answer = await connection.request({
      type: 'login',
      wid,
      device,
      ...proof,
      ...(takeover ? { takeover } : {}),
    });
    describe(answer);
    OfflineMessageHandler.begin(answer.offline);
    states.connected();
    outbox.flush();
    await Promise.all([waited, settled()]);
    if (!Cmd.isMainLoaded) Cmd.mainLoaded();
    states.main();
  };

  /** A client that only listens for the change of `hasSynced` would miss one that comes at once. */
  const settled = () =>
    new Promise((resolve) => {
      setTimeout(resolve, Cmd.isMainLoaded ? 0 : syncDelayMs);
    });

  function describe({ pushName, lid }) {
    const me = identity.me();
    if (lid) lidPnCache.add(lid, { phoneNumber: me.wid });
    Conn.set({
      wid: createWid(me.wid),
      lid: lid ? createWid(lid) : undefined,
      pushname: pushName || me.pushName,
    });
  }
});

__d('StandInLinking', ({ require, importNamespace, exports }) => {
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
