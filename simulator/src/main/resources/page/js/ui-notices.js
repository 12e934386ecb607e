/** What lies over the page or takes its place: news, the passkey demand, conflict and blocks. */

__d('StandInNotices', ({ require, exports }) => {
  const { element } = require('StandInDom');
  const wire = require('StandInWire');

  const notices = {
    'whats-new': {
      title: 'What’s new on WhatsApp Web',
      text: 'See what has changed since you were last here.',
      button: 'Continue',
    },
    passkey: {
      title: 'Confirm it’s you with a passkey',
      text: 'To link this device, use the passkey of your account on your phone.',
      button: 'OK',
    },
  };

  const area = () => document.getElementById('notices');
  const find = (kind) => area().querySelector('[data-notice="' + kind + '"]');

  /** A dialog that stays until its button is pressed; the server is told, for it may wait for that. */
  exports.show = (kind) => {
    if (find(kind)) return;
    const { title, text, button } = notices[kind] || { title: kind, text: '', button: 'OK' };
    area().append(
      element(
        'div',
        { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, 'data-notice': kind, class: 'dialog' },
        element('h2', { text: title }),
        element('p', { text }),
        element('button', { type: 'button', text: button, onclick: () => dismiss(kind) }),
      ),
    );
  };

  function dismiss(kind) {
    find(kind).remove();
    wire.send({ type: 'modal-dismissed', kind });
  }
});

/** Screens in place of the chats. */
__d('StandInHaltedView', ({ require, importNamespace, exports }) => {
  const { element } = require('StandInDom');

  const texts = {
    CONFLICT: 'WhatsApp is open in another window. Click “Use Here” to use WhatsApp in this window.',
    TOS_BLOCK: 'Your account is not allowed to use WhatsApp Web: the terms of service were not followed.',
    SMB_TOS_BLOCK: 'Your business account is not allowed to use WhatsApp Web.',
    PROXYBLOCK: 'WhatsApp Web cannot be used through this network.',
    DEPRECATED_VERSION: 'Update needed: this version of WhatsApp Web is too old.',
  };

  function action(mode) {
    if (mode === 'CONFLICT') return ['Use Here', () => importNamespace('WAWebSocketModel').Socket.takeover()];
    if (mode === 'DEPRECATED_VERSION') return ['Update', () => location.reload()];
    return null;
  }

  exports.covers = (mode) => mode in texts;

  exports.view = (mode) => {
    const offered = action(mode);
    return element(
      'main',
      { class: 'halted', role: 'dialog', 'aria-label': mode, 'data-mode': mode },
      element('p', { text: texts[mode] }),
      offered && element('button', { type: 'button', text: offered[0], onclick: offered[1] }),
    );
  };
});
