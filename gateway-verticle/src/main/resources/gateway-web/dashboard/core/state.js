import { useEffect, useState } from './ui.js';

/** What the page knows before it knows anything. */
export const EMPTY = Object.freeze({
  me: null,
  /** Whether the stored key is being tried, so that the gate does not flash up. */
  entering: false,
  /** Why the person is at the gate again. */
  farewell: null,
  sessions: [],
  /** When the list was asked for that is shown, in milliseconds of this page. */
  askedAt: 0,
  /** The socket: connecting, live or lost. */
  link: 'connecting',
  /** Why the list could not be read again; null while it is fresh. */
  stale: null,
  events: [],
  /** Session → message id → message, oldest first. */
  messages: new Map(),
  /** Session → the QR on show. */
  qrs: new Map(),
  /** Session → the pairing code on show. */
  codes: new Map(),
  /** Whether phone numbers are shown in full. */
  revealed: false,
  /** The last change of a status, in words, for screen readers. */
  spoken: '',
});

let state = EMPTY;
const listeners = new Set();

/** Changes what the page knows; every component that reads it is drawn again. */
export function change(changes) {
  state = { ...state, ...(typeof changes === 'function' ? changes(state) : changes) };
  listeners.forEach((listener) => listener(state));
}

/** All that the page knows, in a component. */
export function useKnown() {
  const [known, setKnown] = useState(state);
  useEffect(() => {
    listeners.add(setKnown);
    setKnown(state);
    return () => listeners.delete(setKnown);
  }, []);
  return known;
}
