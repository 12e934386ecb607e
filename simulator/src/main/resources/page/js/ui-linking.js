/** What is shown while no phone is linked: the QR, its reload button, or the code to type. */
__d('StandInLinkingView', ({ require, importNamespace, exports }) => {
  const { element } = require('StandInDom');
  const { draw } = require('StandInQrCanvas');
  const { textOf } = require('StandInQrText');
  const { Conn } = require('WAWebConnModel');
  const { Socket } = require('WAWebSocketModel');
  const linking = importNamespace('WAWebAltDeviceLinkingApi');

  const OPEN = ['Open WhatsApp on your phone', 'Tap Linked devices, then Link device'];
  const SCAN = 'Point your phone at this screen to scan the QR code';
  const TYPE = 'Tap Link with phone number instead, and enter this code on your phone';

  /** Clients read the whole text of the QR from `data-ref`. */
  function qr() {
    const text = textOf(Conn.ref);
    const canvas = element('canvas', { role: 'img', 'aria-label': 'Scan this QR code to link a device!' });
    draw(canvas, text);
    return element('div', { class: 'qr', 'data-ref': text }, canvas);
  }

  function reload() {
    const button = element('button', {
      type: 'button',
      class: 'reload',
      onclick: () => importNamespace('WAWebCmd').Cmd.refreshQR(),
    });
    button.textContent = 'Click to reload QR code';
    return element('div', { class: 'qr idle' }, button);
  }

  function code(text) {
    const characters = [...text].map((character) => element('span', { text: character }));
    return element(
      'div',
      { class: 'link-code', 'data-link-code': text.slice(0, 4) + '-' + text.slice(4) },
      ...characters,
    );
  }

  function offer() {
    if (Socket.state === 'PAIRING') return element('div', { class: 'qr pairing', text: 'Logging in…' });
    if (linking.getCode()) return code(linking.getCode());
    if (Socket.state === 'UNPAIRED_IDLE') return reload();
    return Conn.ref ? qr() : element('div', { class: 'qr', text: 'Loading…' });
  }

  const steps = () => [...OPEN, linking.getCode() ? TYPE : SCAN];

  exports.view = () =>
    element(
      'main',
      { class: 'landing', 'data-testid': 'landing' },
      element(
        'section',
        { class: 'steps' },
        element('h1', { text: 'Steps to log in' }),
        element('ol', {}, ...steps().map((step) => element('li', { text: step }))),
      ),
      offer(),
    );
});
