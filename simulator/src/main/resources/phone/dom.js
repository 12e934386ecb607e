/** Small helpers for building the page; text is always set as text, never as HTML. */

export const byId = (id) => document.getElementById(id);

/** An element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const drawn = new WeakMap();

/**
 * Fills a list, but only when what it shows has changed: a list that is drawn again under the
 * pointer would swallow clicks.
 */
export function fill(list, items, draw) {
  const now = JSON.stringify(items);
  if (drawn.get(list) === now) return false;
  drawn.set(list, now);
  list.replaceChildren(...items.map(draw));
  return true;
}

let notice;

/** Shows a sentence for some seconds. */
export function tell(sentence) {
  byId('notice').textContent = sentence;
  clearTimeout(notice);
  notice = setTimeout(() => { byId('notice').textContent = ''; }, 5000);
}
