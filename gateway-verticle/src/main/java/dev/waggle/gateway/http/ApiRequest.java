package dev.waggle.gateway.http;

import dev.waggle.contract.SessionName;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.limit.Allowance;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that has shown a key and has the form that the API document asks for. */
public final class ApiRequest {

  private final RoutingContext context;
  private final ValidatedRequest validated;

  private final SessionPlace place;
  private final SessionName defaultSession;

  private ApiRequest(RoutingContext context, SessionPlace place, SessionName defaultSession) {
    this.context = context;
    this.place = place;
    this.defaultSession = defaultSession;
    this.validated = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
  }

  /**
   * The request behind a context.
   *
   * @param place where the operation's requests name their session
   * @param defaultSession the session of those that name none because they are about this one
   */
  static ApiRequest of(RoutingContext context, SessionPlace place, SessionName defaultSession) {
    return new ApiRequest(context, place, defaultSession);
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
   * The session that it is about. It is read from the one place that the document fixes for the
   * operation; other fields and parameters have no say, whatever they are called.
   */
  public Optional<SessionName> sessionIfAny() {
    return switch (place.kind()) {
      case NOWHERE -> Optional.empty();
      case DEFAULT -> Optional.of(defaultSession);
      case PATH -> text(validated.getPathParameters(), place.name()).map(SessionName::of);
      case QUERY -> text(validated.getQuery(), place.name()).map(SessionName::of);
      case BODY -> Optional.ofNullable(body().getString(place.name())).map(SessionName::of);
      case NEW -> displayName().map(DisplayName::sessionName);
    };
  }

  /** What a new session is to be called. */
  Optional<DisplayName> displayName() {
    return place.kind() == SessionPlace.Kind.NEW
        ? Optional.ofNullable(body().getString(place.name())).map(DisplayName::new)
        : Optional.empty();
  }

  /** A path parameter, which the document declares. */
  public String path(String name) {
    return text(validated.getPathParameters(), name).orElseThrow();
  }

  /** A query parameter; empty when it was not given. */
  public Optional<String> query(String name) {
    return text(validated.getQuery(), name);
  }

  /** A query parameter that the document declares as an integer; empty when it was not given. */
  public Optional<Integer> queryNumber(String name) {
    return Optional.ofNullable(validated.getQuery().get(name)).map(RequestParameter::getInteger);
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

  /** Tells the caller what is left of a limit. */
  void show(Allowance left) {
    left.writeTo(context.response().headers());
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
