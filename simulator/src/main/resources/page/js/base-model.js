/**
 * Models fire `change:attr` with (model, value, previous) and then `change`, also on plain
 * assignment, and their events reach every collection they are in.
 */
__d('WAWebBaseModel', ({ require, exports }) => {
  const EventEmitter = require('WAWebEventEmitter');

  const words = (text) => text.split(/\s+/).filter(Boolean);
  const plain = (value) => (value && typeof value.serialize === 'function' ? value.serialize() : value);

  class BaseModel extends EventEmitter {
    constructor(attributes = {}, options = {}) {
      super();
      const hidden = (name, value) => Object.defineProperty(this, name, { value, writable: true });
      hidden('attributes', {});
      hidden('homes', new Set());
      hidden('collection', options.collection);
      hidden('parent', options.parent);
      Object.assign(this.attributes, this.constructor.defaults && this.constructor.defaults());
      this.set(attributes, { silent: true });
      this.initialize();
    }

    /** Called once when the attributes are in place. */
    initialize() {}

    get(name) {
      return this[name];
    }

    /** Sets one attribute, or those of an object or another model; equal values fire nothing. */
    set(name, value, options) {
      const many = typeof name === 'object';
      const changes = many ? name.attributes || name : { [name]: value };
      const { silent = false } = (many ? value : options) || {};
      let changed = false;
      for (const [key, next] of Object.entries(changes)) changed = this.put(key, next, silent) || changed;
      if (changed && !silent) this.trigger('change', this);
      return this;
    }

    put(key, next, silent) {
      const previous = this.attributes[key];
      if (Object.is(previous, next)) return false;
      this.declare(key);
      this.attributes[key] = next;
      if (!silent) this.trigger('change:' + key, this, next, previous);
      return true;
    }

    /** An attribute nobody declared still fires when it is assigned. */
    declare(key) {
      const { declared } = this.constructor;
      if ((declared && declared.has(key)) || Object.hasOwn(this, key)) return;
      Object.defineProperty(this, key, {
        configurable: true,
        enumerable: true,
        get: () => this.attributes[key],
        set: (value) => this.set(key, value),
      });
    }

    trigger(eventNames, ...args) {
      super.trigger(eventNames, ...args);
      for (const home of this.homes || []) home.trigger(eventNames, ...args);
      return this;
    }

    /** The attributes that may leave the page: session attributes stay out. */
    serialize() {
      const { session } = this.constructor;
      const out = {};
      for (const [key, value] of Object.entries(this.attributes)) {
        if (value !== undefined && !(session && session.has(key))) out[key] = plain(value);
      }
      return out;
    }

    toJSON() {
      return this.serialize();
    }

    unsafe() {
      return this;
    }

    safe() {
      return this;
    }
  }

  /**
   * Gives a model class its attributes. The accessors live on the prototype and bear being read
   * there (`this === prototype`), since clients ask the prototype which attributes exist.
   *
   * @param {{proxyName: string, props: string, session?: string}} shape names, separated by white space
   */
  function defineModel(Model, { proxyName, props, session = '' }) {
    Model.prototype.proxyName = proxyName;
    Model.session = new Set(words(session));
    Model.declared = new Set([...words(props), ...Model.session]);
    for (const key of Model.declared) {
      Object.defineProperty(Model.prototype, key, {
        configurable: true,
        get() {
          return this.attributes && this.attributes[key];
        },
        set(value) {
          this.set(key, value);
        },
      });
    }
    return Model;
  }

  exports.BaseModel = BaseModel;
  exports.defineModel = defineModel;
});
