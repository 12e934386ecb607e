/**
 * The module loader, in the shape clients of the live page take hold of: `__d`, `require`,
 * `importNamespace`, `ErrorGuard` and `require('__debug').modulesMap`.
 *
 * A factory gets `{require, importNamespace, module, exports}`. Clients overwrite functions on the
 * exports object, so the page's own code keeps the namespace and calls through it.
 */
(function (global) {
  'use strict';

  const modules = Object.create(null);

  /** The live page lists a module's dependencies in between; here a module is run when first asked for. */
  function define(id, ...rest) {
    if (modules[id]) return; // the first definition stands, as a bundle may come twice
    modules[id] = { id, factory: rest.at(-1), exports: {}, state: 'defined', error: null };
  }

  /** The live exports object: the same one for every caller, so what a client hooks stays hooked. */
  function importNamespace(id) {
    if (id === '__debug') return debug;
    const entry = modules[id];
    if (!entry) throw new Error('Requiring unknown module "' + id + '"');
    if (entry.state === 'failed') throw entry.error;
    if (entry.state === 'defined') run(entry);
    return entry.exports;
  }

  function run(entry) {
    entry.state = 'running'; // a circular import sees the exports made so far
    const module = { id: entry.id, exports: entry.exports };
    try {
      entry.factory({ require, importNamespace, module, exports: entry.exports });
      entry.exports = module.exports;
      entry.state = 'ready';
    } catch (error) {
      entry.state = 'failed';
      entry.error = error;
      throw error;
    }
  }

  /** What stands alone as a default export is returned itself: by-name clients rely on it. */
  function require(id) {
    const exported = importNamespace(id);
    const names = Object.keys(exported);
    return names.length === 1 && names[0] === 'default' ? exported.default : exported;
  }

  function requireLazy(ids, callback) {
    Promise.resolve().then(() => callback.apply(null, ids.map(require)));
  }

  const debug = {
    /** Read by clients to walk all modules; `factory` is all they look at. */
    modulesMap: modules,
  };

  // A client turns the guard off before it walks modules of which some throw; without this
  // object each of its look-ups fails.
  global.ErrorGuard = { skipGuardGlobal() {}, applyWithGuard: (f, self, args) => f.apply(self, args) };
  global.importNamespace = importNamespace;
  global.importDefault = (id) => importNamespace(id).default;
  global.requireLazy = requireLazy;

  const waiting = global.__d_stub || [];
  global.__d = define;
  waiting.splice(0).forEach((args) => define(...args));
  // Last: clients wait for `__d` and `require` both, and begin when the second is set.
  global.require = require;
  (global.requireLazy_stub || []).splice(0).forEach((args) => requireLazy(...args));
})(window);
