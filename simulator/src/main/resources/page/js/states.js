/** The states that Socket and Stream go through, each with what belongs together. */

__d('StandInStates', ({ require, exports }) => {
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
