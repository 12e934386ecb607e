/** A browser may not decode for a tab that nobody looks at; then a picture is shown as it is. */
const PATIENCE_MILLIS = 3000;

/** Waits until an image can be painted in the very frame that shows it, or will never be. */
export async function paintable(image) {
  let timer;
  const patience = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MILLIS)));
  // One that is broken is shown, too: its text says what it was.
  await Promise.race([image.decode().catch(() => {}), patience]);
  clearTimeout(timer);
}

/** A copy of an image element with another picture, ready to be put in its place. */
export async function pictured(image, source) {
  const copy = image.cloneNode();
  copy.decoding = 'sync';
  copy.src = source;
  await paintable(copy);
  return copy;
}
