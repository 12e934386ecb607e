package dev.waggle.chaos.traffic;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.standin.Phone;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A caller that writes numbered texts from a session to one phone, each after the one before was
 * answered, and repeats what failed under the same message id. Runs on a thread of its own.
 */
final class OutgoingChat implements Runnable {

  private final String session;
  private final int number;
  private final Phone customer;
  private final List<SessionApi> gateways;
  private final Pace pace;
  private final Refusals refusals;
  private final List<Outgoing> sent = new ArrayList<>();

  OutgoingChat(
      String session,
      int number,
      Phone customer,
      List<SessionApi> gateways,
      Pace pace,
      Refusals refusals) {
    this.session = session;
    this.number = number;
    this.customer = customer;
    this.gateways = gateways;
    this.pace = pace;
    this.refusals = refusals;
  }

  /** What the texts of a session begin with. */
  static String mark(String session) {
    return "out " + session + " ";
  }

  @Override
  public void run() {
    while (pace.goesOn()) {
      int count = sent.size() + 1;
      Outgoing message = new Outgoing(id(count), mark(session) + count);
      synchronized (sent) {
        sent.add(message);
      }
      while (!isAnswered(message) && pace.mayStillTry()) {
        pace.rest(Duration.ofMillis(500));
      }
      pace.rest(pace.between());
    }
  }

  String session() {
    return session;
  }

  Phone customer() {
    return customer;
  }

  /** Everything so far, in the order of the texts. */
  List<Outgoing> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  private boolean isAnswered(Outgoing message) {
    message.attempted();
    try {
      Json.Answer answer = gateway(message).http().post("/api/sendText", body(message));
      if (answer.status() / 100 == 2) {
        message.answered(Instant.now());
        return true;
      }
      message.refused(refusals.note(session, answer));
    } catch (UncheckedIOException e) {
      message.refused(refusals.note(e.getCause()));
    }
    return false;
  }

  /** Whoever was refused by one gateway asks the other. */
  private SessionApi gateway(Outgoing message) {
    return gateways.get((number + sent.size() + message.attempts()) % gateways.size());
  }

  private JsonObject body(Outgoing message) {
    return new JsonObject()
        .put("session", session)
        .put("chatId", customer.number())
        .put("text", message.text())
        .put("messageId", message.id());
  }

  private String id(int count) {
    return "3EB0%08X%08X".formatted(number, count);
  }
}
