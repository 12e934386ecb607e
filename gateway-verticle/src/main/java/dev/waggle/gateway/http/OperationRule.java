package dev.waggle.gateway.http;

import dev.waggle.gateway.access.Action;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What the API document says of an operation beside its form: who may call it ({@code
 * x-waggle-action}), what it is about, what it counts as, and how its failures look.
 *
 * @param action null for an operation that needs no key
 * @param countedAs what limits take it for: the action, unless {@code x-waggle-counts-as} says
 *     otherwise of one that only administrators may call
 * @param session where its requests name the session that they are about
 * @param inEnvelope whether its answers, and so its failures too, carry {@code success} and {@code
 *     message}: {@code x-waggle-envelope: success}
 */
record OperationRule(Action action, Action countedAs, SessionPlace session, boolean inEnvelope) {

  private static final JsonArray EVERY_SCHEME = new JsonArray().add("as at the top");

  /**
   * What the document says.
   *
   * @throws IllegalStateException when an operation is neither public nor names its action, or
   *     names its session in two places
   */
  static OperationRule of(JsonObject path, JsonObject operation, SchemaLocator schemas) {
    SessionPlace session = SessionPlace.of(path, operation, schemas);
    boolean inEnvelope = "success".equals(operation.getString("x-waggle-envelope"));
    String action = operation.getString("x-waggle-action");
    // An empty list of schemes opts out of the document's own list.
    if (operation.getJsonArray("security", EVERY_SCHEME).isEmpty()) {
      return new OperationRule(null, null, session, inEnvelope);
    }
    if (action == null) {
      throw new IllegalStateException(
          "Operation " + operation.getString("operationId") + " names no x-waggle-action.");
    }
    String counted = operation.getString("x-waggle-counts-as", action);
    return new OperationRule(
        Action.ofWireName(action), Action.ofWireName(counted), session, inEnvelope);
  }

  boolean isPublic() {
    return action == null;
  }
}
