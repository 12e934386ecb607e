package dev.waggle.launcher;

import dev.waggle.settings.Problems;
import java.nio.file.Path;

/**
 * TLS on the event bus, where each side shows a certificate: all three files, or none.
 *
 * @param certificate a PEM file with this node's certificate and those above it
 * @param key its private key, PKCS#8 in PEM; readable by its owner alone
 * @param trust a PEM file with the certificates that other nodes' must be signed by
 */
public record ClusterTlsSettings(Path certificate, Path key, Path trust) {

  /** No TLS. */
  public static final ClusterTlsSettings NONE = new ClusterTlsSettings(null, null, null);

  public ClusterTlsSettings {
    boolean some = certificate != null || key != null || trust != null;
    Problems problems = new Problems();
    given(problems, some, "certificate", certificate);
    given(problems, some, "key", key);
    given(problems, some, "trust", trust);
    problems
        .readable("certificate", certificate)
        .secretFile("key", key)
        .readable("trust", trust)
        .throwIfAny();
  }

  private static void given(Problems problems, boolean some, String name, Path file) {
    problems.check(
        !some || file != null,
        name,
        "is missing: give the certificate, the key and the trust, or none of them.");
  }

  /** Whether the event bus speaks TLS. */
  public boolean isOn() {
    return certificate != null;
  }
}
