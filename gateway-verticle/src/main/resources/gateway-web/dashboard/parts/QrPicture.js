import { html, useEffect, useRef, useState } from '../core/ui.js';
import { paintable } from '../../documents/picture.js';
import { Countdown } from './Countdown.js';

/** The QR that is on show, large, with its time and how many more there will be. */
export function QrPicture({ qr, waiting }) {
  const [shown, setPainted] = useShown(qr);
  const sources = new Set([shown, qr].filter(Boolean).map(({ base64 }) => base64));
  return html`<figure class="qr">
    <div class="qr-frame">
      ${[...sources].map(
        (source) => html`<${Picture} key=${source} source=${source}
          shown=${source === shown?.base64} onPaintable=${setPainted} />`,
      )}
      ${!shown &&
      html`<p class="waiting"><span class="spinner" aria-hidden="true"></span>${waiting}</p>`}
    </div>
    ${shown && html`<${Caption} ...${shown} />`}
  </figure>`;
}

/** The QR to show: the one before, with its number and time, until the next can be painted. */
function useShown(qr) {
  const [painted, setPainted] = useState(null);
  const last = useRef(null);
  if (!qr || qr.base64 === painted) last.current = qr;
  return [last.current, setPainted];
}

function Picture({ source, shown, onPaintable }) {
  const image = useRef();
  useEffect(() => {
    let gone = false;
    paintable(image.current).then(() => gone || onPaintable(source));
    return () => (gone = true);
  }, []);
  return html`<img ref=${image} id=${shown ? 'qr' : null} hidden=${!shown} src=${source}
    decoding="sync" alt="QR code to link a device" width="400" height="400" />`;
}

const Caption = ({ attempt, maxAttempts, generatedAt, expiresAt }) => html`<figcaption>
  <span id="attempt" role="status">QR ${attempt} of ${maxAttempts}</span>
  <${Countdown} from=${generatedAt} until=${expiresAt} />
  ${attempt > 1 && html`<p id="refreshed" class="refreshed">${refreshed(attempt, maxAttempts)}</p>`}
</figcaption>`;

const refreshed = (attempt, maxAttempts) =>
  attempt < maxAttempts
    ? 'Refreshed for security: WhatsApp replaces the QR at intervals, and this is the new one.'
    : 'Refreshed for security. This is the last one; after it the session must be started again.';
