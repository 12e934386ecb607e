/** A file on its way to becoming a message: prepared, shown in the chat, uploaded, sent. */

__d('WAWebMediaUtils', ({ exports }) => {
  /** Of a blob the browser can show; a refused promise for any other. */
  exports.getImageWidthHeight = async (blob) => {
    const bitmap = await createImageBitmap(blob);
    const size = { width: bitmap.width, height: bitmap.height };
    bitmap.close();
    return size;
  };
});

__d('WAWebProcessRawMedia', ({ require, importNamespace, exports }) => {
  const utils = importNamespace('WAWebMediaUtils');
  const { calculateFilehashFromBlob } = require('WAMediaCalculateFilehash');
  const { MediaDataModel } = require('WAWebMediaDataModel');
  const THUMBNAIL_PX = 100;

  function typeOf(mimetype, { asDocument, asSticker, isPtt }) {
    if (asDocument) return 'document';
    if (asSticker) return 'sticker';
    const [kind] = mimetype.split('/');
    if (kind === 'audio') return isPtt ? 'ptt' : 'audio';
    return kind === 'image' || kind === 'video' ? kind : 'document';
  }

  async function thumbnail(blob, { width, height }) {
    const scale = THUMBNAIL_PX / Math.max(width, height, THUMBNAIL_PX);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d').drawImage(await createImageBitmap(blob), 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg', 0.6).split(',')[1];
  }

  /** A picture the browser cannot decode is sent all the same, without size and thumbnail. */
  async function describePicture(blob) {
    try {
      const size = await utils.getImageWidthHeight(blob);
      return { fullWidth: size.width, fullHeight: size.height, preview: await thumbnail(blob, size) };
    } catch (error) {
      return {};
    }
  }

  exports.processRawMedia = async (opaqueData, options) => {
    const blob = opaqueData.forceToBlob();
    const type = typeOf(blob.type, options);
    return new MediaDataModel({
      type,
      mimetype: blob.type || 'application/octet-stream',
      size: blob.size,
      filehash: await calculateFilehashFromBlob(blob),
      isGif: Boolean(options.asGif),
      mediaBlob: opaqueData,
      mediaStage: 'PREPARED',
      ...(type === 'image' ? await describePicture(blob) : {}),
    });
  };
});

__d('WAWebPrepRawMedia', ({ require, importNamespace, exports }) => {
  const { LruMediaStore } = require('WAWebLruMediaStore');
  const { InMemoryMediaBlobCache } = require('WAWebMediaInMemoryBlobCache');
  const sending = () => importNamespace('StandInOutgoing');

  class MediaPrep {
    constructor(type, prepared) {
      this._type = type;
      this._prepared = prepared.then(async (mediaData) => {
        this._mediaData = mediaData;
        await keep(mediaData);
        return mediaData;
      });
      this._prepared.catch(() => {}); // told to whoever waits for it
    }

    waitForPrep() {
      return this._prepared;
    }

    /** Takes one object: clients look at the number of parameters to choose the form of the call. */
    async sendToChat({ chat, options = {} }) {
      const mediaData = await this.waitForPrep();
      return sending().sendMedia(await attributesOf(chat, mediaData, options));
    }
  }

  /** On disk before it is in the chat, so that a page that dies can go on with the upload. */
  async function keep(mediaData) {
    const blob = mediaData.mediaBlob.forceToBlob();
    InMemoryMediaBlobCache.put(mediaData.filehash, blob);
    await LruMediaStore.put(mediaData.filehash, await blob.arrayBuffer());
  }

  /** What the caller gave beforehand (`productMsgOptions`) keeps its key: clients compare the object. */
  async function attributesOf(
    chat,
    mediaData,
    { productMsgOptions = {}, caption, footer, isViewOnce, quotedMsg },
  ) {
    const base = productMsgOptions.id
      ? {}
      : await importNamespace('WAWebMsgDataUtils').genOutgoingMsgData(chat);
    const { type, mimetype, size, filehash, preview, fullWidth, fullHeight } = mediaData;
    return {
      ...base,
      ...productMsgOptions,
      type,
      mimetype,
      size,
      filehash,
      footer,
      isViewOnce,
      mediaData,
      body: preview,
      width: fullWidth,
      height: fullHeight,
      caption: caption || undefined,
      quotedMsg: quotedMsg || productMsgOptions.quotedMsg,
      filename: type === 'document' ? productMsgOptions.filename : undefined,
    };
  }

  /** @return {MediaPrep} at once; the preparation goes on behind it */
  exports.prepRawMedia = (opaqueData, options = {}) =>
    new MediaPrep('raw', importNamespace('WAWebProcessRawMedia').processRawMedia(opaqueData, options));

  exports.uploadProductImage = async () => {
    throw new Error('the stand-in has no catalogue');
  };
  exports.MediaPrep = MediaPrep;
});
