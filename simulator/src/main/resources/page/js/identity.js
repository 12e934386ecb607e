/**
 * Who this device is. Its parts lie where the live page keeps them: a non-extractable signing key
 * and the Signal keys in IndexedDB, the noise info in localStorage (which Chromium writes late).
 * A profile that lacks one of them is not a device any more: the server says so at login.
 */
__d('StandInIdentity', ({ require, exports }) => {
  const storage = require('StandInStorage');
  const { encodeB64, decodeB64, decodeB64UrlSafe } = require('WABase64');

  const ME_KEY = 'last-wid-md';
  const NOISE_KEY = 'WANoiseInfo';
  const random = (size) => crypto.getRandomValues(new Uint8Array(size)).buffer;
  const sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes);

  /** Stands for a Curve25519 pair: nobody computes with it here, it only has to be one's own. */
  async function keyPair() {
    const privKey = random(32);
    return { privKey, pubKey: await sha256(privKey) };
  }

  const state = { signing: null, registration: null, adv: null, noise: null, me: null };

  function readNoise() {
    const stored = JSON.parse(localStorage.getItem(NOISE_KEY) || 'null');
    return (
      stored && {
        recoveryToken: decodeB64(stored.recoveryToken),
        staticKeyPair: { privKey: decodeB64(stored.privKey), pubKey: decodeB64(stored.pubKey) },
      }
    );
  }

  async function createNoise() {
    const pair = await keyPair();
    const noise = { recoveryToken: random(16), staticKeyPair: pair };
    localStorage.setItem(
      NOISE_KEY,
      JSON.stringify({
        recoveryToken: encodeB64(noise.recoveryToken),
        privKey: encodeB64(pair.privKey),
        pubKey: encodeB64(pair.pubKey),
      }),
    );
    return noise;
  }

  async function createSigning() {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
    const signing = { privateKey, publicKey };
    await storage.encryption.put('keys', signing, 'signing');
    return signing;
  }

  async function createRegistration() {
    const registration = {
      registrationId: (new Uint16Array(random(2))[0] % 16380) + 1,
      identityKeyPair: await keyPair(),
    };
    await storage.signal.put('signal-meta-store', registration, 'signal_reg_info');
    return registration;
  }

  async function createAdv() {
    const adv = encodeB64(random(32));
    await storage.user.put('user', adv, 'WAAdvSecretKey');
    return adv;
  }

  /** Reads what the profile has and makes what it lacks. Done once, before the first connection. */
  exports.load = async () => {
    state.signing = (await storage.encryption.get('keys', 'signing')) || (await createSigning());
    state.registration =
      (await storage.signal.get('signal-meta-store', 'signal_reg_info')) || (await createRegistration());
    state.adv = (await storage.user.get('user', 'WAAdvSecretKey')) || (await createAdv());
    state.noise = readNoise() || (await createNoise());
    // Either of the two says "linked": a profile that has lost the other is found out by the server.
    state.me = (await storage.user.get('user', 'WAMe')) || JSON.parse(localStorage.getItem(ME_KEY) || 'null');
  };

  /** @return {{wid, lid, device, pushName}|null} the account this page is linked to */
  exports.me = () => state.me;
  exports.registration = () => state.registration;
  exports.noise = () => state.noise;
  exports.adv = () => state.adv;

  exports.link = async ({ wid, lid, device, pushName }) => {
    state.me = { wid, lid, device, pushName };
    localStorage.setItem(ME_KEY, JSON.stringify(state.me));
    await storage.user.put('user', state.me, 'WAMe');
  };

  exports.forget = () => {
    state.me = null;
  };

  /** The public halves, as they are told to the server. */
  exports.publicKeys = async () => ({
    noisePub: encodeB64(state.noise.staticKeyPair.pubKey),
    identityPub: encodeB64(state.registration.identityKeyPair.pubKey),
    signPub: encodeB64(await crypto.subtle.exportKey('spki', state.signing.publicKey)),
    noiseProof: encodeB64(await sha256(state.noise.staticKeyPair.privKey)),
    registration: state.registration.registrationId,
    advSecret: state.adv,
  });

  /** Answers the server's challenge (base64 in either alphabet) with what only this device has. */
  exports.prove = async (nonce) => {
    const noisePriv = new Uint8Array(state.noise.staticKeyPair.privKey);
    const challenge = new Uint8Array(decodeB64UrlSafe(nonce));
    const signed = new Uint8Array(challenge.length + noisePriv.length);
    signed.set(challenge);
    signed.set(noisePriv, challenge.length);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, state.signing.privateKey, signed);
    const { noisePub, identityPub, registration } = await exports.publicKeys();
    return {
      noisePub,
      identityPub,
      registration,
      noiseInfo: encodeB64(noisePriv),
      signature: encodeB64(signature),
    };
  };
});

__d('WAWebSignalStoreApi', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  exports.waSignalStore = { getRegistrationInfo: async () => identity.registration() };
});

__d('WAWebUserPrefsInfoStore', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  exports.waNoiseInfo = { get: async () => identity.noise() };
});

/** Clients tell this module from others by these two functions standing together. */
__d('WAWebUserPrefsMultiDevice', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  exports.getADVSecretKey = () => identity.adv();
  exports.setADVSignedIdentity = async () => undefined;
});

__d('WAWebAdvSignatureApi', ({ importNamespace, exports }) => {
  const prefs = importNamespace('WAWebUserPrefsMultiDevice');
  exports.getADVSecretKey = () => prefs.getADVSecretKey();
});

__d('WAWebCompanionRegClientUtils', ({ exports }) => {
  exports.DEVICE_PLATFORM = '1';
});

/** Asked all the time and answered at once, so it reads memory only. */
__d('WAWebAuthLogin', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  exports.isLoggedIn = () => Boolean(identity.me());
});

__d('WAWebUserPrefsGeneral', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  const preference = (name, fallback) => [
    () => JSON.parse(localStorage.getItem(name) ?? JSON.stringify(fallback)),
    (value) => localStorage.setItem(name, JSON.stringify(value)),
  ];

  exports.isRegistered = () => Boolean(identity.me());
  for (const kind of ['Photos', 'Audio', 'Videos', 'Documents']) {
    [exports['getAutoDownload' + kind], exports['setAutoDownload' + kind]] = preference(
      'auto-download-' + kind,
      true,
    );
  }
  [exports.getTheme, exports.setTheme] = preference('theme', 'light');
});

__d('WAWebUserPrefsMeUser', ({ require, exports }) => {
  const identity = require('StandInIdentity');
  const { createWid } = require('WAWebWidFactory');

  const part = (name) => {
    const me = identity.me();
    return me && me[name] ? createWid(me[name]) : undefined;
  };
  const orThrow = (value) => {
    if (!value) throw new Error('no user is logged in');
    return value;
  };

  exports.getMaybeMePnUser = () => part('wid');
  exports.getMaybeMeLidUser = () => part('lid');
  exports.getMaybeMeDevicePn = () => part('device');
  exports.getMePnUserOrThrow = () => orThrow(part('wid'));
  exports.getMeLidUserOrThrow = () => orThrow(part('lid'));
  exports.getMeDevicePnOrThrow = () => orThrow(part('device'));
  exports.getMePNandLIDWids = () => [part('device'), part('lid')];
  exports.getMaybeMeDisplayName = () => identity.me() && identity.me().pushName;
  exports.isMeAccount = (wid) => [part('wid'), part('lid')].some((mine) => mine && mine.isSameAccount(wid));
  exports.isMeUser = exports.isMeAccount;
});
