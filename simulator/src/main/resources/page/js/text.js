/** Links in text, and what the text helpers of the page are called. */

__d('WALinkify', ({ exports }) => {
  const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)\]]/gi;

  const asLink = (found) => {
    const href = /^https?:/i.test(found[0]) ? found[0] : 'http://' + found[0];
    return { url: found[0], href, index: found.index, isSuspicious: false, suspiciousCharacters: new Set() };
  };

  /** All links of a text, in order; an empty list for no text. */
  exports.findLinks = (text) => [...String(text || '').matchAll(LINK)].map(asLink);

  /** The first link, or nothing. */
  exports.findLink = (text) => exports.findLinks(text)[0];
});

__d('WAWebLinkPreviewLinks', ({ importNamespace, exports }) => {
  const linkify = importNamespace('WALinkify');
  exports.findFirstWebLink = (text) => linkify.findLink(text);
});

/** The stand-in's world has no third-party sites, so a preview is the link itself. */
__d('WAWebLinkPreviewChatAction', ({ exports }) => {
  exports.getLinkPreview = async (link) => ({
    url: link.url,
    data: { title: link.url, matchedText: link.url, canonicalUrl: link.href, doNotPlayInline: true },
  });
});

__d('WAWebMinimalLinkPreview', ({ exports }) => {
  exports.genMinimalLinkPreview = async (link) => {
    const url = typeof link === 'string' ? link : link.url;
    return { url, data: { title: url, matchedText: url, canonicalUrl: url } };
  };
});
