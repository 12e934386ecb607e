/** To and from the media server. The live page encrypts what it uploads; here the bytes go as they are. */

__d('WAMediaCalculateFilehash', ({ require, exports }) => {
  const { encodeB64 } = require('WABase64');

  /** Base64 of the SHA-256. */
  exports.calculateFilehash = async (bytes) => encodeB64(await crypto.subtle.digest('SHA-256', bytes));
  exports.calculateFilehashFromBlob = async (blob) => exports.calculateFilehash(await blob.arrayBuffer());
  exports.getRandomFilehash = async () => encodeB64(crypto.getRandomValues(new Uint8Array(32)));
});

__d('WAWebMediaMmsV4Upload', ({ require, exports }) => {
  const { uploadPath } = require('StandInConfig');
  const { getRandomFilehash } = require('WAMediaCalculateFilehash');
  const { unixTime } = require('WATimeUtils');
  const { LruMediaStore } = require('WAWebLruMediaStore');
  const { InMemoryMediaBlobCache } = require('WAWebMediaInMemoryBlobCache');

  async function bytesOf(mediaObject) {
    const cached = InMemoryMediaBlobCache.get(mediaObject.filehash);
    const bytes = cached || (await LruMediaStore.get(mediaObject.filehash));
    if (!bytes) throw new Error('upload failed: the bytes are gone');
    return bytes;
  }

  async function upload({ mimetype, mediaObject }) {
    const headers = { 'Content-Type': mimetype || 'application/octet-stream' };
    const response = await fetch(uploadPath, { method: 'POST', headers, body: await bytesOf(mediaObject) });
    if (!response.ok) throw new Error('upload failed with ' + response.status);
    return response.json();
  }

  /** @return {Promise<{kind: string, mediaEntry: object}>} */
  exports.uploadMedia = async (options) => {
    const { handle, directPath, url } = await upload(options);
    const encFilehash = await getRandomFilehash();
    const mediaEntry = {
      handle,
      directPath,
      mmsUrl: url,
      deprecatedMms3Url: url,
      mediaKey: await getRandomFilehash(),
      mediaKeyTimestamp: unixTime(),
      encFilehash,
      uploadHash: encFilehash,
    };
    options.mediaObject.uploadStage = 'RESOLVED';
    return { kind: 'success', mediaEntry };
  };

  exports.uploadUnencryptedMedia = exports.uploadMedia;
});

__d('WAWebDownloadManager', ({ require, exports }) => {
  const { LruMediaStore } = require('WAWebLruMediaStore');
  const { InMemoryMediaBlobCache } = require('WAWebMediaInMemoryBlobCache');
  const { calculateFilehash } = require('WAMediaCalculateFilehash');
  const OpaqueData = require('WAWebMediaOpaqueData');

  class DownloadError extends Error {
    constructor(status) {
      super('download failed with ' + status);
      this.status = status;
    }
  }

  exports.downloadManager = {
    /** @return {Promise<ArrayBuffer>} rejects with `status` when the server does not have it */
    async downloadAndMaybeDecrypt({ directPath, filehash, signal }) {
      const stored = filehash && (await LruMediaStore.get(filehash));
      if (stored) return stored;
      const response = await fetch(directPath, { signal });
      if (!response.ok) throw new DownloadError(response.status);
      return response.arrayBuffer();
    },
  };

  /** Fetches the bytes of a message once and keeps them under their own hash. */
  exports.downloadMsgMedia = async (msg) => {
    const { mediaData } = msg;
    mediaData.mediaStage = 'FETCHING';
    try {
      const bytes = await exports.downloadManager.downloadAndMaybeDecrypt(msg);
      mediaData.filehash = mediaData.filehash || (await calculateFilehash(bytes));
      await LruMediaStore.put(mediaData.filehash, bytes);
      const blob = new Blob([bytes], { type: msg.mimetype });
      InMemoryMediaBlobCache.put(mediaData.filehash, blob);
      mediaData.mediaBlob = await OpaqueData.createFromData(blob, msg.mimetype);
      mediaData.mediaStage = 'RESOLVED';
    } catch (error) {
      mediaData.mediaStage = 'ERROR_MISSING';
      throw error;
    }
  };
});
