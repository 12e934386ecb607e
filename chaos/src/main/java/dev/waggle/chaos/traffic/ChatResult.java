package dev.waggle.chaos.traffic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What callers were told about one chat, and what its phone has.
 *
 * @param delivered the texts on the phone, in the order of their arrival
 */
public record ChatResult(String session, List<Outgoing> sent, List<String> delivered) {

  static ChatResult of(OutgoingChat chat) {
    String mark = "out " + chat.session() + " ";
    List<String> texts =
        chat.customer().texts().stream().filter(text -> text.startsWith(mark)).toList();
    return new ChatResult(chat.session(), chat.sent(), texts);
  }

  /** Answered with success, and not on the phone. */
  public List<Outgoing> lost() {
    return sent.stream()
        .filter(message -> message.answeredAt().isPresent())
        .filter(message -> !delivered.contains(message.text()))
        .toList();
  }

  /** On the phone more than once, whatever the caller was told. */
  public List<Outgoing> doubled() {
    Map<String, Long> counts =
        delivered.stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return sent.stream().filter(message -> counts.getOrDefault(message.text(), 0L) > 1).toList();
  }

  /** Never answered with success, however often it was repeated. */
  public List<Outgoing> unanswered() {
    return sent.stream().filter(message -> message.answeredAt().isEmpty()).toList();
  }

  /** The texts that came later than one that was written after them. */
  public List<String> outOfOrder() {
    List<String> order = sent.stream().map(Outgoing::text).toList();
    List<String> late = new ArrayList<>();
    int highest = -1;
    for (String text : new LinkedHashSet<>(delivered)) {
      int place = order.indexOf(text);
      if (place < highest) {
        late.add(text);
      }
      highest = Math.max(highest, place);
    }
    return late;
  }

  /** How many attempts there were beyond the first of each message. */
  public int repeats() {
    return sent.stream().mapToInt(message -> message.attempts() - 1).sum();
  }
}
