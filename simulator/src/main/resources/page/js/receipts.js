/** What has become of sent messages, and what is told of read ones. */

/** Hooked by clients: called through this object for every receipt that comes in. */
__d('WAWebHandleMsgReceipt', ({ require, exports }) => {
  const { MsgCollection } = require('WAWebMsgCollection');

  function apply({ externalIds, from, ack }) {
    const ids = new Set(externalIds);
    const meant = (msg) => ids.has(msg.id.id) && msg.id.fromMe && msg.id.remote.equals(from);
    MsgCollection.filter(meant).forEach((msg) => msg.updateAck(ack));
  }

  exports.handleChatSimpleReceipt = async (receipt) => apply(receipt);
  exports.handleGroupSimpleReceipt = async (receipt) => apply(receipt);
  exports.handleStatusSimpleReceipt = async (receipt) => apply(receipt);
});

__d('StandInReceipts', ({ require, importNamespace, exports }) => {
  const handler = importNamespace('WAWebHandleMsgReceipt');
  const archive = require('StandInArchive');
  const wire = require('StandInWire');
  const { MsgCollection } = require('WAWebMsgCollection');
  const { createWid } = require('WAWebWidFactory');
  const { ACK_STRING } = require('WAWebAck');
  const names = { 2: ACK_STRING.DELIVERY, 3: ACK_STRING.READ, 4: ACK_STRING.PLAYED };

  /** The chat as this page knows it: it may be addressed by LID, and the server tells the number. */
  function chatOf(ids, from) {
    const sent = MsgCollection.findFirst((msg) => msg.id.fromMe && ids.includes(msg.id.id));
    return sent ? sent.id.remote : createWid(from);
  }

  exports.handle = async ({ ids, from, participant, ack }) => {
    const remote = chatOf(ids, from);
    const receipt = {
      externalIds: ids,
      from: remote,
      participant: participant ? createWid(participant) : undefined,
      recipient: undefined,
      ack,
      ackString: names[ack],
    };
    await archive.raiseAck(ids, ack);
    const handle = remote.isGroup() ? 'handleGroupSimpleReceipt' : 'handleChatSimpleReceipt';
    await handler[handle](receipt);
    wire.send({ type: 'receipt-received', ids, ack });
  };
});

__d('WAWebUpdateUnreadChatAction', ({ require, exports }) => {
  const wire = require('StandInWire');
  const archive = require('StandInArchive');

  const inboundTail = (chat) =>
    chat.unreadCount > 0 ? chat.msgs.filter((msg) => !msg.id.fromMe).slice(-chat.unreadCount) : [];

  /** Newer callers give `{chat, …}`, older ones (chat, afterAvailable). */
  exports.sendSeen = async (request) => {
    const chat = request.chat || request;
    const ids = inboundTail(chat).map((msg) => msg.id.id);
    if (ids.length) wire.send({ type: 'read', ids, from: chat.id.toString() });
    if (chat.unreadCount !== 0) chat.unreadCount = 0;
    await archive.saveChat(chat);
  };

  exports.markUnread = async (chat, unread = true) => {
    chat.unreadCount = unread ? -1 : 0;
    await archive.saveChat(chat);
  };
});

__d('WAWebMarkPlayed', ({ require, exports }) => {
  exports.canMarkPlayed = (msg) => !msg.id.fromMe && msg.type === 'ptt';
  exports.markPlayed = async () => undefined;
});
