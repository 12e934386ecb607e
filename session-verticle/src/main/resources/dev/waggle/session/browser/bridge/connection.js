// What the page says of its connection: facts §4 and §8. Stream mode is treated as state, because
// its event is replayed, and a ready page is one that is in MAIN, authenticated and connected.

const connection = (() => {
  const BLOCKS = {
    TOS_BLOCK: 'TERMS',
    SMB_TOS_BLOCK: 'TERMS',
    PROXYBLOCK: 'PROXY',
    DEPRECATED_VERSION: 'DEPRECATED_VERSION',
  };

  let last = { mode: '', info: '', state: '' };
  let listening = false;
  let ready = false;
  let scanned = false;

  function authenticated() {
    try {
      return Boolean(WPP.conn.isAuthenticated());
    } catch {
      return false; // wa-js has not found the page's modules yet
    }
  }

  // Before wa-js has settled the page's own names are tried; they are found once the page has
  // drawn something, and asking earlier could disturb its start.
  function module(name, id) {
    try {
      return WPP.loader.isInjected ? WPP.whatsapp[name] : window.require(id)[name];
    } catch {
      return undefined;
    }
  }

  const stream = () => module('Stream', 'WAWebStreamModel');
  const socket = () => module('Socket', 'WAWebSocketModel');

  const condition = () => ({
    authenticated: authenticated(),
    mode: stream()?.mode ?? '',
    info: stream()?.info ?? '',
    state: socket()?.state ?? '',
  });

  const isReady = ({ authenticated, mode, state }) =>
    authenticated && mode === 'MAIN' && state === 'CONNECTED';

  function me() {
    const id = idOf(WPP.conn.getMyUserWid());
    return id && { id, pushName: WPP.whatsapp.Conn?.pushname ?? null };
  }

  function tellReady(now) {
    if (isReady(now) === ready) return;
    if (ready) {
      ready = false;
      if (authenticated()) tell('disconnected');
      return;
    }
    const account = me();
    if (account) {
      ready = true;
      tell('ready', { me: account });
      messages.catchUp();
    }
  }

  function tellScanned({ info, state }) {
    if (scanned || (info !== 'PAIRING' && state !== 'PAIRING')) return;
    scanned = true;
    tell('scanned');
  }

  function tellChanges(now) {
    const word = [now.mode, now.state].find((each) => BLOCKS[each]);
    const before = [last.mode, last.state].find((each) => BLOCKS[each]);
    if (word && word !== before) tell('blocked', { block: BLOCKS[word] });
    if (isConflict(now) && !isConflict(last)) tell('conflict');
    if (now.mode === 'SYNCING' && last.mode !== 'SYNCING') tell('syncing');
  }

  const isConflict = ({ mode, state }) => mode === 'CONFLICT' || state === 'CONFLICT';

  // Something may have changed.
  const look = guarded(() => {
    const now = condition();
    tellScanned(now);
    tellChanges(now);
    tellReady(now);
    last = now;
  });

  return {
    condition,
    look,
    isReady: () => isReady(condition()),
    isLinked: () => authenticated(),

    // Hears of every change from now on; does nothing when there is nothing to listen to yet.
    listen() {
      if (listening || !stream() || !socket()) return;
      listening = true;
      stream().on('change:mode', look);
      stream().on('change:info', look);
      socket().on('change:state', look);
      look();
    },

    // A new QR begins a new attempt.
    qrShown() {
      scanned = false;
      this.listen();
    },

    loggedOut(reason) {
      ready = false;
      tell('logged-out', { reason: reason == null ? '' : String(reason) });
    },
  };
})();
