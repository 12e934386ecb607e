package dev.waggle.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where callers put their key. */
public final class Credentials {

  /** The header that carries a key, in requests and in the envelopes of socket messages. */
  public static final String HEADER = "X-Api-Key";

  /** The query parameter for socket clients that can set no header on their handshake. */
  public static final String QUERY_PARAMETER = "x-api-key";

  private static final String BEARER = "bearer ";

  private Credentials() {}

  /** The key in a request's headers: {@code X-Api-Key}, else {@code Authorization: Bearer}. */
  public static Optional<String> inHeaders(HttpServerRequest request) {
    return find(request::getHeader);
  }

  /** The key of a socket's handshake, where the query may carry it too. */
  public static Optional<String> inHandshake(HttpServerRequest request) {
    return inHeaders(request).or(() -> Optional.ofNullable(request.getParam(QUERY_PARAMETER)));
  }

  /** The key in the envelope of a socket message: its {@code headers}, named as in HTTP. */
  public static Optional<String> inEnvelope(JsonObject envelope) {
    return envelope.getValue("headers") instanceof JsonObject headers
        ? find(name -> ignoringCase(headers, name))
        : Optional.empty();
  }

  private static Optional<String> find(Function<String, String> headers) {
    return Optional.ofNullable(headers.apply(HEADER))
        .or(() -> Optional.ofNullable(headers.apply("Authorization")).flatMap(Credentials::bearer));
  }

  private static Optional<String> bearer(String authorization) {
    return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static String ignoringCase(JsonObject headers, String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }
}
