/** The little that is needed to make elements. */
__d('StandInDom', ({ exports }) => {
  /**
   * Makes an element. Attributes whose value is a function are listeners (`onclick`); `text` sets
   * the text; null and false leave an attribute or child out.
   */
  exports.element = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'function') element[name] = value;
      else if (name === 'text') element.textContent = value;
      else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.filter((child) => child !== null && child !== false));
    return element;
  };

  exports.replace = (parent, ...children) => parent.replaceChildren(...children.filter(Boolean));

  /** Draws once for many changes: a while after the first of them. */
  exports.later = (draw, delayMs) => {
    let timer = null;
    return () => {
      timer =
        timer ||
        setTimeout(() => {
          timer = null;
          draw();
        }, delayMs);
    };
  };
});
