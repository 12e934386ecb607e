/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** A new element with a class and text. */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

const WAITING = ['STARTING', 'SCAN_QR_CODE', 'AUTHENTICATED', 'RECONNECTING'];
const IDLE = ['STOPPED', 'LOGGED_OUT'];

/** Shows a session's status in a badge. */
export function paintStatus(badge, status) {
  badge.textContent = status.replaceAll('_', ' ').toLowerCase();
  badge.dataset.status = status;
  badge.dataset.tone = toneOf(status);
}

function toneOf(status) {
  if (status === 'WORKING') return 'good';
  if (WAITING.includes(status)) return 'wait';
  return IDLE.includes(status) ? 'idle' : 'bad';
}

/** Says what went wrong, or takes it back when there is nothing to say. */
export function notify(text) {
  const notice = byId('notice');
  notice.textContent = text ?? '';
  notice.hidden = !text;
}

/** Runs what a person asked for, with its button off meanwhile, and shows what went wrong. */
export async function attempt(button, work) {
  button.disabled = true;
  notify();
  try {
    await work();
  } catch (error) {
    notify(error.message);
  } finally {
    button.disabled = false;
  }
}
