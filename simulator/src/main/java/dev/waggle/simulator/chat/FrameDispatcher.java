package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Refusal;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads frames and hands each to the method that answers its type. */
final class FrameDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(FrameDispatcher.class);

  private final Map<String, BiConsumer<ChatSocket, JsonObject>> handlers = new HashMap<>();

  FrameDispatcher(
      Linking linking,
      Login login,
      Departures departures,
      Modals modals,
      Conversation conversation) {
    handlers.put("register", linking::register);
    handlers.put("refresh-refs", linking::refresh);
    handlers.put("ref-shown", linking::shown);
    handlers.put("link-code", linking::linkCode);
    handlers.put("login", login::logIn);
    handlers.put("logout", departures::logOut);
    handlers.put("modal-dismissed", modals::dismissed);
    handlers.put("send", conversation::send);
    handlers.put("received", conversation::received);
    handlers.put("read", conversation::read);
    handlers.put("receipt-received", conversation::receiptReceived);
    handlers.put("exists", conversation::exists);
    handlers.put("ping", (socket, frame) -> socket.reply(frame, new JsonObject()));
  }

  void dispatch(ChatSocket socket, String text) {
    JsonObject frame;
    try {
      frame = new JsonObject(text);
    } catch (DecodeException e) {
      LOG.warn("A page sent a frame that is no JSON object; it is left aside");
      return;
    }
    try {
      handle(socket, frame);
    } catch (Refusal refusal) {
      refuse(socket, frame, refusal);
    }
  }

  private void handle(ChatSocket socket, JsonObject frame) {
    BiConsumer<ChatSocket, JsonObject> handler = handlers.get(frame.getValue("type"));
    if (handler == null) {
      throw new Refusal(400, "There is no frame of that type.");
    }
    handler.accept(socket, frame);
  }

  private static void refuse(ChatSocket socket, JsonObject frame, Refusal refusal) {
    if (frame.containsKey("id")) {
      socket.refuse(frame, refusal);
    } else {
      LOG.warn("A one-way frame was refused: {}", refusal.getMessage());
    }
  }
}
