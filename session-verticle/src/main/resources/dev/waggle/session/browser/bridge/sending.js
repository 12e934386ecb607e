// Sending under an id of ours, so that a repeated command is recognised and sent once only.

const sending = (() => {
  const notTaken = (why) =>
    new Refusal('REJECTED_BY_WHATSAPP', `WhatsApp did not take the message (${why}).`);
  const words = (error) => error?.message ?? error;

  // The page builds an id as this account and chat want it; only the random part becomes ours.
  async function keyFor(chat, id) {
    const own = await WPP.chat.generateMessageID(chat);
    return WPP.whatsapp.MsgKey.fromString(idOf(own).replace(own.id, id));
  }

  // In memory, else in the page's own database.
  async function existing(key) {
    const { MsgStore } = WPP.whatsapp;
    const inMemory = MsgStore.get(key) ?? MsgStore.get(idOf(key));
    if (inMemory) return inMemory;
    const found = await MsgStore.getMessagesById([idOf(key)]).catch(() => null);
    return found?.messages?.[0];
  }

  // Resolves once the server has it (ack 1 or more); what is pending the page sends by itself.
  function taken(model) {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (model.ack >= 1) resolve(model);
        else if (model.ack < 0) reject(notTaken('it has failed'));
        else return false;
        model.off?.('change:ack', look);
        return true;
      };
      if (!look()) model.on('change:ack', look);
    });
  }

  function start(chat, key, message) {
    const options = { messageId: key, linkPreview: false, markIsRead: false, waitForAck: true };
    if (message.text != null) return WPP.chat.sendTextMessage(chat.id, message.text, options);
    const { kind, mimetype, filename, data, caption } = message.media;
    return WPP.chat.sendFileMessage(chat.id, `data:${mimetype};base64,${data}`, {
      ...options,
      type: kind,
      mimetype,
      ...(filename && { filename }),
      ...(caption && { caption }),
    });
  }

  async function sendNew(chat, key, message) {
    messages.isLeaving(key.id);
    const { sendMsgResult } = await start(chat, key, message).catch((error) => {
      throw notTaken(words(error));
    });
    const result = sendMsgResult?.messageSendResult ?? 'OK';
    if (result !== 'OK') throw notTaken(result);
    return existing(key);
  }

  async function chatOf(id) {
    try {
      return await WPP.chat.find(id);
    } catch (error) {
      throw new Refusal(
        'REJECTED_BY_WHATSAPP',
        `WhatsApp does not open this chat (${words(error)}).`,
      );
    }
  }

  return {
    async send({ id, chatId, ...message }) {
      const chat = await chatOf(chatId);
      const key = await keyFor(chat, id);
      const model = (await existing(key)) ?? (await sendNew(chat, key, message));
      messages.remember(model);
      await taken(model);
      return {
        id: idOf(model.id),
        chatId: idOf(chat.id),
        ack: model.ack,
        timestamp: new Date(model.t * 1000).toISOString(),
      };
    },
  };
})();
