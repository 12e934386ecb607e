package dev.waggle.gateway.sockjs;

import dev.waggle.contract.ErrorCode;
import io.vertx.core.json.JsonObject;

/** A failure in the bridge's protocol, as its clients hand it to whoever they serve. */
final class BridgeError {

  private BridgeError() {}

  /**
   * The frame's text.
   *
   * @param address whose handlers are to be told; null tells the client's error handler
   */
  static String frame(String address, ErrorCode code, String sentence) {
    JsonObject frame = new JsonObject().put("type", "err");
    if (address != null) {
      frame.put("address", address);
    }
    return frame
        .put("failureCode", code.busCode())
        .put("failureType", "RECIPIENT_FAILURE")
        .put("code", code.wireName())
        .put("message", sentence)
        .encode();
  }
}
