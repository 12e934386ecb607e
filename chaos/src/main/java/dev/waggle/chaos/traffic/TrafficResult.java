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

  public int sends() {
    return chats.stream().mapToInt(chat -> chat.sent().size()).sum();
  }

  public int repeats() {
    return chats.stream().mapToInt(ChatResult::repeats).sum();
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
    return incoming.stream().filter(message -> message.events().size() > 1).count();
  }
}
