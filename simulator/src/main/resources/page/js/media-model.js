/** Media in the page: bytes that may be released, what is known of them, and where they are kept. */

__d('WAWebMediaOpaqueDataBase', ({ exports }) => {
  class OpaqueDataBase {
    released = false;
    retained = 0;

    retain() {
      this.retained += 1;
    }

    autorelease() {}

    autoreleaseWhenPromiseCompletes() {}

    throwIfReleased() {
      if (this.released) throw new Error('opaque data was released');
    }
  }
  exports.default = OpaqueDataBase;
});

/** `type`, `size`, `url` and `forceToBlob` are methods here, unlike a Blob's. */
__d('WAWebMediaOpaqueData', ({ require, exports }) => {
  const OpaqueDataBase = require('WAWebMediaOpaqueDataBase');

  class OpaqueData extends OpaqueDataBase {
    constructor(blob) {
      super();
      Object.defineProperty(this, 'blob', { value: blob });
    }

    type() {
      return this.blob.type;
    }

    size() {
      return this.blob.size;
    }

    url() {
      if (!this.objectUrl) this.objectUrl = URL.createObjectURL(this.blob);
      return this.objectUrl;
    }

    forceToBlob() {
      this.throwIfReleased();
      return this.blob;
    }

    formData() {
      return this.forceToBlob();
    }

    async validate() {
      return true;
    }

    static async createFromData(data, type) {
      const blob =
        data instanceof Blob ? data.slice(0, data.size, type || data.type) : new Blob([data], { type });
      return new OpaqueData(blob);
    }

    static async createFromBase64Jpeg(base64) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      return OpaqueData.createFromData(bytes, 'image/jpeg');
    }
  }

  exports.default = OpaqueData;
});

__d('WAWebMediaDataModel', ({ require, exports }) => {
  const { BaseModel, defineModel } = require('WAWebBaseModel');

  class MediaDataModel extends BaseModel {}

  defineModel(MediaDataModel, {
    proxyName: 'media-data',
    props: `
      type mimetype size filehash encFilehash directPath mediaKey mediaKeyTimestamp fullWidth fullHeight
      aspectRatio duration isGif filename preview clientUrl deprecatedMms3Url uploadhash
      streamingSidecar firstFrameSidecar mediaHandle waveform`,
    session: 'mediaStage mediaBlob renderableUrl',
  });

  const copied = [
    'type',
    'mimetype',
    'size',
    'filehash',
    'encFilehash',
    'directPath',
    'mediaKey',
    'mediaKeyTimestamp',
    'filename',
  ];

  /** Media of a message that came in: the bytes are fetched when somebody asks. */
  exports.fromMsg = (msg) =>
    new MediaDataModel({
      ...Object.fromEntries(copied.map((name) => [name, msg[name]])),
      fullWidth: msg.width,
      fullHeight: msg.height,
      mediaStage: 'NEED_POKE',
    });

  exports.default = MediaDataModel;
  exports.MediaDataModel = MediaDataModel;
});

/** One object for all messages that carry the same bytes. */
__d('WAWebMediaStorage', ({ exports }) => {
  class MediaObject {
    entries = [];
    contentInfo = {};
    userDownloadAttemptCount = 0;
    userUploadAttemptCount = 0;
    downloadStage = 'NEED_POKE';
    uploadStage = 'INIT';

    constructor(filehash) {
      this.filehash = filehash;
    }

    /** Takes over what the preparation found out; `type` is upper case here, as on the live page. */
    consolidate({ type, size, mimetype, fullWidth, fullHeight, duration }) {
      if (type) this.type = type.toUpperCase();
      this.size = size;
      this.contentInfo = { ...this.contentInfo, mimetype, fullWidth, fullHeight, duration };
    }

    async resolveWhenConsolidated() {
      return this;
    }
  }

  const objects = new Map();

  exports.getOrCreateMediaObject = (filehash, type) => {
    if (!objects.has(filehash)) objects.set(filehash, new MediaObject(filehash));
    const object = objects.get(filehash);
    if (type && !object.type) object.type = type.toUpperCase();
    return object;
  };
  exports.MediaObject = MediaObject;
});

/** The last few media, for showing them; the oldest goes when there are too many. */
__d('WAWebMediaInMemoryBlobCache', ({ exports }) => {
  const MOST = 50;

  class InMemoryMediaBlobCacheImpl {
    constructor() {
      Object.defineProperty(this, 'entries', { value: new Map() });
    }

    put(filehash, blob) {
      if (this.entries.has(filehash)) return;
      this.entries.set(filehash, { blob, url: null });
      if (this.entries.size > MOST) this.drop(this.entries.keys().next().value);
    }

    drop(filehash) {
      const { url } = this.entries.get(filehash);
      if (url) URL.revokeObjectURL(url);
      this.entries.delete(filehash);
    }

    get(filehash) {
      const entry = this.entries.get(filehash);
      return entry && entry.blob;
    }

    has(filehash) {
      return this.entries.has(filehash);
    }

    getOrCreateURL(filehash) {
      const entry = this.entries.get(filehash);
      if (!entry.url) entry.url = URL.createObjectURL(entry.blob);
      return entry.url;
    }
  }

  exports.InMemoryMediaBlobCacheImpl = InMemoryMediaBlobCacheImpl;
  exports.InMemoryMediaBlobCache = new InMemoryMediaBlobCacheImpl();
});

__d('WAWebLruMediaStore', ({ require, exports }) => {
  const { media } = require('StandInStorage');
  const write = (work) => media.transact(['media'], 'readwrite', (tx) => work(tx.objectStore('media')));

  exports.LruMediaStore = {
    get: async (key) => (await media.get('media', key)) || null,
    put: (key, value) => media.put('media', value, key),
    has: async (key) => (await media.get('media', key)) !== undefined,
    del: (key) => write((store) => void store.delete(key)),
    clear: () => write((store) => void store.clear()),
    count: () => media.transact(['media'], 'readonly', (tx, done) => done(tx.objectStore('media').count())),
  };
});

__d('WAWebMmsMediaTypes', ({ exports }) => {
  exports.msgToMediaType = ({ type, isGif }) => (isGif ? 'gif' : type);
  exports.castToV4 = (type) => type;
});

__d('WAWebMediaDataUtils', ({ exports }) => {
  exports.shouldUseMediaCache = () => true;
});

__d('WAWebMediaGatingUtils', ({ importNamespace, exports }) => {
  const limits = importNamespace('WAWebServerPropConstants');
  /** In bytes; documents may be larger than what is shown in the chat. */
  exports.getUploadLimit = (mediaType) =>
    mediaType === 'document' ? limits.MAX_FILE_SIZE_BYTES : 70 * 1024 * 1024;
});
