package dev.waggle.gateway.settings;

import dev.waggle.settings.Problems;
import java.nio.file.Path;

/**
 * HTTPS in place of HTTP: both files, or neither.
 *
 * @param certificate a PEM file with the server's certificate and those above it; null for HTTP
 * @param key its private key, PKCS#8 in PEM; readable by its owner alone
 */
public record TlsSettings(Path certificate, Path key) {

  /** Plain HTTP. */
  public static final TlsSettings NONE = new TlsSettings(null, null);

  public TlsSettings {
    new Problems()
        .check(
            (certificate == null) == (key == null),
            certificate == null ? "certificate" : "key",
            "is missing: give the certificate and the key, or neither.")
        .readable("certificate", certificate)
        .secretFile("key", key)
        .throwIfAny();
  }

  /** Whether the gateway speaks HTTPS. */
  public boolean isOn() {
    return certificate != null;
  }
}
