/**
 * IndexedDB under the names of the live page's databases. Commits ask for strict durability: what
 * was told to the server as stored must outlive a kill.
 */
__d('StandInDatabase', ({ exports }) => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  class Database {
    /** @param upgrade called with the IDBDatabase when it is new */
    constructor(name, upgrade) {
      this.name = name;
      this.upgrade = upgrade;
      this.opened = null;
    }

    open() {
      if (!this.opened) {
        const request = indexedDB.open(this.name, 1);
        request.onupgradeneeded = () => this.upgrade(request.result);
        this.opened = done(request);
      }
      return this.opened;
    }

    /**
     * Runs work in one transaction and resolves with its answer when all of it is committed.
     *
     * @param {string[]} stores
     * @param {'readonly'|'readwrite'} mode
     * @param {(transaction: IDBTransaction, done: Function) => *} work `done` makes a promise of a request
     */
    async transact(stores, mode, work) {
      const database = await this.open();
      const transaction = database.transaction(stores, mode, { durability: 'strict' });
      const committed = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error || new Error('transaction aborted'));
      });
      const [answer] = await Promise.all([work(transaction, done), committed]);
      return answer;
    }

    get(store, key) {
      return this.transact([store], 'readonly', (tx) => done(tx.objectStore(store).get(key)));
    }

    put(store, value, key) {
      return this.transact([store], 'readwrite', (tx) => done(tx.objectStore(store).put(value, key)));
    }

    async clear() {
      const stores = [...(await this.open()).objectStoreNames];
      await this.transact(stores, 'readwrite', (tx) =>
        stores.forEach((store) => tx.objectStore(store).clear()),
      );
    }
  }

  exports.Database = Database;
});

/** The databases of the page. Which one holds what follows the live page. */
__d('StandInStorage', ({ require, exports }) => {
  const { Database } = require('StandInDatabase');

  /** The non-extractable key; an export of the database as JSON cannot carry it. */
  exports.encryption = new Database('wawc_db_enc', (db) => db.createObjectStore('keys'));

  /** Preferences of the user, the linked account among them. */
  exports.user = new Database('wawc', (db) => db.createObjectStore('user'));

  /** The Signal identity: registration number, identity key pair. */
  exports.signal = new Database('signal-storage', (db) => {
    db.createObjectStore('signal-meta-store');
    db.createObjectStore('identity-store');
    db.createObjectStore('prekey-store');
  });

  /** Chats, messages and contacts. */
  exports.model = new Database('model-storage', (db) => {
    const message = db.createObjectStore('message', { keyPath: 'key' });
    message.createIndex('chat', ['chat', 't', 'order']);
    message.createIndex('bareId', 'bareId');
    message.createIndex('unsent', 'unsent');
    db.createObjectStore('chat', { keyPath: 'id' });
    db.createObjectStore('contact', { keyPath: 'id' });
  });

  /** The bytes of media, by file hash. */
  exports.media = new Database('lru-media-storage-idb', (db) => db.createObjectStore('media'));

  /** Empties everything the page keeps, localStorage too: what a logout does. */
  exports.clearAll = async () => {
    localStorage.clear();
    const all = [exports.encryption, exports.user, exports.signal, exports.model, exports.media];
    await Promise.all(all.map((database) => database.clear()));
  };
});
