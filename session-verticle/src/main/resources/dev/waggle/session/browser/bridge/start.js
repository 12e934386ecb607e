// Everything is in place: listen to wa-js and to the page, and take orders.

Object.defineProperty(window, settings.entry, {
  value: (id, command, args) => {
    work(id, command, args);
    return true;
  },
});

tell('document');
storage.tellFound().catch((error) => tell('trouble', { text: String(error?.message ?? error) }));

for (const name of ['authenticated', 'main_loaded', 'main_ready']) {
  WPP.on(`conn.${name}`, connection.look);
}
WPP.on('conn.auth_code_change', guarded(qr.changed));
WPP.on('conn.qrcode_idle', guarded(qr.wentIdle));
WPP.on('conn.logout_reason', guarded(connection.loggedOut));
WPP.on('conn.logout', guarded(() => connection.loggedOut()));
WPP.on('chat.new_message', messages.added);
WPP.on('chat.msg_ack_change', messages.acked);
WPP.loader.onInjected(guarded(() => connection.listen()));
WPP.loader.onInjected(connection.look);
// wa-js hears receipts only from here on.
WPP.loader.onFullReady(guarded(() => connection.isReady() && messages.catchUp()));

// The page draws in bursts; one look after each is enough.
let lookDue = false;
const lookAround = guarded(() => {
  lookDue = false;
  qr.look();
  screens.look();
});
new MutationObserver(() => {
  if (lookDue) return;
  lookDue = true;
  setTimeout(lookAround, 40);
}).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['data-ref', 'role'],
});
