package dev.waggle.chaos.traffic;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What came of all messages.
 *
 * @param incoming what phones wrote, oldest first
 * @param refusals how often callers were refused, by code
 * @param refusedForGood those with a code that tells callers not to try again
 */
public record TrafficResult(
    List<ChatResult> chats,
    List<Incoming> incoming,
    Map<String, Integer> refusals,
    List<String> refusedForGood) {

  /** Of a run that came to nothing. */
  public static final TrafficResult NONE =
      new TrafficResult(List.of(), List.of(), Map.of(), List.of());

  /** How many messages callers wanted sent. */
  public int sends() {
    return chats.stream().mapToInt(chat -> chat.sent().size()).sum();
  }

  /** How many of them were answered with success. */
  public int answered() {
    return chats.stream().mapToInt(chat -> chat.answered().size()).sum();
  }

  /** The same of one session. */
  public int answered(String session) {
    return chats.stream()
        .filter(chat -> chat.session().equals(session))
        .mapToInt(chat -> chat.answered().size())
        .sum();
  }

  /** How many were asked for more than once. */
  public long repeated() {
    return chats.stream().mapToLong(ChatResult::repeated).sum();
  }

  /** How many the phones have. */
  public int delivered() {
    return chats.stream().mapToInt(chat -> chat.delivered().size()).sum();
  }

  /** How many messages phones wrote to a session. */
  public long written(String session) {
    return incoming.stream().filter(message -> message.session().equals(session)).count();
  }

  /** One kind of finding over all chats, each with its session. */
  public List<String> over(Function<ChatResult, List<?>> findings) {
    return chats.stream()
        .flatMap(chat -> findings.apply(chat).stream().map(each -> chat.session() + ": " + each))
        .toList();
  }

  /** Written by a phone and told to nobody. */
  public List<Incoming> unheard() {
    return incoming.stream().filter(message -> !message.isHeard()).toList();
  }

  /** How many came more than once. */
  public long heardAgain() {
    return incoming.stream().filter(message -> message.hearings().size() > 1).count();
  }

  /** How many arrived unwatched and were told when somebody watched again. */
  public long reconciled() {
    return incoming.stream().filter(Incoming::isReconciled).count();
  }
}
