/** Linking by a code that is typed into the phone, in place of the QR. */

__d('WAWebLinkDeviceEvents', ({ require, exports }) => {
  const EventEmitter = require('WAWebEventEmitter');

  class LinkDeviceEvents extends EventEmitter {
    triggerRefreshAltLinkingCode() {
      this.trigger('link_device_events:refresh_alt_linking_code');
    }

    triggerForceManualRefresh() {
      this.trigger('link_device_events:force_manual_refresh');
    }

    triggerPrimaryHelloReceived() {
      this.trigger('link_device_events:primary_hello_received');
    }

    triggerErrorAltLinking() {
      this.trigger('link_device_events:error_alt_linking');
    }
  }

  exports.WAWebLinkDeviceEvents = new LinkDeviceEvents();
});

__d('WAWebAltDeviceLinkingApi', ({ require, exports }) => {
  const wire = require('StandInWire');
  const refs = require('StandInRefs');
  const { WAWebLinkDeviceEvents } = require('WAWebLinkDeviceEvents');
  const { Socket } = require('WAWebSocketModel');

  let code = null;
  let timer = null;

  const isUnpaired = () => Socket.state === 'UNPAIRED' || Socket.state === 'UNPAIRED_IDLE';

  function untilUnpaired() {
    if (isUnpaired()) return Promise.resolve();
    return new Promise((resolve) => {
      Socket.on('change:state', function check() {
        if (!isUnpaired()) return;
        Socket.off('change:state', check);
        resolve();
      });
    });
  }

  exports.setPairingType = (type) => {
    if (type === 'ALT_DEVICE_LINKING') refs.pause();
    else refs.resume();
  };

  exports.initializeAltDeviceLinking = async () => {
    await untilUnpaired();
    exports.setPairingType('ALT_DEVICE_LINKING');
  };

  exports.initializeQRLinking = async () => {
    exports.clear();
    exports.setPairingType('QR');
    await refs.refresh();
  };

  /** @return {Promise<string>} eight characters; a new one replaces the one before */
  exports.genLinkDeviceCodeForPhoneNumber = async (phone) => {
    const answer = await wire.request({ type: 'link-code', phone: String(phone).replace(/\D/g, '') });
    code = answer.code;
    clearTimeout(timer);
    timer = setTimeout(() => WAWebLinkDeviceEvents.triggerRefreshAltLinkingCode(), answer.ttl);
    WAWebLinkDeviceEvents.trigger('stand-in:code', code);
    return code;
  };

  exports.startAltLinkingFlow = (phone, showNotification) =>
    exports.genLinkDeviceCodeForPhoneNumber(phone, showNotification);

  /** The code the person at the page should type, or null. */
  exports.getCode = () => code;

  exports.clear = () => {
    clearTimeout(timer);
    code = null;
    WAWebLinkDeviceEvents.trigger('stand-in:code', null);
  };
});
