package dev.waggle.gateway.settings;

import dev.waggle.contract.SessionName;
import dev.waggle.settings.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Everything that a gateway node can be told.
 *
 * @param host the address to listen on; {@code 0.0.0.0} is every interface
 * @param port 0 takes a free one
 * @param apiKey what callers show as {@code X-Api-Key}; visible ASCII. Empty only in {@link
 *     #DEFAULT}: a gateway does not start without a key
 * @param allowedOrigins further origins whose pages may call the API and open sockets, such as
 *     {@code https://crm.example.com}; empty means the gateway's own pages only
 * @param bodyLimit the largest request body in bytes
 * @param requestTimeout the longest that a caller waits for an answer
 * @param defaultSession the session that the single-session surfaces speak of
 * @param jwt whose tokens are taken beside keys
 */
public record GatewaySettings(
    String host,
    int port,
    String apiKey,
    List<String> allowedOrigins,
    long bodyLimit,
    Duration requestTimeout,
    String defaultSession,
    JwtSettings jwt,
    SocketSettings sockets,
    LimitSettings limits,
    TlsSettings tls) {

  /** Loopback, port 8080, no key yet. */
  public static final GatewaySettings DEFAULT =
      new GatewaySettings(
          "127.0.0.1",
          8080,
          "",
          List.of(),
          32L * 1024 * 1024,
          Duration.ofSeconds(60),
          "default",
          JwtSettings.OFF,
          SocketSettings.DEFAULT,
          LimitSettings.DEFAULT,
          TlsSettings.NONE);

  public GatewaySettings {
    allowedOrigins = List.copyOf(allowedOrigins);
    Problems problems =
        new Problems()
            .check(!host.isBlank(), "host", "must be an address such as 127.0.0.1 or 0.0.0.0.")
            .range("port", port, 0, 65_535)
            .check(
                apiKey.chars().allMatch(c -> c > ' ' && c < 127),
                "apiKey",
                "must be letters, digits and punctuation without spaces.")
            .range("bodyLimit", bodyLimit, 1_024, 1L << 30)
            .check(
                defaultSession.matches(SessionName.PATTERN),
                "defaultSession",
                "must be a session's name: letters, digits, '_' and '-'.")
            .range("requestTimeout", requestTimeout, Duration.ofMillis(100), Duration.ofMinutes(5));
    for (String origin : allowedOrigins) {
      problems.check(
          isOrigin(origin),
          "allowedOrigins",
          "must hold origins such as https://crm.example.com, not " + origin + ".");
    }
    problems.throwIfAny();
  }

  /** The same with another key. */
  public GatewaySettings withApiKey(String key) {
    return new GatewaySettings(
        host,
        port,
        key,
        allowedOrigins,
        bodyLimit,
        requestTimeout,
        defaultSession,
        jwt,
        sockets,
        limits,
        tls);
  }

  /** The same with other tokens. */
  public GatewaySettings withJwt(JwtSettings tokens) {
    return new GatewaySettings(
        host,
        port,
        apiKey,
        allowedOrigins,
        bodyLimit,
        requestTimeout,
        defaultSession,
        tokens,
        sockets,
        limits,
        tls);
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getScheme() != null
          && uri.getScheme().matches("https?")
          && uri.getHost() != null
          && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Everything but keys and secrets. */
  @Override
  public String toString() {
    return "GatewaySettings[host="
        + host
        + ", port="
        + port
        + ", allowedOrigins="
        + allowedOrigins
        + ", bodyLimit="
        + bodyLimit
        + ", requestTimeout="
        + requestTimeout
        + ", defaultSession="
        + defaultSession
        + ", jwt="
        + jwt
        + ", sockets="
        + sockets
        + ", limits="
        + limits
        + ", tls="
        + tls
        + "]";
  }
}
