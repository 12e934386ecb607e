/** Draws what the state says, and starts it all. */
__d('StandInApp', ({ require, importNamespace, exports }) => {
  const { element, replace, later } = require('StandInDom');
  const linkingView = require('StandInLinkingView');
  const haltedView = require('StandInHaltedView');
  const chatsView = require('StandInChatsView');
  const { Stream } = require('WAWebStreamModel');
  const { Socket } = require('WAWebSocketModel');
  const { Conn } = require('WAWebConnModel');
  const { ChatCollection } = require('WAWebChatCollection');
  const { MsgCollection } = require('WAWebMsgCollection');
  const { WAWebLinkDeviceEvents } = require('WAWebLinkDeviceEvents');

  /** Messages may come by the hundred; nobody looks that fast. */
  const CHATS_MS = 100;

  function screen() {
    if (haltedView.covers(Stream.mode)) return haltedView.view(Stream.mode);
    if (Stream.mode === 'QR') return linkingView.view();
    if (Stream.mode === 'MAIN') return chatsView.view();
    return element('div', { id: 'wa_web_initial_startup', class: 'startup', text: 'Loading your chats' });
  }

  function draw() {
    const typed = document.querySelector('.compose input');
    const kept = typed && { text: typed.value, focused: document.activeElement === typed };
    replace(document.getElementById('app'), screen());
    const messages = document.querySelector('.messages');
    if (messages) messages.scrollTop = messages.scrollHeight;
    if (kept) restoreInput(kept);
  }

  /** The input field is drawn anew with the rest and must not lose what is being typed. */
  function restoreInput({ text, focused }) {
    const input = document.querySelector('.compose input');
    if (!input) return;
    input.value = text;
    if (focused) input.focus();
  }

  exports.start = () => {
    const redraw = later(draw, 0);
    const redrawChats = later(draw, CHATS_MS);
    Stream.on('change:mode change:info', redraw);
    Socket.on('change:state', redraw);
    Conn.on('change:ref', redraw);
    WAWebLinkDeviceEvents.on('stand-in:code', redraw);
    ChatCollection.on('add change', redrawChats);
    MsgCollection.on('add remove change', redrawChats);
    draw();
    importNamespace('StandInSession').launch();
  };
});

(function (global) {
  // All modules are run once, as bundles of the live page do when they come in.
  Object.keys(require('__debug').modulesMap).forEach((id) => importNamespace(id));
  // Clients wait for this as the sign that the modules are there.
  global.Debug = { VERSION: require('WAWebBuildConstants').VERSION_STR };
  require('StandInApp').start();
})(window);
