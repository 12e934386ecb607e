import { attempt, byId, notify } from './elements.js';
import { call, key } from './http.js';

/**
 * The form that asks for a key, and what lies behind it. Calls `enter` when a key is good and
 * `leave` when the person has it forgotten.
 */
export function openGate({ enter, leave }) {
  byId('key-form').addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(event.submitter, async () => {
      await check(byId('key').value.trim());
      show(true);
      enter();
    });
  });
  byId('forget-key').addEventListener('click', () => {
    shut();
    leave();
  });
  if (!key.get()) return;
  check(key.get()).then(
    () => {
      show(true);
      enter();
    },
    (error) => {
      shut();
      notify(error.message);
    },
  );
}

/** Keeps a key that the gateway knows; one that may not even read can be good for the rest. */
async function check(candidate) {
  try {
    await call('GET', '/api/me', { apiKey: candidate });
  } catch (error) {
    if (error.status !== 403) throw error;
  }
  key.set(candidate);
}

function shut() {
  key.forget();
  show(false);
  byId('key').value = '';
  byId('key').focus();
}

function show(open) {
  notify();
  byId('gate').hidden = open;
  byId('work').hidden = !open;
  byId('forget-key').hidden = !open;
}
