/** The models of the page's state: Socket, Stream, Conn, Cmd, and the bus between backend and page. */

__d('WAWebBackendEventBus', ({ require, exports }) => {
  const EventEmitter = require('WAWebEventEmitter');

  const events =
    'app_state_sync_completed logout refresh_qr starting_logout on_initial_chat_synced ' +
    'on_critical_sync_done storage_initialization_error socket_stream_disconnected open_socket_stream ' +
    'reconnect_socket set_socket_state account_temporarily_banned unexpected_logout_modal ' +
    'initial_load_ready main_stream_mode_ready service_unavailable_503 offline_process_ready ' +
    'offline_delivery_end offline_delivery_state_reset';

  /** Clients replace `trigger` on this object, so it is always called through it. */
  class BackendEventBusClass extends EventEmitter {
    isMainStreamReadyMd = false;
    isOfflineDeliveryEnd = false;

    onStorageInitializationError(handler) {
      return this.on('storage_initialization_error', handler);
    }
  }

  exports.BackendEvent = Object.freeze(
    Object.fromEntries(events.split(' ').map((name) => [name.toUpperCase(), name])),
  );
  exports.BackendEventBus = new BackendEventBusClass();
});

__d('WAWebStreamModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class StreamModel extends BaseModel {
    markAvailable() {
      this.set('available', true);
    }

    markUnavailable() {
      this.set('available', false);
    }
  }

  defineModel(StreamModel, {
    proxyName: 'stream',
    props: 'mode info needsUpdate available displayInfo obscurity isHardRefresh',
  });

  exports.StreamModel = StreamModel;
  exports.Stream = new StreamModel({ needsUpdate: false, available: false });
});

__d('WAWebSocketModel', ({ require, importNamespace, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  const { BackendEventBus } = require('WAWebBackendEventBus');

  class SocketModel extends BaseModel {
    /** Resolves when the server knows; clients that listen for `logout` after calling this hear it. */
    logout(send, reason = 'user_initiated') {
      return importNamespace('StandInLogout').byUser(reason);
    }

    /** Takes the connection back from the other page that has it. */
    takeover() {
      importNamespace('StandInSession').takeover();
    }

    poke() {
      importNamespace('WAWebCmd').Cmd.refreshQR();
    }

    initConn() {
      importNamespace('StandInSession').connect();
    }
  }

  defineModel(SocketModel, {
    proxyName: 'socket',
    props: 'state stream hasSynced canSend launched isIncognito retryTimestamp',
  });

  const Socket = new SocketModel({ state: 'UNLAUNCHED', stream: 'DISCONNECTED', hasSynced: false });
  BackendEventBus.on('set_socket_state', (state) => Socket.set('state', state));

  exports.SocketModel = SocketModel;
  exports.Socket = Socket;
});

/** `connected` stays false: a client takes a connected Conn to have no QR to show. */
__d('WAWebConnModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class ConnImpl extends BaseModel {}

  defineModel(ConnImpl, {
    proxyName: 'conn',
    props: 'ref refTTL connected wid lid pushname platform battery plugged is24h lg lc',
  });

  exports.ConnImpl = ConnImpl;
  exports.Conn = new ConnImpl({ connected: false, platform: 'android', is24h: true, lg: 'en', lc: 'US' });
});

__d('WAWebCmd', ({ require, importNamespace, exports }) => {
  const EventEmitter = require('WAWebEventEmitter');

  class CmdImpl extends EventEmitter {
    isMainLoaded = false;
    uiBusy = 0;

    mainLoaded() {
      this.isMainLoaded = true;
      this.trigger('main_loaded');
    }

    refreshQR() {
      importNamespace('StandInRefs').refresh();
    }

    async openChatBottom(target) {
      return importNamespace('StandInChatsView').open(target.chat || target);
    }

    openChatFromUnread(target) {
      return this.openChatBottom(target);
    }

    openChatAt(target) {
      return this.openChatBottom(target);
    }
  }

  exports.CmdImpl = CmdImpl;
  exports.Cmd = new CmdImpl();
});

/** The browser's view of the network, which says nothing about the page's own connection. */
__d('WAWebNetworkStatus', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class NetworkStatusModel extends BaseModel {
    checkOnline() {
      this.set('online', navigator.onLine);
      return Promise.resolve(this.online);
    }
  }

  defineModel(NetworkStatusModel, { proxyName: 'network-status', props: 'online' });

  const status = new NetworkStatusModel({ online: navigator.onLine });
  window.addEventListener('online', () => status.checkOnline());
  window.addEventListener('offline', () => status.checkOnline());
  exports.default = status;
});

__d('WAWebOfflineHandler', ({ require, exports }) => {
  const { Cmd } = require('WAWebCmd');
  let done = 0;
  let total = 0;

  exports.OfflineMessageHandler = {
    /** Percent of the messages that waited for this device. */
    getOfflineDeliveryProgress: () => (total === 0 ? 100 : Math.floor((100 * done) / total)),

    begin(count) {
      [done, total] = [0, count];
      Cmd.trigger('offline_progress_update_from_bridge');
    },

    advance() {
      done = Math.min(done + 1, total);
      Cmd.trigger('offline_progress_update_from_bridge');
    },
  };
});
