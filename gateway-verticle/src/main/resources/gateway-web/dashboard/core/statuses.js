const WAIT = 'wait';
const BAD = 'bad';
const IDLE = 'idle';

/** What each status is called, how it looks, and what a person can do about it. */
const STATUSES = {
  STOPPED: { word: 'Stopped', tone: IDLE },
  STARTING: { word: 'Starting', tone: WAIT, running: true },
  SCAN_QR_CODE: { word: 'Scan the QR', tone: WAIT, running: true },
  AUTHENTICATED: { word: 'Syncing', tone: WAIT, running: true },
  WORKING: { word: 'Working', tone: 'good', running: true },
  RECONNECTING: { word: 'Reconnecting', tone: WAIT, running: true },
  FAILED: { word: 'Failed', tone: BAD, advice: 'Start it to begin afresh.' },
  LOGGED_OUT: { word: 'Logged out', tone: IDLE, advice: 'Start it to get a new QR.' },
  PASSKEY_REQUIRED: {
    word: 'Passkey needed',
    tone: BAD,
    advice: 'The account links devices with a passkey only. Remove it on the phone, then start.',
  },
  CONFLICT: { word: 'Open elsewhere', tone: BAD, advice: 'Start it to use WhatsApp here.' },
  TERMS_BLOCKED: {
    word: 'Blocked',
    tone: BAD,
    advice: 'Open WhatsApp on the phone and see what it asks for.',
  },
  PROXY_BLOCKED: {
    word: 'Address blocked',
    tone: BAD,
    advice: 'WhatsApp refuses this network address; use another one.',
  },
  DEPRECATED_VERSION: {
    word: 'Version too old',
    tone: BAD,
    advice: 'WhatsApp no longer takes this version of its page; update the driver.',
  },
};

/** A status that is newer than this page is shown by its name. */
export const statusOf = (name) =>
  STATUSES[name] ?? { word: name.replaceAll('_', ' ').toLowerCase(), tone: IDLE };
