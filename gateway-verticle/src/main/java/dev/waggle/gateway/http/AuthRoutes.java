package dev.waggle.gateway.http;

import dev.waggle.contract.PairingCode;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;

/** Linking a session to an account, by QR or by pairing code. */
record AuthRoutes(SessionClient sessions) {

  private static final String JSON = "application/json";
  private static final String PNG = "image/png";
  private static final String TEXT = "text/plain";

  Map<String, ApiOperation> operations() {
    return Map.of("getQr", this::qr, "requestCode", this::requestCode);
  }

  private Future<Answer> qr(ApiRequest request) {
    return sessions.qr(request.session()).map(qr -> render(qr, request));
  }

  private static Answer render(QrCode qr, ApiRequest request) {
    return switch (request.query("format").orElse("image")) {
      case "raw" ->
          request.prefers(TEXT, JSON)
              ? Answer.text(qr.urlCode())
              : Answer.ok(new JsonObject().put("value", qr.urlCode()));
      case "ascii" -> Answer.text(qr.ascii());
      case "json" -> Answer.ok(Wire.write(qr));
      default -> image(qr, request.prefers(JSON, PNG));
    };
  }

  private static Answer image(QrCode qr, boolean asJson) {
    String base64 = qr.base64().substring(qr.base64().indexOf(',') + 1);
    return asJson
        ? Answer.ok(new JsonObject().put("mimetype", PNG).put("data", base64))
        : Answer.png(Base64.getDecoder().decode(base64));
  }

  private Future<Answer> requestCode(ApiRequest request) {
    String phone = PhoneNumber.parse(request.body().getString("phoneNumber"));
    return sessions
        .requestPairingCode(request.session(), phone)
        .map((PairingCode code) -> Answer.ok(Wire.write(code)));
  }
}
