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

  /** How many moves are told when nobody says how many. */
  private static final int USUAL_HISTORY = 20;

  Map<String, ApiOperation> operations() {
    return Map.ofEntries(
        Map.entry("listSessions", this::list),
        Map.entry("createSession", this::create),
        Map.entry("getSession", on(sessions::get)),
        Map.entry("getSessionHistory", this::history),
        Map.entry("updateSession", this::update),
        Map.entry("deleteSession", this::delete),
        Map.entry("startSession", on(sessions::start)),
        Map.entry("stopSession", on(sessions::stop)),
        Map.entry("restartSession", on(sessions::restart)),
        Map.entry("logoutSession", on(sessions::logout)),
        Map.entry("resetSession", on(sessions::reset)));
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

  private Future<Answer> history(ApiRequest request) {
    int limit = request.queryNumber("limit").orElse(USUAL_HISTORY);
    return sessions
        .history(request.session(), limit)
        .map(moves -> Answer.ok(new JsonArray(moves.stream().map(Wire::write).toList())));
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
