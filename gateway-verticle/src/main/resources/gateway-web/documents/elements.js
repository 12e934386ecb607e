/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** A new element with a class and text. */
export function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Says what went wrong at the top of the page, or takes it back when there is nothing to say. */
export function notify(text) {
  byId('notice').textContent = text ?? '';
  byId('notice').hidden = !text;
}

/** Runs what a person asked for, with its button off meanwhile, and says what went wrong. */
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
