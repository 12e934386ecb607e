package dev.waggle.gateway.http;

import dev.waggle.contract.SessionName;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A request that has shown a key and has the form that the API document asks for. */
public final class ApiRequest {

  private final RoutingContext context;
  private final ValidatedRequest validated;

  private final SessionName defaultSession;

  private ApiRequest(RoutingContext context, SessionName defaultSession) {
    this.context = context;
    this.defaultSession = defaultSession;
    this.validated = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
  }

  /**
   * The request behind a context.
   *
   * @param defaultSession the session that it is about without naming it; null when it names one
   */
  static ApiRequest of(RoutingContext context, SessionName defaultSession) {
    return new ApiRequest(context, defaultSession);
  }

  /** Who asks; null where the document needs no key. */
  public Principal principal() {
    return ApiKeyHandler.principalOf(context);
  }

  /** The session that it is about, which the document requires. */
  public SessionName session() {
    return sessionIfAny().orElseThrow();
  }

  /**
   * The default session where the operation is about that; else the one in the path, the query or
   * the body, where a new one is called {@code name}.
   */
  public Optional<SessionName> sessionIfAny() {
    if (defaultSession != null) {
      return Optional.of(defaultSession);
    }
    return Stream.of(
            text(validated.getPathParameters(), "session"),
            text(validated.getQuery(), "session"),
            Optional.ofNullable(body().getString("session")))
        .flatMap(Optional::stream)
        .findFirst()
        .map(SessionName::of)
        .or(() -> displayName().map(DisplayName::sessionName));
  }

  /** What a new session is to be called. */
  Optional<DisplayName> displayName() {
    return Optional.ofNullable(body().getString("name")).map(DisplayName::new);
  }

  /** A query parameter; empty when it was not given. */
  public Optional<String> query(String name) {
    return text(validated.getQuery(), name);
  }

  /** The body; empty without one. */
  public JsonObject body() {
    RequestParameter body = validated.getBody();
    return body != null && body.isJsonObject() ? body.getJsonObject() : new JsonObject();
  }

  /** Whether the client's Accept header puts this type before the usual one. */
  public boolean prefers(String type, String usual) {
    List<MIMEHeader> wishes = context.parsedHeaders().accept();
    return wishes.stream()
        .map(ApiRequest::name)
        .filter(n -> fits(n, type) || fits(n, usual))
        .findFirst()
        .filter(first -> fits(first, type) && !fits(first, usual))
        .isPresent();
  }

  private static String name(MIMEHeader wish) {
    return wish.component() + "/" + wish.subComponent();
  }

  private static boolean fits(String wish, String type) {
    String family = type.substring(0, type.indexOf('/'));
    return wish.equals(type) || wish.equals("*/*") || wish.equals(family + "/*");
  }

  private static Optional<String> text(Map<String, RequestParameter> parameters, String name) {
    return Optional.ofNullable(parameters.get(name)).map(RequestParameter::getString);
  }
}
