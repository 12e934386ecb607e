// How the page speaks to Java: one JSON text for each report, through a DevTools binding that is
// taken off the window before the page's own scripts run.
//
// All files here share one scope, made by PageScript, with `settings` and `WPP` (wa-js) in it.

const tell = (() => {
  const say = window[settings.binding];
  delete window[settings.binding];
  return (type, data = {}) => say(JSON.stringify({ type, ...data }));
})();

// A listener that fails must not break the page's own code, which calls it.
const guarded = (listener) => (...args) => {
  try {
    return listener(...args);
  } catch (error) {
    tell('trouble', { text: String(error?.message ?? error) });
    return undefined;
  }
};

// A failure with the gateway's error code and a sentence for the person who asked.
class Refusal extends Error {
  constructor(code, sentence) {
    super(sentence);
    this.code = code;
  }
}

const idOf = (wid) => (wid == null ? null : wid._serialized ?? String(wid));
