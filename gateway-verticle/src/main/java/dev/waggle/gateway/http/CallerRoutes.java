package dev.waggle.gateway.http;

import dev.waggle.contract.SessionName;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who calls: what a page asks so that it offers only what the key is good for. */
final class CallerRoutes {

  Map<String, ApiOperation> operations() {
    return Map.of("getMe", request -> Future.succeededFuture(Answer.ok(me(request.principal()))));
  }

  private static JsonObject me(Principal who) {
    return new JsonObject()
        .put("name", who.name())
        .put("role", who.role().name().toLowerCase(Locale.ROOT))
        .put("sessions", sorted(who.sessions(), SessionName::value))
        .put("actions", sorted(actions(who), Action::wireName));
  }

  private static Set<Action> actions(Principal who) {
    return who.isAdmin() ? Set.of(Action.values()) : who.actions();
  }

  private static <T> JsonArray sorted(Collection<T> values, Function<T, String> spelling) {
    return new JsonArray(values.stream().map(spelling).sorted().toList());
  }
}
