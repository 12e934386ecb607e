/**
 * Names may be several in one string, separated by spaces. A listener that throws must not keep the
 * others from hearing, for clients put theirs beside the page's own.
 */
__d('WAWebEventEmitter', ({ exports }) => {
  const names = (text) => String(text).split(/\s+/).filter(Boolean);

  class EventEmitter {
    on(eventNames, listener, context) {
      if (typeof listener !== 'function') throw new Error('Callback parameter passed is not a function');
      const table = this.listenerTable();
      for (const name of names(eventNames)) {
        if (!table.has(name)) table.set(name, []);
        table.get(name).push({ listener, context });
      }
      return this;
    }

    once(eventNames, listener, context) {
      for (const name of names(eventNames)) {
        const once = (...args) => {
          this.off(name, once);
          return listener.apply(context || this, args);
        };
        once.original = listener;
        this.on(name, once, context);
      }
      return this;
    }

    off(eventNames, listener, context) {
      const table = this.listenerTable();
      for (const name of eventNames ? names(eventNames) : [...table.keys()]) {
        const kept = (table.get(name) || []).filter((entry) => !matches(entry, listener, context));
        table.set(name, kept);
      }
      return this;
    }

    trigger(eventNames, ...args) {
      const table = this.listenerTable();
      for (const name of names(eventNames)) {
        for (const entry of [...(table.get(name) || [])]) call(entry, this, args);
      }
      return this;
    }

    listenTo(other, eventNames, listener) {
      other.on(eventNames, listener, this);
      return this;
    }

    listenToOnce(other, eventNames, listener) {
      other.once(eventNames, listener, this);
      return this;
    }

    stopListening(other, eventNames, listener) {
      if (other) other.off(eventNames, listener, this);
      return this;
    }

    isListening(name) {
      return (this.listenerTable().get(name) || []).length > 0;
    }

    removeAllListeners() {
      this.listenerTable().clear();
      return this;
    }

    /** Not enumerable: models are copied and serialised by their own enumerable keys. */
    listenerTable() {
      if (!Object.hasOwn(this, '_events')) {
        Object.defineProperty(this, '_events', { value: new Map() });
      }
      return this._events;
    }
  }

  function matches(entry, listener, context) {
    const same = !listener || entry.listener === listener || entry.listener.original === listener;
    return same && (!context || entry.context === context);
  }

  function call(entry, emitter, args) {
    try {
      entry.listener.apply(entry.context || emitter, args);
    } catch (error) {
      console.error(error);
    }
  }

  const alias = EventEmitter.prototype;
  alias.bind = alias.on;
  alias.unbind = alias.off;
  alias.removeListener = alias.off;
  alias.emit = alias.trigger;

  exports.default = EventEmitter;
});
