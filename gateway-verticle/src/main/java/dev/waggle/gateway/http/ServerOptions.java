package dev.waggle.gateway.http;

import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.settings.TlsSettings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;

/** How the gateway's server listens. */
public final class ServerOptions {

  /** Longer than the heartbeats of an idle socket, so that only dead connections are cut. */
  private static final int IDLE_SECONDS = 90;

  private static final int WEB_SOCKET_MESSAGE_LIMIT = 64 * 1024;

  private static final Set<String> TLS_VERSIONS = Set.of("TLSv1.3", "TLSv1.2");

  private ServerOptions() {}

  /** By HTTPS when the settings name a certificate, else by HTTP; HTTP/1.1 both. */
  public static HttpServerOptions of(GatewaySettings settings) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setIdleTimeout(IDLE_SECONDS)
            // With it a connection is not heard of before its first request: see SlowCallers.
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setMaxWebSocketFrameSize(WEB_SOCKET_MESSAGE_LIMIT)
            .setMaxWebSocketMessageSize(WEB_SOCKET_MESSAGE_LIMIT);
    return settings.tls().isOn()
        ? options
            .setSsl(true)
            .setEnabledSecureTransportProtocols(TLS_VERSIONS)
            .setKeyCertOptions(certificate(settings.tls()))
        : options;
  }

  static PemKeyCertOptions certificate(TlsSettings tls) {
    return new PemKeyCertOptions()
        .setCertPath(tls.certificate().toAbsolutePath().toString())
        .setKeyPath(tls.key().toAbsolutePath().toString());
  }
}
