/** Messages on their way out. */

/**
 * Messages wait here until the server has them. Those that the page had no answer for go out again
 * with the same id on the next connection: the server acknowledges again and delivers once.
 */
__d('StandInOutbox', ({ require, importNamespace, exports }) => {
  const wire = require('StandInWire');
  const archive = require('StandInArchive');
  const { ACK } = require('WAWebAck');
  const { SendMsgResult } = require('WAWebSendMsgResultAction');
  const { lidPnCache } = require('WAWebLidPnCache');

  const waiting = new Map();

  /** Takes a message in charge; it goes out when `flush` is next called. */
  exports.hold = (msg) => {
    const key = msg.id.toString();
    if (!waiting.has(key)) {
      const entry = { msg, inFlight: false };
      entry.result = new Promise((resolve) => {
        entry.resolve = resolve;
      });
      waiting.set(key, entry);
    }
    return waiting.get(key);
  };

  /** @return {Promise<{messageSendResult, t, count}>} when the server has it or refuses it; never rejects */
  exports.send = (msg) => {
    const entry = exports.hold(msg);
    attempt(entry);
    return entry.result;
  };

  /** After a login: everything without an answer goes out again. */
  exports.flush = () => waiting.forEach((entry) => attempt(entry));

  async function attempt(entry) {
    if (entry.inFlight) return;
    entry.inFlight = true;
    try {
      await upload(entry.msg);
      const { t } = await wire.request({ type: 'send', msg: frameOf(entry.msg) });
      await finish(entry, ACK.SENT, { messageSendResult: SendMsgResult.OK, t, count: 1 });
    } catch (error) {
      if (error.code !== 0) await refuse(entry, error);
      else if (error.timedOut) setTimeout(() => attempt(entry));
    } finally {
      entry.inFlight = false;
    }
  }

  /** An error without a code comes from the upload. */
  function refuse(entry, { code }) {
    const messageSendResult = code ? SendMsgResult.ERROR_UNKNOWN : SendMsgResult.ERROR_UPLOAD;
    return finish(entry, ACK.FAILED, { messageSendResult, t: 0, count: 0 });
  }

  async function finish(entry, ack, result) {
    const { msg } = entry;
    waiting.delete(msg.id.toString());
    msg.updateAck(ack);
    msg.isSendFailure = ack === ACK.FAILED;
    await archive.updateMsg(msg);
    entry.resolve(result);
  }

  async function upload(msg) {
    if (!msg.isMedia || msg.directPath) return;
    const { mimetype, mediaData, mediaObject, type } = msg;
    mediaData.mediaStage = 'UPLOADING';
    const api = importNamespace('WAWebMediaMmsV4Upload');
    const { mediaEntry } = await api.uploadMedia({ mimetype, mediaObject, mediaType: type });
    const { directPath, mediaKey, mediaKeyTimestamp, encFilehash, mmsUrl } = mediaEntry;
    msg.set({
      directPath,
      mediaKey,
      mediaKeyTimestamp,
      encFilehash,
      clientUrl: mmsUrl,
      isUnsentMedia: false,
    });
    mediaData.set({ directPath, mediaKey, mediaKeyTimestamp, encFilehash, mediaStage: 'RESOLVED' });
  }

  const carried = ['type', 'body', 'caption', 'mimetype', 'filename', 'directPath', 'size', 't'];

  function frameOf(msg) {
    const { remote } = msg.id;
    const to = (remote.isLid() && lidPnCache.getPhoneNumber(remote)) || remote;
    const given = carried.filter((name) => msg[name] !== undefined && msg[name] !== null);
    return {
      id: msg.id.id,
      to: to.toString(),
      ...Object.fromEntries(given.map((name) => [name, msg[name]])),
    };
  }
});

__d('StandInOutgoing', ({ require, exports }) => {
  const outbox = require('StandInOutbox');
  const archive = require('StandInArchive');
  const { MsgCollection } = require('WAWebMsgCollection');
  const MsgModel = require('WAWebMsgModel');

  /** Stored, then in the chat, then sent. A key that is known already names the message it had. */
  exports.add = async (raw) => {
    const known = MsgCollection.get(raw.id) || (await MsgCollection.fetch(raw.id));
    if (known) return known;
    const msg = new MsgModel({ ...raw, isNewMsg: true });
    await archive.addMsg(msg);
    return MsgCollection.place(msg);
  };

  exports.sendMedia = async (attributes) => outbox.send(await exports.add(attributes));
});

__d('WAWebSendMsgChatAction', ({ require, exports }) => {
  const outgoing = require('StandInOutgoing');
  const outbox = require('StandInOutbox');

  /** @return {[Promise<MsgModel>, Promise<{messageSendResult, t, count}>]} in the chat; with the server */
  exports.addAndSendMsgToChat = (chat, raw) => {
    const added = outgoing.add(raw);
    return [added, added.then((msg) => outbox.send(msg))];
  };
});

/** The attributes every message from here has. */
__d('WAWebMsgDataUtils', ({ require, importNamespace, exports }) => {
  const MsgKey = require('WAWebMsgKey');
  const me = importNamespace('WAWebUserPrefsMeUser');
  const { unixTime } = require('WATimeUtils');

  /** The sender is named in the way the chat is addressed: by LID or by number. */
  exports.genOutgoingMsgData = async ({ id: to }) => {
    const from = to.isLid() || to.isGroup() ? me.getMeLidUserOrThrow() : me.getMePnUserOrThrow();
    const participant = to.isGroup() ? from : undefined;
    const id = new MsgKey({ selfDir: 'out', from, to, id: await MsgKey.newId(), participant });
    return { id, from, to, self: 'out', ack: 0, t: unixTime(), local: true };
  };
});

__d('WAWebSendTextMsgChatAction', ({ importNamespace, exports }) => {
  const actions = importNamespace('WAWebSendMsgChatAction');
  const data = importNamespace('WAWebMsgDataUtils');

  /** What the page's own input field does. */
  exports.sendTextMsgToChat = async (chat, body) => {
    const raw = { ...(await data.genOutgoingMsgData(chat)), type: 'chat', body };
    const [added, sent] = actions.addAndSendMsgToChat(chat, raw);
    await added;
    return sent;
  };
});
