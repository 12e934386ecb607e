package dev.waggle.gateway.dialect;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.http.Answer;
import dev.waggle.gateway.http.ApiOperation;
import dev.waggle.gateway.http.ApiRequest;
import dev.waggle.gateway.http.Surface;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The QR Code Usage Guide: any number of devices, asked for their state by polling.
 *
 * @param observers asks owners for what is true now, and has a short patience: an owner that does
 *     not answer in it is one that cannot vouch for its session
 */
record Devices(SessionClient sessions, SessionClient observers, AccessPolicy policy)
    implements Surface {

  @Override
  public Map<String, ApiOperation> operations() {
    return Map.of(
        "startDevice", this::start,
        "getDeviceStatus", this::status,
        "listDevices", this::list,
        "removeDevice", this::remove,
        "sendFromDevice", this::send);
  }

  private Future<Answer> start(ApiRequest request) {
    return sessions
        .createOrStart(request.session())
        .compose(info -> info.status().isRunning() ? now(info) : justRegistered(info))
        .map(view -> Answer.ok(started(request.session(), view)));
  }

  private Future<Answer> status(ApiRequest request) {
    return observed(request.session())
        .recover(silent -> sessions.get(request.session()).map(DeviceView::of))
        .map(view -> Answer.ok(view.toJson()));
  }

  private Future<Answer> list(ApiRequest request) {
    return sessions
        .list()
        .map(all -> all.stream().filter(info -> mayRead(request.principal(), info)).toList())
        .compose(this::views)
        .map(Answer::ok);
  }

  private Future<Answer> remove(ApiRequest request) {
    return sessions.delete(request.session()).map(gone -> Answer.ok(removed(request.session())));
  }

  private Future<Answer> send(ApiRequest request) {
    JsonObject body = request.body();
    String to = ChatId.parse(body.getString("to")).value();
    return sessions
        .sendText(request.session(), to, body.getString("message"))
        .map(message -> Answer.ok(sent(request.session(), message)));
  }

  private boolean mayRead(Principal who, SessionInfo info) {
    return policy.allows(who, Action.READ, Optional.of(info.name()));
  }

  /** All owners are asked at once, so that the slowest alone is waited for. */
  private Future<JsonObject> views(List<SessionInfo> infos) {
    List<Future<DeviceView>> views = infos.stream().map(this::now).toList();
    return Future.all(views)
        .map(
            done -> {
              JsonObject byDevice = new JsonObject();
              for (int i = 0; i < infos.size(); i++) {
                byDevice.put(infos.get(i).name().value(), views.get(i).result().toJson());
              }
              return byDevice;
            });
  }

  private Future<DeviceView> now(SessionInfo info) {
    return info.status().isRunning()
        ? observed(info.name()).otherwise(silent -> DeviceView.of(info))
        : Future.succeededFuture(DeviceView.of(info));
  }

  private Future<DeviceView> observed(SessionName session) {
    return observers.observe(session).map(DeviceView::of);
  }

  /** It is wanted and starts as soon as a node has room, whatever was written of it before. */
  private static Future<DeviceView> justRegistered(SessionInfo info) {
    return Future.succeededFuture(new DeviceView(DeviceStatus.STARTING, null, info.statusSince()));
  }

  private static JsonObject started(SessionName device, DeviceView view) {
    return new JsonObject()
        .put("status", startedAs(view.status()).wireName())
        .put("device", device.value());
  }

  /** A start is said to be under way until the device is linked, whatever the page shows by now. */
  private static DeviceStatus startedAs(DeviceStatus status) {
    return status == DeviceStatus.CONNECTED ? status : DeviceStatus.STARTING;
  }

  private static JsonObject removed(SessionName device) {
    return new JsonObject()
        .put("status", "removed")
        .put("device", device.value())
        .put("message", "Device " + device + " is removed, and its profile is erased.");
  }

  private static JsonObject sent(SessionName device, MessageSent message) {
    return new JsonObject()
        .put("success", true)
        .put("status", "sent")
        .put("device", device.value())
        .put("messageId", message.id())
        .put("to", message.chatId())
        .put("timestamp", message.timestamp());
  }
}
