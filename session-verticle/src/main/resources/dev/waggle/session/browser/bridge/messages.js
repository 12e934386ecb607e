// Messages and acks on their way out of the page. Models are live objects, so fields are picked.
// What came from the server and is acknowledged to it has a number (departures.js); what this page
// sends itself, and the server's answer to that, has none.

const messages = (() => {
  // Notes of the page to itself, and what it could not decrypt yet: that comes again decrypted.
  const NOT_FOR_PEOPLE = new Set([
    'ciphertext',
    'debug',
    'e2e_notification',
    'gp2',
    'notification',
    'notification_template',
    'protocol',
  ]);
  const ACK_NAMES = { '-1': 'ERROR', 1: 'SERVER', 2: 'DEVICE', 3: 'READ', 4: 'PLAYED' };
  const DEVICE = 2;
  const REMEMBERED = 2000;
  const CATCH_UP = 500;

  // Our own ids by their bare part, because receipts may name the chat in another way.
  const ours = new Map();

  // Bare ids of what this page is sending and has not told yet.
  const leaving = new Map();

  function remember(map, key, value) {
    map.set(key, value);
    if (map.size > REMEMBERED) map.delete(map.keys().next().value);
  }

  const isStatus = (model) => idOf(model.id?.remote) === 'status@broadcast';

  function concerns(model) {
    return model?.id && !isStatus(model) && !NOT_FOR_PEOPLE.has(model.type);
  }

  function picked(model) {
    const { fromMe } = model.id;
    const hasMedia = model.type !== 'chat' && Boolean(model.mimetype);
    return {
      id: idOf(model.id),
      chatId: idOf(model.id.remote),
      from: idOf(model.author ?? model.id.participant ?? model.from),
      to: idOf(model.to),
      fromMe,
      type: model.type,
      body: (model.type === 'chat' ? model.body : model.caption) ?? null,
      hasMedia,
      mimetype: hasMedia ? model.mimetype : null,
      filename: hasMedia ? model.filename ?? null : null,
      ack: model.ack ?? 0,
      timestamp: new Date((model.t ?? 0) * 1000).toISOString(),
    };
  }

  const added = guarded((model) => {
    if (!concerns(model)) return;
    if (model.id.fromMe) remember(ours, model.id.id, idOf(model.id));
    const n = leaving.delete(model.id.id) ? undefined : departures.next();
    tell('message', { n, message: picked(model) });
  });

  function tellAck(bareId, fullId, chat, ack) {
    const ackName = ACK_NAMES[ack];
    if (!ackName) return;
    const id = ours.get(bareId) ?? fullId;
    const chatId = id.split('_')[1] ?? idOf(chat);
    const n = ack >= DEVICE ? departures.next() : undefined;
    tell('ack', { n, ack: { id, chatId, ack, ackName } });
  }

  const acked = guarded(({ ack, chat, ids }) => {
    for (const key of ids) tellAck(key.id, idOf(key), chat, ack);
  });

  const recent = () =>
    (WPP.whatsapp.MsgStore?.getModelsArray() ?? []).filter(concerns).slice(-CATCH_UP);

  function unread() {
    const chats = WPP.whatsapp.ChatStore?.getModelsArray() ?? [];
    return chats
      .filter((chat) => chat.unreadCount > 0)
      .flatMap((chat) =>
        chat.msgs
          .getModelsArray()
          .filter((model) => concerns(model) && !model.id.fromMe)
          .slice(-chat.unreadCount),
      );
  }

  return {
    added,
    acked,
    remember: (model) => remember(ours, model.id.id, idOf(model.id)),

    // To be called before a message is sent, with the bare part of its id.
    isLeaving: (id) => remember(leaving, id, true),

    // What arrived while nobody listened, because wa-js settles after the page has begun: unread
    // messages, those that the page calls new, and how far our own have got. All of it may have
    // been told before.
    catchUp: guarded(() => {
      const fresh = recent().filter((model) => model.isNewMsg && !model.id.fromMe);
      new Set([...unread(), ...fresh]).forEach(added);
      for (const model of recent().filter(({ id }) => id.fromMe)) {
        remember(ours, model.id.id, idOf(model.id));
        tellAck(model.id.id, idOf(model.id), model.to, model.ack);
      }
    }),
  };
})();
