// The dead man's switch. The page may be connected only as long as the node that owns the session
// says so. Its words come at every renewal of the node's lease, and whenever the page asks; each
// says when it was spoken, how long the lease held from then on, and up to which of the page's
// numbered reports the owner has passed on (departures.js). When the time is over and no further
// word has come, the page leaves WhatsApp by itself, whatever has become of its owner.
//
// The wall clock is the one that both sides share, so a word that was held up on its way is known
// to be old. From then on both clocks count and the one that is further ahead decides: the steady
// one does not run while a machine sleeps, and the wall clock may be put back.
//
// Before its first word a document hears nothing from its sockets (gate.js), so it cannot log in.

const owner = (() => {
  const { location } = window;
  const later = window.setTimeout.bind(window);
  const steady = performance.now.bind(performance);
  const wall = Date.now.bind(Date);
  const LOOK_MS = 250;
  const ASK_AGAIN_MS = 500;

  const ask = window[settings.question];
  delete window[settings.question];

  const listeners = [];
  let spokenAt = -Infinity;
  let span = settings.firstWordMs;
  let end = { steady: steady() + span, wall: wall() + span };
  let askedAt = -Infinity;
  let wanted = false;
  let overdue = false;
  let gone = false;

  const left = () => Math.min(end.steady - steady(), end.wall - wall());

  function question() {
    wanted = true;
    if (gone || steady() - askedAt < ASK_AGAIN_MS) return;
    askedAt = steady();
    ask('');
  }

  function leave() {
    gone = true;
    sockets.shut();
    tell('left');
    location.replace('about:blank');
  }

  // A page that was busy may find a word waiting right behind this task.
  function look() {
    if (gone) return;
    const remaining = left();
    if (remaining <= 0 && overdue) {
      leave();
      return;
    }
    overdue = remaining <= 0;
    if (wanted || remaining < span / 2) question();
    later(look, Math.max(0, Math.min(LOOK_MS, remaining)));
  }

  // How the owner speaks: for so many milliseconds from that time on; passed on up to that number.
  Object.defineProperty(window, settings.ear, {
    value: (forMs, spoken, passedOn) => {
      if (gone) return;
      const age = Math.max(0, wall() - spoken);
      spokenAt = steady() - age;
      askedAt = -Infinity;
      wanted = false;
      span = forMs;
      end = { steady: spokenAt + forMs, wall: spoken + forMs };
      if (left() <= 0) leave();
      else listeners.forEach((listener) => listener(passedOn));
    },
  });

  question();
  later(look, LOOK_MS);

  return {
    ask: question,
    now: steady,
    isGone: () => gone,

    // When the last word was spoken, on the clock of `now`.
    spokenAt: () => spokenAt,

    onWord: (listener) => listeners.push(listener),
  };
})();
