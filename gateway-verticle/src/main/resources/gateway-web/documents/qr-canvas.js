import qrcode from '../vendor/qrcode.mjs';

/** In modules; the standard asks for so much light around a QR. */
const QUIET_ZONE = 4;

/** Draws a QR's text; throws when it is too long for any QR. */
export function drawQr(canvas, text) {
  const modules = qrcode(0, 'M');
  modules.addData(text);
  modules.make();
  const count = modules.getModuleCount();
  const cell = Math.max(1, Math.floor(canvas.width / (count + 2 * QUIET_ZONE)));
  const start = Math.floor((canvas.width - count * cell) / 2);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (let y = 0; y < count; y += 1) {
    for (let x = 0; x < count; x += 1) {
      if (modules.isDark(y, x)) pen.fillRect(start + x * cell, start + y * cell, cell, cell);
    }
  }
}
