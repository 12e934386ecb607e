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
  let ready = false;
  let scanned = false;

  function authenticated() {
    try {
      return Boolean(WPP.conn.isAuthenticated());
    } catch {
      return false; // wa-js has not found the page's modules yet
    }
  }

  function condition() {
    const { Stream, Socket } = WPP.whatsapp ?? {};
    return {
      authenticated: authenticated(),
      mode: Stream?.mode ?? '',
      info: Stream?.info ?? '',
      state: Socket?.state ?? '',
    };
  }

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

    // A new QR begins a new attempt.
    qrShown() {
      scanned = false;
    },

    loggedOut(reason) {
      ready = false;
      tell('logged-out', { reason: reason == null ? '' : String(reason) });
    },
  };
})();
