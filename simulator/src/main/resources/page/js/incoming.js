/** Messages that come in, one after the other: stored first, then shown, then said to be here. */
__d('StandInIncoming', ({ require, importNamespace, exports }) => {
  const archive = require('StandInArchive');
  const receipts = require('StandInReceipts');
  const wire = require('StandInWire');
  const { ContactCollection } = require('WAWebContactCollection');
  const { createWid } = require('WAWebWidFactory');
  const { OfflineMessageHandler } = require('WAWebOfflineHandler');
  const me = importNamespace('WAWebUserPrefsMeUser');
  const MsgKey = require('WAWebMsgKey');
  const MsgModel = require('WAWebMsgModel');
  const single = importNamespace('WAWebMsgHandleSingle');

  let last = Promise.resolve();

  /** Runs work when all that came before it is done; a failure is told and stops nothing else. */
  exports.enqueue = (work) => {
    last = last.then(work).catch((error) => console.error(error));
    return last;
  };

  exports.message = (frame) => exports.enqueue(() => take(frame.msg));
  exports.receipt = (frame) => exports.enqueue(() => receipts.handle(frame));

  function attributesOf({ id, from, to, participant, fromMe, pushName, offline, ...content }) {
    const remote = createWid(fromMe ? to : from);
    const key = new MsgKey({ fromMe, remote, id, participant: remote.isGroup() ? participant : undefined });
    return {
      ...content,
      id: key,
      from: createWid(from),
      to: fromMe || remote.isGroup() ? createWid(to || from) : me.getMePnUserOrThrow(),
      author: participant ? createWid(participant) : undefined,
      self: fromMe ? 'out' : 'in',
      ack: 1,
      isNewMsg: true,
      recvFresh: !offline,
      notifyName: pushName,
    };
  }

  /** Only what is safely stored is reported as received; what is not comes again. */
  async function take(msg) {
    const attributes = attributesOf(msg);
    if (await archive.addMsg(new MsgModel(attributes))) await show(attributes, msg);
    if (msg.offline) OfflineMessageHandler.advance();
    const { remote } = attributes.id;
    wire.send({ type: 'received', ids: [msg.id], from: remote.toString() });
  }

  async function show(attributes, { pushName, fromMe }) {
    const { remote } = attributes.id;
    if (!fromMe && pushName) await learnName(attributes.author || remote, pushName);
    await single.handleSingleMsg(remote, attributes);
  }

  async function learnName(wid, pushName) {
    const contact = ContactCollection.gadd(wid);
    if (contact.pushname === pushName) return;
    contact.pushname = pushName;
    await archive.saveContact(contact);
  }
});
