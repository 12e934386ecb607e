package dev.waggle.simulator.account;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What a page registered about itself, and what it must prove to have when it comes back
 * (PROTOCOL.md, "Coming back"). All keys are base64.
 *
 * @param noisePub public noise key, part of the QR
 * @param identityPub public identity key, part of the QR
 * @param advSecret secret shared through the QR
 * @param signPub SPKI of an ECDSA P-256 key whose private half the page cannot export
 * @param noiseProof SHA-256 of the private noise info
 * @param registration the registration number the page drew
 * @param platform what the page calls itself in the QR
 */
public record DeviceKeys(
    String noisePub,
    String identityPub,
    String advSecret,
    String signPub,
    String noiseProof,
    long registration,
    String platform) {

  /**
   * Reads a {@code register} frame.
   *
   * @throws Refusal 400 when something is missing or the signing key is no P-256 key
   */
  public static DeviceKeys of(JsonObject frame) {
    DeviceKeys keys =
        new DeviceKeys(
            Fields.text(frame, "noisePub"),
            Fields.text(frame, "identityPub"),
            Fields.text(frame, "advSecret"),
            Fields.text(frame, "signPub"),
            Fields.text(frame, "noiseProof"),
            Fields.number(frame, "registration"),
            Fields.text(frame, "platform"));
    try {
      keys.verifier();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Refusal(400, "signPub must be the base64 SPKI of an ECDSA P-256 key.");
    }
    return keys;
  }

  /** Whether a {@code login} frame comes from the profile that registered these keys. */
  public boolean provenBy(JsonObject login, byte[] nonce) {
    try {
      return noisePub.equals(login.getString("noisePub"))
          && identityPub.equals(login.getString("identityPub"))
          && registration == Fields.number(login, "registration")
          && holdsPrivateKeys(login, nonce);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Whatever is malformed in a proof makes it no proof.
      return false;
    }
  }

  private boolean holdsPrivateKeys(JsonObject login, byte[] nonce) throws GeneralSecurityException {
    byte[] noisePriv = Base64.getDecoder().decode(Fields.text(login, "noiseInfo"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(noisePriv);
    Signature verifier = verifier();
    verifier.update(nonce);
    verifier.update(noisePriv);
    return MessageDigest.isEqual(hash, Base64.getDecoder().decode(noiseProof))
        && verifier.verify(Base64.getDecoder().decode(Fields.text(login, "signature")));
  }

  private Signature verifier() throws GeneralSecurityException {
    byte[] spki = Base64.getDecoder().decode(signPub);
    // WebCrypto signs in the raw r‖s form of IEEE P1363, not in DER.
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
    return signature;
  }
}
