/** What the chosen phone can link, and what it has linked. */
import { byId, element, fill } from './dom.js';

/** Shows the QRs and pairing codes on offer; a code is for one number only. */
export function showOffers({ qrs, codes }, number, actions) {
  const items = [
    ...qrs.map(({ code }, index) => ({ label: qrs.length > 1 ? `QR ${index + 1} on show` : 'A QR is on show', code, verb: 'Scan' })),
    ...codes.filter((one) => one.number === number).map(({ code }) => ({ label: `Pairing code ${code}`, code, verb: 'Pair' })),
  ];
  fill(byId('offers'), items.length ? items : [{ label: 'No page shows a QR or a code now.' }], (item) =>
    element('li', { className: item.verb ? '' : 'none' }, item.label,
      item.verb ? element('button', { type: 'button', textContent: item.verb, onclick: () => actions[item.verb](item.code) }) : null));
}

export function showDevices(devices, unlink) {
  const items = devices.length ? devices : [{ none: true }];
  fill(byId('devices'), items, (item) => item.none
    ? element('li', { className: 'none', textContent: 'None yet.' })
    : element('li', {}, label(item),
      element('button', { type: 'button', className: 'quiet', textContent: 'Unlink', onclick: () => unlink(item.device) })));
}

function label({ device, connected, waiting }) {
  const state = connected ? 'connected' : 'away';
  return element('span', {},
    element('span', { className: connected ? 'dot on' : 'dot' }),
    `Device ${device.replace(/^.*:|@.*$/g, '')} `,
    element('small', { textContent: waiting ? `${state}, ${waiting} waiting` : state }));
}
