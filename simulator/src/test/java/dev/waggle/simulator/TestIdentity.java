package dev.waggle.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The secrets of one profile, drawn anew for each, and what a page says with them. */
final class TestIdentity {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair signing;
  private final byte[] noisePriv = random();
  private final String noisePub = base64(random());
  private final String identityPub = base64(random());
  private final String advSecret = base64(random());

  TestIdentity() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    signing = generator.generateKeyPair();
  }

  JsonObject register() throws GeneralSecurityException {
    return new JsonObject()
        .put("type", "register")
        .put("noisePub", noisePub)
        .put("identityPub", identityPub)
        .put("advSecret", advSecret)
        .put("signPub", base64(signing.getPublic().getEncoded()))
        .put("noiseProof", base64(MessageDigest.getInstance("SHA-256").digest(noisePriv)))
        .put("registration", 4711)
        .put("platform", "1")
        .put("version", "2.3000.1");
  }

  String qrText(String ref) {
    return qrTextWithoutPlatform(ref) + ",1";
  }

  String qrTextWithoutPlatform(String ref) {
    return "2@" + String.join(",", ref, noisePub, identityPub, advSecret);
  }

  JsonObject login(String device, byte[] nonce) throws GeneralSecurityException {
    return login(device, nonce, noisePriv);
  }

  /** As a profile would that has kept its keys, but not what lay beside them. */
  JsonObject login(String device, byte[] nonce, byte[] noisePriv) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(signing.getPrivate());
    signature.update(Buffer.buffer(nonce).appendBytes(noisePriv).getBytes());
    return new JsonObject()
        .put("type", "login")
        .put("wid", device.replaceFirst(":.*@", "@"))
        .put("device", device)
        .put("noisePub", noisePub)
        .put("identityPub", identityPub)
        .put("registration", 4711)
        .put("noiseInfo", base64(noisePriv))
        .put("signature", base64(signature.sign()));
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
