package dev.waggle.gateway.sockets;

import dev.waggle.contract.Wire;
import io.vertx.core.json.JsonObject;

/** Something to tell a client, in the words of one surface: an event's name and its data. */
record Told(String event, JsonObject data) {

  static Told of(String event, Record data) {
    return new Told(event, Wire.write(data));
  }
}
