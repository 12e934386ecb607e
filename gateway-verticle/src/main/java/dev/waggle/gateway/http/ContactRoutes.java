package dev.waggle.gateway.http;

import dev.waggle.contract.NumberStatus;
import dev.waggle.contract.SessionClient;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What WhatsApp knows of a number, in WAHA's words. */
record ContactRoutes(SessionClient sessions) {

  Map<String, ApiOperation> operations() {
    return Map.of("checkExists", this::checkExists);
  }

  private Future<Answer> checkExists(ApiRequest request) {
    String phone = PhoneNumber.parse(request.query("phone").orElseThrow());
    return sessions.checkExists(request.session(), phone).map(ContactRoutes::render);
  }

  private static Answer render(NumberStatus status) {
    JsonObject json = new JsonObject().put("numberExists", status.exists());
    if (status.chatId() != null) {
      json.put("chatId", status.chatId());
    }
    return Answer.ok(json);
  }
}
