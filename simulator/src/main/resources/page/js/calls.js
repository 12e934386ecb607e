/** Incoming calls. */

__d('WAWebCallModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');
  const { CallState } = require('WAWebVoipWaCallEnums');

  class CallModel extends BaseModel {
    getState() {
      return this.state;
    }
  }

  defineModel(CallModel, {
    proxyName: 'call',
    props: `
      id peerJid isVideo isGroup offerTime outgoing state canHandleLocally webClientShouldHandle
      participants`,
  });
  CallModel.defaults = () => ({
    state: CallState.ReceivedCall,
    isGroup: false,
    outgoing: false,
    canHandleLocally: false,
    webClientShouldHandle: false,
    participants: [],
  });

  exports.default = CallModel;
});

/** The instance is the whole module. Clients hook its two methods, or `set` of its own one Map. */
__d('WAWebCallCollection', ({ require, exports }) => {
  const Collection = require('WAWebCollection');
  const CallModel = require('WAWebCallModel');

  class CallCollectionImpl extends Collection {
    constructor() {
      super();
      this.pendingOffers = new Map();
      this.activeCall = null;
    }

    processIncomingCall(offer) {
      const call = this.add(new CallModel(offer));
      this.pendingOffers.set(call.id, call);
      return call;
    }

    setActiveCall(call) {
      this.activeCall = call;
    }
  }
  CallCollectionImpl.model = CallModel;

  exports.default = new CallCollectionImpl();
});

__d('StandInCalls', ({ require, exports }) => {
  const CallCollection = require('WAWebCallCollection');
  const { createWid } = require('WAWebWidFactory');

  exports.ring = ({ id, from, video, t }) =>
    CallCollection.processIncomingCall({
      id,
      peerJid: createWid(from),
      isVideo: Boolean(video),
      offerTime: t,
    });
});
