package dev.waggle.gateway.dialect;

import dev.waggle.gateway.http.Answer;
import dev.waggle.gateway.http.ApiOperation;
import dev.waggle.gateway.http.ApiRequest;
import dev.waggle.gateway.http.Surface;
import dev.waggle.gateway.single.LiveStatus;
import dev.waggle.gateway.single.SingleSession;
import dev.waggle.gateway.single.StatusReader;
import dev.waggle.gateway.ws.ConnectedClients;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * The HTTP side of WhatsApp Web QR Implementation; its WebSocket is in {@link
 * dev.waggle.gateway.ws}.
 */
record QrWeb(SingleSession session, StatusReader statuses, ConnectedClients clients)
    implements Surface {

  @Override
  public Map<String, ApiOperation> operations() {
    return Map.of(
        "qrWebStatus", this::status,
        "qrWebInit", this::init,
        "qrWebDisconnect", this::disconnect,
        "qrWebSend", this::send,
        "qrWebResetSession", this::reset);
  }

  private Future<Answer> status(ApiRequest request) {
    return Future.all(statuses.read(request.session()), clients.count())
        .map(both -> Answer.ok(view(both.resultAt(0), both.resultAt(1))));
  }

  private static JsonObject view(LiveStatus live, int clients) {
    return new JsonObject()
        .put("authenticated", live.isWorking())
        .put("connecting", live.isConnecting())
        .put("hasQR", live.qr().isPresent())
        .put("connectedClients", clients);
  }

  private Future<Answer> init(ApiRequest request) {
    return session
        .start(request.session())
        .map(started -> Envelope.done("WhatsApp is starting, if it was not running already."));
  }

  private Future<Answer> disconnect(ApiRequest request) {
    return session
        .stop(request.session())
        .map(stopped -> Envelope.done("WhatsApp is disconnected; the account stays linked."));
  }

  private Future<Answer> send(ApiRequest request) {
    JsonObject body = request.body();
    return session
        .send(request.session(), body.getString("phone"), body.getString("message"))
        .map(sent -> Envelope.done("The message was sent."));
  }

  private Future<Answer> reset(ApiRequest request) {
    return session
        .reset(request.session())
        .map(started -> Envelope.done("The session was reset; a new QR is on its way."));
  }
}
