package dev.waggle.gateway.http;

import dev.waggle.contract.ApiKey;
import dev.waggle.contract.KeyClient;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.NewKey;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** Keys: made, listed, revoked. */
record KeyRoutes(KeyClient keys) {

  Map<String, ApiOperation> operations() {
    return Map.of("createKey", this::create, "listKeys", this::list, "revokeKey", this::revoke);
  }

  private Future<Answer> create(ApiRequest request) {
    JsonObject body = request.body();
    Long seconds = body.getLong("expiresInSeconds");
    return keys.create(
            body.getString("name"),
            Wire.read(body, KeyScope.class),
            seconds == null ? null : Duration.ofSeconds(seconds))
        .map((NewKey made) -> Answer.created(render(made.info()).put("key", made.key())));
  }

  private Future<Answer> list(ApiRequest request) {
    return keys.list()
        .map(all -> Answer.ok(new JsonArray(all.stream().map(KeyRoutes::render).toList())));
  }

  private Future<Answer> revoke(ApiRequest request) {
    return keys.revoke(request.path("id")).map(gone -> Answer.noContent());
  }

  /** In one level, as it was asked for. */
  private static JsonObject render(ApiKey key) {
    JsonObject json = Wire.write(key);
    json.remove("scope");
    return json.mergeIn(Wire.write(key.scope()));
  }
}
