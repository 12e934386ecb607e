package dev.waggle.chaos.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came of the messages of one session, as tests need it. */
public final class Traffics {

  public static final String SESSION = "s01";

  private static final Instant WRITTEN = Instant.EPOCH;

  private Traffics() {}

  /** Two sends and one inbound message, as they should be. */
  public static TrafficResult sound() {
    return of(List.of(first(), second()), heard());
  }

  /** Two sends, and what the phone has of them; one inbound message as it should be. */
  public static TrafficResult delivering(Delivered... delivered) {
    return of(List.of(delivered), heard());
  }

  /** Two sends as they should be, and an inbound message that was told as often as said. */
  public static TrafficResult hearing(Hearing... hearings) {
    return of(
        List.of(first(), second()),
        List.of(new Incoming(SESSION, "in s01 1", WRITTEN, List.of(hearings))));
  }

  /** The same sends, the second of which was never answered. */
  public static TrafficResult unanswered() {
    Outgoing silent = sent("B", "two");
    silent.attempted();
    silent.refused("HTTP 504 timeout");
    return new TrafficResult(
        List.of(
            new ChatResult(SESSION, List.of(answered("A", "one", 1), silent), List.of(first()))),
        heard(),
        Map.of("timeout", 1),
        List.of());
  }

  /** As it should be, but for a refusal that told a caller not to try again. */
  public static TrafficResult refusedForGood() {
    TrafficResult sound = sound();
    return new TrafficResult(
        sound.chats(), sound.incoming(), Map.of("wrong-state", 1), List.of("1 times wrong-state"));
  }

  /** The first message as it should arrive. */
  public static Delivered first() {
    return new Delivered("A", "one");
  }

  /** The second message as it should arrive. */
  public static Delivered second() {
    return new Delivered("B", "two");
  }

  /** Told so many seconds after it was written. */
  public static Hearing after(int seconds) {
    return new Hearing("event", "node", 1, WRITTEN.plusSeconds(seconds));
  }

  private static TrafficResult of(List<Delivered> delivered, List<Incoming> incoming) {
    List<Outgoing> sent = List.of(answered("A", "one", 1), answered("B", "two", 10));
    return new TrafficResult(
        List.of(new ChatResult(SESSION, sent, delivered)), incoming, Map.of(), List.of());
  }

  private static List<Incoming> heard() {
    return List.of(new Incoming(SESSION, "in s01 1", WRITTEN, List.of(after(0))));
  }

  private static Outgoing answered(String id, String text, int second) {
    Outgoing message = sent(id, text);
    message.attempted();
    message.answered(WRITTEN.plusSeconds(second));
    return message;
  }

  private static Outgoing sent(String id, String text) {
    return new Outgoing(id, text);
  }
}
