package dev.waggle.gateway.token;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who signs tokens, with the JDK alone, so that he can also do it wrongly. */
public final class Signer {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String keyId;
  private final KeyPair pair;

  /** One with an RSA key of this name. */
  public Signer(String keyId) {
    this.keyId = keyId;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Claims that are good for an hour. */
  public static JsonObject claims(String subject) {
    return new JsonObject()
        .put("sub", subject)
        .put("iss", "https://id.example.com")
        .put("aud", "waggle")
        .put("exp", Instant.now().plusSeconds(3600).getEpochSecond());
  }

  /** Signed with his private key. */
  public String rs256(JsonObject claims) {
    String content = content(new JsonObject().put("alg", "RS256").put("kid", keyId), claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with a secret that both sides share. */
  public static String hs256(byte[] secret, JsonObject claims) {
    String content = content(new JsonObject().put("alg", "HS256"), claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Not signed at all; ends with a dot. */
  public static String unsigned(JsonObject claims) {
    return content(new JsonObject().put("alg", "none"), claims) + ".";
  }

  /** His public key in a file's form. */
  public String pem() {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /** His public key as he publishes it. */
  public JsonObject jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", keyId)
        .put("n", unsigned(key.getModulus()))
        .put("e", unsigned(key.getPublicExponent()));
  }

  /** The public keys of several, as they are published. */
  public static JsonObject jwks(Signer... signers) {
    JsonArray keys = new JsonArray();
    Arrays.stream(signers).map(Signer::jwk).forEach(keys::add);
    return new JsonObject().put("keys", keys);
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static String content(JsonObject header, JsonObject claims) {
    return BASE64.encodeToString(header.encode().getBytes(StandardCharsets.UTF_8))
        + "."
        + BASE64.encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8));
  }
}
