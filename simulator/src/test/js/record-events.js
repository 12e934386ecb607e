/**
 * Runs behind wa-js in the init script: tells `recordEvent(name, json)` everything a driver of the
 * page subscribes to. Models are live objects, so only the fields named here leave the page.
 */
(() => {
  const message = (msg) => ({
    id: String(msg.id),
    type: msg.type,
    body: msg.body,
    caption: msg.caption,
    ack: msg.ack,
    from: String(msg.from),
  });
  const views = {
    'conn.auth_code_change': (code) => code && code.fullCode,
    'conn.link_code_error': (error) => error.message,
    'chat.new_message': message,
    'chat.msg_ack_change': ({ ack, ids }) => ({ ack, ids: ids.map(String) }),
    'call.incoming_call': (call) => ({ id: call.id, from: String(call.peerJid), isVideo: call.isVideo }),
  };
  const plain = [
    'loader.injected',
    'loader.ready',
    'loader.full_ready',
    'conn.require_auth',
    'conn.main_init',
    'conn.main_loaded',
    'conn.main_ready',
    'conn.authenticated',
    'conn.logout',
    'conn.logout_reason',
    'conn.qrcode_idle',
    'conn.stream_mode_changed',
    'conn.stream_info_changed',
    'conn.needs_update',
    'conn.link_code_change',
    'conn.link_code_expired',
  ];
  for (const name of plain) views[name] = (value) => value;
  for (const [name, view] of Object.entries(views)) {
    WPP.on(name, (value) => recordEvent(name, JSON.stringify(view(value) ?? null)));
  }
})();
