package dev.waggle.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate made at start for web.whatsapp.com and localhost, good for a day's tests and never
 * written to disk. Nobody vouches for it: clients must be told to accept it.
 */
final class SelfSignedCertificate {

  private static final GeneralNames NAMES =
      new GeneralNames(
          new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "web.whatsapp.com"),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
          });
  private static final Duration PAST = Duration.ofDays(1);
  private static final Duration FUTURE = Duration.ofDays(30);

  private SelfSignedCertificate() {}

  /** A new key and certificate; takes some milliseconds. */
  static PemKeyCertOptions create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      return new PemKeyCertOptions()
          .setKeyValue(pem("PRIVATE KEY", keys.getPrivate().getEncoded()))
          .setCertValue(pem("CERTIFICATE", sign(keys).getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
      throw new IllegalStateException("This Java cannot make a certificate; switch TLS off.", e);
    }
  }

  private static X509CertificateHolder sign(KeyPair keys)
      throws OperatorCreationException, CertIOException {
    X500Name name = new X500Name("CN=Stand-in of WhatsApp Web");
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minus(PAST)),
            Date.from(now.plus(FUTURE)),
            name,
            keys.getPublic())
        .addExtension(Extension.subjectAlternativeName, false, NAMES)
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
  }

  private static Buffer pem(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return Buffer.buffer("-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body));
  }
}
