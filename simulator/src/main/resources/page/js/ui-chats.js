/** The two panes: chats on the left, the messages of the open one on the right. */

__d('StandInMessageView', ({ require, exports }) => {
  const { element } = require('StandInDom');
  const { InMemoryMediaBlobCache } = require('WAWebMediaInMemoryBlobCache');
  const TICKS = { '-1': '!', 0: '🕓', 1: '✓', 2: '✓✓', 3: '✓✓', 4: '✓✓' };

  const timeOf = (t) => new Date(t * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

  function picture(msg) {
    const { filehash } = msg.mediaData;
    if (filehash && InMemoryMediaBlobCache.has(filehash))
      return InMemoryMediaBlobCache.getOrCreateURL(filehash);
    return msg.body ? 'data:image/jpeg;base64,' + msg.body : null;
  }

  function content(msg) {
    if (!msg.isMedia) return element('span', { class: 'text', text: msg.body || '' });
    const source = msg.type === 'image' && picture(msg);
    return element(
      'span',
      { class: 'media' },
      source && element('img', { src: source, alt: '' }),
      element('a', {
        text: msg.filename || msg.type,
        href: msg.directPath || '#',
        download: msg.filename || true,
      }),
      msg.caption && element('span', { class: 'text', text: msg.caption }),
    );
  }

  exports.view = (msg) =>
    element(
      'div',
      { class: 'message-' + (msg.id.fromMe ? 'out' : 'in'), 'data-id': msg.id.toString() },
      content(msg),
      element('small', { text: timeOf(msg.t) }),
      msg.id.fromMe && element('small', { class: 'ack-' + msg.ack, text: TICKS[msg.ack] || '' }),
    );
});

__d('StandInChatsView', ({ require, importNamespace, exports }) => {
  const { element } = require('StandInDom');
  const message = require('StandInMessageView');
  const { ChatCollection } = require('WAWebChatCollection');
  const { Stream } = require('WAWebStreamModel');
  const unread = importNamespace('WAWebUpdateUnreadChatAction');
  const sending = importNamespace('WAWebSendTextMsgChatAction');
  const SHOWN = 100;

  const byTime = (a, b) => (b.t || 0) - (a.t || 0);

  /** Opens a chat as a click does: it becomes the active one, and what is in it is read. */
  exports.open = async (chat) => {
    const before = ChatCollection.getActive();
    if (before && before !== chat) before.active = false;
    chat.active = true;
    await unread.sendSeen({ chat });
    return true;
  };

  function row(chat) {
    const last = chat.msgs.last();
    return element(
      'button',
      {
        type: 'button',
        class: chat.active ? 'chat active' : 'chat',
        'data-id': chat.id.toString(),
        onclick: () => exports.open(chat),
      },
      element('b', { text: chat.formattedTitle }),
      element('span', {
        class: 'preview',
        text: last ? last.caption || (last.isMedia ? last.type : last.body) || '' : '',
      }),
      chat.unreadCount > 0 && element('i', { class: 'unread', text: String(chat.unreadCount) }),
    );
  }

  function compose(chat) {
    const input = element('input', { type: 'text', placeholder: 'Type a message', autocomplete: 'off' });
    const submit = (event) => {
      event.preventDefault();
      const text = input.value.trim();
      input.value = '';
      if (text) sending.sendTextMsgToChat(chat, text);
    };
    return element(
      'form',
      { class: 'compose', onsubmit: submit },
      input,
      element('button', { text: 'Send' }),
    );
  }

  function conversation(chat) {
    if (!chat) return element('section', { class: 'empty', text: 'Choose a chat.' });
    const messages = element('div', { class: 'messages' }, ...chat.msgs.slice(-SHOWN).map(message.view));
    return element(
      'section',
      { id: 'main' },
      element('header', { text: chat.formattedTitle }),
      messages,
      compose(chat),
    );
  }

  const banner = () =>
    Stream.info === 'NORMAL' ? null : element('p', { class: 'banner', text: 'Connecting…' });

  exports.view = () =>
    element(
      'main',
      { class: 'two' },
      element(
        'nav',
        { id: 'side', 'aria-label': 'Chats' },
        banner(),
        ...[...ChatCollection.getModelsArray()].sort(byTime).map(row),
      ),
      conversation(ChatCollection.getActive()),
    );
});
