import { html, useEffect } from '../core/ui.js';
import * as api from '../core/api.js';
import { put } from '../core/maps.js';
import { may } from '../core/rights.js';
import { change, useKnown } from '../core/state.js';
import { PairingCode } from './PairingCode.js';
import { QrPicture } from './QrPicture.js';

/** What somebody needs to link a phone to a session. */
export function Linking({ me, session }) {
  const { qrs, codes } = useKnown();
  const { name, status, statusSince } = session;
  const scanning = status === 'SCAN_QR_CODE';
  useEffect(() => {
    if (scanning && !qrs.has(name)) fetchQr(name);
  }, [name, scanning, statusSince]);
  const waiting = scanning ? 'Waiting for the QR…' : 'Starting the browser…';
  return html`<section class="card linking" aria-labelledby="linking-title">
    <${QrPicture} key=${name} qr=${qrs.get(name)} waiting=${waiting} />
    <div>
      <h3 id="linking-title">Link the phone</h3>
      <ol class="steps">
        <li>Open WhatsApp on the phone.</li>
        <li>Go to <b>Linked devices</b> and tap <b>Link a device</b>.</li>
        <li>Point the camera at the QR.</li>
      </ol>
      ${scanning &&
      may(me, 'control') &&
      html`<${PairingCode} key=${name} session=${name} code=${codes.get(name)} />`}
    </div>
  </section>`;
}

/** For a QR that was there before the page; when there is none yet, the feed brings it. */
async function fetchQr(name) {
  const qr = await api.sessions.qr(name).catch(() => null);
  if (qr) change(({ qrs }) => (qrs.has(name) ? {} : { qrs: put(qrs, name, qr) }));
}
