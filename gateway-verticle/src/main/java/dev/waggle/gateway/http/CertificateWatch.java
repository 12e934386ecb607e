package dev.waggle.gateway.http;

import dev.waggle.gateway.settings.TlsSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the server a new certificate when its files change, without a restart: certificates are
 * renewed every few weeks by programs that know nothing of us. One that cannot be used leaves the
 * old one in place and is tried again, because the other file may still be on its way.
 */
public final class CertificateWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private final Vertx vertx;
  private final HttpServer server;
  private final TlsSettings tls;
  private String used;
  private String refused = "";

  private CertificateWatch(Vertx vertx, HttpServer server, TlsSettings tls) {
    this.vertx = vertx;
    this.server = server;
    this.tls = tls;
  }

  /**
   * Looks at the files at intervals, for as long as the calling verticle is deployed.
   *
   * @return completes after the first look, against which later ones are held
   */
  public static Future<Void> start(
      Vertx vertx, HttpServer server, TlsSettings tls, Duration interval) {
    CertificateWatch watch = new CertificateWatch(vertx, server, tls);
    return watch
        .state()
        .onSuccess(
            now -> {
              watch.used = now;
              vertx.setPeriodic(
                  interval.toMillis(), tick -> watch.state().onSuccess(watch::compare));
            })
        .mapEmpty();
  }

  private void compare(String now) {
    if (now.equals(used)) {
      return;
    }
    server
        .updateSSLOptions(
            new ServerSSLOptions().setKeyCertOptions(ServerOptions.certificate(tls)), true)
        .onSuccess(
            done -> {
              used = now;
              LOG.info("certificate={} read again", tls.certificate());
            })
        .onFailure(failure -> tell(now, failure));
  }

  /** Once for each state of the files. */
  private void tell(String now, Throwable failure) {
    if (!now.equals(refused)) {
      refused = now;
      LOG.warn(
          "certificate={} cannot be used, the old one stays: {}",
          tls.certificate(),
          failure.toString());
    }
  }

  private Future<String> state() {
    Future<FileProps> certificate = vertx.fileSystem().props(tls.certificate().toString());
    Future<FileProps> key = vertx.fileSystem().props(tls.key().toString());
    return Future.all(certificate, key)
        .map(both -> text(certificate.result()) + " " + text(key.result()));
  }

  private static String text(FileProps file) {
    return file.lastModifiedTime() + "/" + file.size();
  }
}
