const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago that was, in one or two words; the clocks of two machines may differ. */
export function ago(instant, now = Date.now()) {
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  if (seconds < 10) return 'just now';
  if (seconds < MINUTE) return `${seconds} s ago`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ago`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ago`;
  return `${Math.floor(seconds / DAY)} d ago`;
}

export const clock = (instant) =>
  new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const date = (instant) =>
  new Date(instant).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

/** A day and a time to the second, for what is compared with a log. */
export const moment = (instant) =>
  new Date(instant).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });

/** Bytes as GiB, as people speak of memory. */
export const gib = (bytes) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

export const percent = (share) => `${Math.round(share * 100)} %`;

/** `5511999999999@c.us` as a number, of which only the ends show unless it is revealed. */
export function numberOf(id, revealed) {
  const user = id.split('@')[0];
  return revealed ? user : mask(user);
}

/** Every run of five digits or more keeps two at each end, as in Waggle's logs. */
const mask = (text) =>
  text.replace(/\d{5,}/g, (run) => run.slice(0, 2) + '*'.repeat(run.length - 4) + run.slice(-2));

export const accountOf = ({ id, pushName }, revealed) =>
  [pushName, numberOf(id, revealed)].filter(Boolean).join(' · ');
