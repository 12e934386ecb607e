package dev.waggle.session.snapshot;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Compresses and encrypts (AES-256-GCM) what leaves the machine. What is sealed for one place opens
 * in no other. Layout: version 1, eight letters of key id, nonce of 12 bytes, ciphertext with tag.
 */
final class Seal {

  private static final byte VERSION = 1;
  private static final int ID_LENGTH = 8;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SnapshotKeys keys;
  private final SecureRandom random = new SecureRandom();

  Seal(SnapshotKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals.
   *
   * @param place where it will be kept; must be said again to open it
   */
  Buffer close(byte[] content, String place) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    SnapshotKeys.Keys current = keys.current();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current.sealing(), nonce, place);
      return Buffer.buffer()
          .appendByte(VERSION)
          .appendString(current.id())
          .appendBytes(nonce)
          .appendBytes(cipher.doFinal(deflate(content)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM.", e);
    }
  }

  /**
   * Opens.
   *
   * @throws IOException when the key is not known here, or a bit was changed, or it is of another
   *     place
   */
  byte[] open(Buffer sealed, String place) throws IOException {
    int head = 1 + ID_LENGTH + NONCE_LENGTH;
    if (sealed.length() < head || sealed.getByte(0) != VERSION) {
      throw new IOException("This is no sealed part of a snapshot.");
    }
    SnapshotKeys.Keys used =
        keys.withId(sealed.getString(1, 1 + ID_LENGTH))
            .orElseThrow(() -> new IOException("The snapshot was sealed with an unknown key."));
    try {
      byte[] nonce = sealed.getBytes(1 + ID_LENGTH, head);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, used.sealing(), nonce, place);
      return inflate(cipher.doFinal(sealed.getBytes(head, sealed.length())));
    } catch (GeneralSecurityException e) {
      throw new IOException("A part of the snapshot is damaged, or not where it belongs.", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] deflate(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(content);
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail to be written.", e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static byte[] inflate(byte[] content) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }
}
