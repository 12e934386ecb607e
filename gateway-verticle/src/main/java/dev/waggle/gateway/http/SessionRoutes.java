package dev.waggle.gateway.http;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.Action;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sessions and their lives. */
record SessionRoutes(SessionClient sessions, AccessPolicy policy) {

  Map<String, ApiOperation> operations() {
    return Map.of(
        "listSessions", this::list,
        "createSession", this::create,
        "getSession", on(sessions::get),
        "updateSession", this::update,
        "deleteSession", this::delete,
        "startSession", on(sessions::start),
        "stopSession", on(sessions::stop),
        "restartSession", on(sessions::restart),
        "logoutSession", on(sessions::logout),
        "resetSession", on(sessions::reset));
  }

  private Future<Answer> list(ApiRequest request) {
    return sessions.list().map(all -> Answer.ok(visible(all, request)));
  }

  private JsonArray visible(List<SessionInfo> all, ApiRequest request) {
    JsonArray array = new JsonArray();
    all.stream()
        .filter(
            session -> policy.allows(request.principal(), Action.READ, Optional.of(session.name())))
        .map(SessionView::of)
        .forEach(array::add);
    return array;
  }

  private Future<Answer> create(ApiRequest request) {
    boolean start = request.body().getBoolean("start", true);
    SessionConfig config = request.displayName().orElseThrow().keptIn(config(request));
    return sessions
        .create(request.session(), start, config)
        .map(session -> Answer.created(SessionView.of(session)));
  }

  private Future<Answer> update(ApiRequest request) {
    return sessions
        .update(request.session(), config(request))
        .map(session -> Answer.ok(SessionView.of(session)));
  }

  private Future<Answer> delete(ApiRequest request) {
    return sessions.delete(request.session()).map(gone -> Answer.noContent());
  }

  private static ApiOperation on(Function<SessionName, Future<SessionInfo>> command) {
    return request ->
        command.apply(request.session()).map(session -> Answer.ok(SessionView.of(session)));
  }

  private static SessionConfig config(ApiRequest request) {
    JsonObject config = request.body().getJsonObject("config");
    return config == null ? SessionConfig.DEFAULT : Wire.read(config, SessionConfig.class);
  }
}
