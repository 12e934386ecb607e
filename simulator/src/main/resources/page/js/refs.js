/**
 * What is on offer to be scanned: refs in turn, the first for longer, then idle. `Conn.ref` is not
 * cleared when it is over: a stale ref stays readable, as on the live page.
 */
__d('StandInRefs', ({ require, exports }) => {
  const wire = require('StandInWire');
  const { Conn } = require('WAWebConnModel');
  const { Socket } = require('WAWebSocketModel');
  const { BackendEventBus, BackendEvent } = require('WAWebBackendEventBus');

  let timer = null;
  let paused = false;

  const setState = (state) => BackendEventBus.trigger(BackendEvent.SET_SOCKET_STATE, state);

  /** Starts over with the refs the server has given, and goes on by itself until they are used up. */
  exports.start = ({ refs, firstTtl, ttl }) => {
    exports.stop();
    show([...refs], firstTtl, ttl);
  };

  function show(left, firstTtl, ttl) {
    if (left.length === 0) return idle();
    const ref = left.shift();
    Conn.ref = '2@' + ref;
    wire.send({ type: 'ref-shown', ref });
    timer = setTimeout(() => (paused ? undefined : show(left, ttl, ttl)), firstTtl);
  }

  function idle() {
    wire.send({ type: 'ref-shown', ref: null });
    setState('UNPAIRED_IDLE');
  }

  exports.stop = () => clearTimeout(timer);

  /** While a pairing code is on screen, no ref runs out. */
  exports.pause = () => {
    paused = true;
  };

  exports.resume = () => {
    paused = false;
  };

  /** Asks for new refs; in another state than unpaired there is nothing to refresh. */
  exports.refresh = async () => {
    if (Socket.state !== 'UNPAIRED' && Socket.state !== 'UNPAIRED_IDLE') return;
    try {
      const answer = await wire.request({ type: 'refresh-refs' });
      exports.start(answer);
      setState('UNPAIRED');
    } catch (error) {
      console.warn('no new refs: ' + error.message);
    }
  };
});

/** The text of the QR: the one place that says what a phone gets to read. */
__d('StandInQrText', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  const { encodeB64 } = require('WABase64');
  const { DEVICE_PLATFORM } = require('WAWebCompanionRegClientUtils');

  exports.textOf = (ref) =>
    [
      ref,
      encodeB64(identity.noise().staticKeyPair.pubKey),
      encodeB64(identity.registration().identityKeyPair.pubKey),
      identity.adv(),
      DEVICE_PLATFORM,
    ].join(',');
});
