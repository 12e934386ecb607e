package dev.waggle.gateway.http;

import dev.waggle.gateway.access.Action;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What the API document says of an operation beside its form: who may call it ({@code
 * x-waggle-action}), what it is about, and how its failures look.
 *
 * @param action null for an operation that needs no key
 * @param onDefaultSession whether it is about the default session, which the request does not name:
 *     {@code x-waggle-session: default}
 * @param inEnvelope whether its answers, and so its failures too, carry {@code success} and {@code
 *     message}: {@code x-waggle-envelope: success}
 */
record OperationRule(Action action, boolean onDefaultSession, boolean inEnvelope) {

  private static final JsonArray EVERY_SCHEME = new JsonArray().add("as at the top");

  /**
   * What the document says.
   *
   * @throws IllegalStateException when an operation is neither public nor names its action
   */
  static OperationRule of(JsonObject operation) {
    boolean onDefault = "default".equals(operation.getString("x-waggle-session"));
    boolean inEnvelope = "success".equals(operation.getString("x-waggle-envelope"));
    String action = operation.getString("x-waggle-action");
    // An empty list of schemes opts out of the document's own list.
    if (operation.getJsonArray("security", EVERY_SCHEME).isEmpty()) {
      return new OperationRule(null, onDefault, inEnvelope);
    }
    if (action == null) {
      throw new IllegalStateException(
          "Operation " + operation.getString("operationId") + " names no x-waggle-action.");
    }
    return new OperationRule(Action.ofWireName(action), onDefault, inEnvelope);
  }

  boolean isPublic() {
    return action == null;
  }
}
