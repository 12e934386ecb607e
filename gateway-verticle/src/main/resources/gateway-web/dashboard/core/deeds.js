import { sessions } from './api.js';
import { may } from './rights.js';
import { statusOf } from './statuses.js';

/** What can be done to a session after a question: what will happen, and the call that does it. */
export const DEEDS = {
  stop: {
    verb: 'Stop',
    text:
      'Its browser closes, and no message comes or goes until it is started again. ' +
      'The link to the phone stays.',
    act: sessions.stop,
  },
  restart: {
    verb: 'Restart',
    text:
      'Its browser closes and opens again. The link to the phone stays; ' +
      'messages wait for some seconds.',
    act: sessions.restart,
  },
  logout: {
    verb: 'Log out',
    text:
      'The device is removed from the phone, and the profile is erased. ' +
      'To use the session again, a new QR must be scanned.',
    grave: true,
    act: sessions.logout,
  },
  reset: {
    verb: 'Reset',
    text:
      'The profile is erased, and the session starts afresh with a new QR. ' +
      'A device that was linked stays in the phone’s list until it is removed there.',
    grave: true,
    act: sessions.reset,
  },
  remove: {
    verb: 'Delete',
    text:
      'The session is stopped, its profile is erased and its name is forgotten. This cannot be ' +
      'undone. To remove the device from the phone too, log out first.',
    grave: true,
    act: sessions.remove,
  },
};

/** What makes sense in a session's state and is allowed to the key, by name. */
export function deedsFor(me, { status, me: account }) {
  const controls = may(me, 'control');
  return [
    ...(controls ? (statusOf(status).running ? ['stop', 'restart'] : ['start']) : []),
    ...(controls && account ? ['logout'] : []),
    ...(controls ? ['reset'] : []),
    ...(may(me, 'delete') ? ['remove'] : []),
  ];
}
