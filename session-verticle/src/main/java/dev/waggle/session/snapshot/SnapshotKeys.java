package dev.waggle.session.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys behind snapshots: one to write with, and older ones that can still be read with. Each is
 * made from a configured secret by HMAC-SHA-256, one key for each purpose.
 */
final class SnapshotKeys {

  private static final String HMAC = "HmacSHA256";
  private static final int ID_BYTES = 4;

  private final List<Keys> all;

  /**
   * One secret's keys.
   *
   * @param id tells which secret a sealed text was made with, and nothing of the secret
   */
  record Keys(String id, SecretKey sealing, SecretKey naming) {}

  /**
   * The keys of these secrets.
   *
   * @param current at least 32 characters
   * @param previous secrets that were current before
   */
  SnapshotKeys(String current, List<String> previous) {
    all = new ArrayList<>();
    all.add(keys(current));
    previous.forEach(secret -> all.add(keys(secret)));
  }

  Keys current() {
    return all.get(0);
  }

  Optional<Keys> withId(String id) {
    return all.stream().filter(keys -> keys.id().equals(id)).findFirst();
  }

  /** A name for content that says nothing of it to whoever lacks the secret. */
  String nameOf(byte[] content) {
    return HexFormat.of().formatHex(hmac(current().naming(), content), 0, 16);
  }

  private static Keys keys(String secret) {
    SecretKey master = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    String id = HexFormat.of().formatHex(derive(master, "id"), 0, ID_BYTES);
    return new Keys(
        id,
        new SecretKeySpec(derive(master, "sealing"), "AES"),
        new SecretKeySpec(derive(master, "naming"), HMAC));
  }

  private static byte[] derive(SecretKey master, String purpose) {
    return hmac(master, ("waggle snapshot " + purpose).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(SecretKey key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
    }
  }
}
