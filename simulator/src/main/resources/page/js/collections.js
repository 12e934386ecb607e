/** Collections of models, found by id. */

__d('WAWebCollection', ({ require, exports }) => {
  const EventEmitter = require('WAWebEventEmitter');

  /** Ids come as strings, as Wids or message keys, as models, or as copies of those. */
  function keyOf(id) {
    if (id === null || id === undefined) return '';
    if (typeof id === 'string') return id;
    if (typeof id._serialized === 'string') return id._serialized;
    return id.id === undefined ? String(id) : keyOf(id.id);
  }

  class Collection extends EventEmitter {
    constructor(models, options = {}) {
      super();
      if (!this.constructor.model) throw new Error('Collection initialized without model');
      const hidden = (name, value) => Object.defineProperty(this, name, { value, writable: true });
      hidden('_models', []);
      hidden('_index', new Map());
      hidden('parent', options.parent);
      this.modelClass = this.constructor.model;
      if (models) this.add(models, { silent: true });
    }

    get length() {
      return this._models.length;
    }

    /** Adds models or their attributes; what is already in stays as it is, unless `merge`. */
    add(values, options = {}) {
      if (Array.isArray(values)) return values.map((value) => this.addOne(value, options));
      return this.addOne(values, options);
    }

    addOne(value, { merge = false, silent = false } = {}) {
      const known = this.get(value.id);
      if (known) {
        if (merge && known !== value) known.set(value.attributes || value);
        return known;
      }
      const model =
        value instanceof this.modelClass ? value : new this.modelClass(value, { collection: this });
      this._index.set(keyOf(model.id), model);
      this._models.push(model);
      model.homes.add(this);
      if (!silent) this.trigger('add', model, this);
      return model;
    }

    remove(values) {
      return []
        .concat(values)
        .map((value) => this.removeOne(value))
        .filter(Boolean);
    }

    removeOne(value) {
      const model = this.get(value);
      if (!model) return undefined;
      this._index.delete(keyOf(model.id));
      this._models.splice(this._models.indexOf(model), 1);
      this.trigger('remove', model, this);
      model.homes.delete(this);
      return model;
    }

    get(id) {
      return this._index.get(keyOf(id));
    }

    assertGet(id) {
      const model = this.get(id);
      if (!model) throw new Error('No model for ' + keyOf(id));
      return model;
    }

    reset(models = []) {
      for (const model of this._models) model.homes.delete(this);
      this._models.length = 0;
      this._index.clear();
      this.add(models, { silent: true });
      this.trigger('reset', this);
    }

    at(position) {
      return this._models.at(position);
    }

    head() {
      return this._models[0];
    }

    last() {
      return this._models.at(-1);
    }

    where(ids) {
      return ids.map((id) => this.get(id)).filter(Boolean);
    }

    findFirst(predicate) {
      return this._models.find(predicate);
    }

    isModel(model) {
      return model instanceof this.modelClass;
    }

    getModelsArray() {
      return [...this._models];
    }

    toArray() {
      return this.getModelsArray();
    }

    serialize() {
      return this._models.map((model) => model.serialize());
    }

    toJSON() {
      return this.serialize();
    }

    sort(comparator = this.constructor.comparator) {
      if (comparator) this._models.sort(comparator);
      return this;
    }
  }

  for (const name of [
    'map',
    'filter',
    'forEach',
    'some',
    'every',
    'reduce',
    'indexOf',
    'includes',
    'slice',
  ]) {
    Collection.prototype[name] = function (...args) {
      return this._models[name](...args);
    };
  }

  exports.default = Collection;
});

/** A collection that can also ask for what it does not have. */
__d('WAWebBaseCollection', ({ require, exports }) => {
  const Collection = require('WAWebCollection');

  class BaseCollection extends Collection {
    /** The model of this id, made when there is none. */
    gadd(id) {
      return this.get(id) || this.add({ id });
    }

    async find(id) {
      return this.get(id) || this.findQuery(id);
    }

    /** What a subclass asks the server for; here, an empty model stands for "nothing known". */
    async findQuery(id) {
      return this.gadd(id);
    }

    async update(id) {
      return this.find(id);
    }

    isStateStale() {
      return false;
    }
  }

  exports.BaseCollection = BaseCollection;
});
