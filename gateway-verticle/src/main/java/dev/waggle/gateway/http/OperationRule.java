package dev.waggle.gateway.http;

import dev.waggle.gateway.access.Action;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Who may call an operation: {@code x-waggle-action} in the API document.
 *
 * @param action null for an operation that needs no key
 * @param onDefaultSession whether it is about the default session, which the request does not name:
 *     {@code x-waggle-session: default}
 */
record OperationRule(Action action, boolean onDefaultSession) {

  private static final JsonArray EVERY_SCHEME = new JsonArray().add("as at the top");

  /**
   * What the document says.
   *
   * @throws IllegalStateException when an operation is neither public nor names its action
   */
  static OperationRule of(JsonObject operation) {
    boolean onDefault = "default".equals(operation.getString("x-waggle-session"));
    String action = operation.getString("x-waggle-action");
    // An empty list of schemes opts out of the document's own list.
    if (operation.getJsonArray("security", EVERY_SCHEME).isEmpty()) {
      return new OperationRule(null, onDefault);
    }
    if (action == null) {
      throw new IllegalStateException(
          "Operation " + operation.getString("operationId") + " names no x-waggle-action.");
    }
    return new OperationRule(Action.ofWireName(action), onDefault);
  }

  boolean isPublic() {
    return action == null;
  }
}
