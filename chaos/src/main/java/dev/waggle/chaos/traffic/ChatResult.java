package dev.waggle.chaos.traffic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What callers were told about one chat, and what its phone has.
 *
 * @param sent in the order in which it was asked for
 * @param delivered what the phone has, in the order of its arrival
 */
public record ChatResult(String session, List<Outgoing> sent, List<Delivered> delivered) {

  static ChatResult of(OutgoingChat chat) {
    String mark = OutgoingChat.mark(chat.session());
    List<Delivered> delivered =
        chat.customer().messages().stream()
            .map(message -> new Delivered(message.getString("id"), message.getString("body")))
            .filter(message -> message.text() != null && message.text().startsWith(mark))
            .toList();
    return new ChatResult(chat.session(), chat.sent(), delivered);
  }

  /** Answered with success. */
  public List<Outgoing> answered() {
    return sent.stream().filter(message -> message.answeredAt().isPresent()).toList();
  }

  /** Answered with success, and not on the phone. */
  public List<Outgoing> lost() {
    Set<String> texts = delivered.stream().map(Delivered::text).collect(Collectors.toSet());
    return answered().stream().filter(message -> !texts.contains(message.text())).toList();
  }

  /** On the phone more than once, whatever the caller was told. */
  public List<Outgoing> doubled() {
    Map<String, Long> counts =
        delivered.stream()
            .map(Delivered::text)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return sent.stream().filter(message -> counts.getOrDefault(message.text(), 0L) > 1).toList();
  }

  /** On the phone under an id that its caller did not choose. */
  public List<Delivered> renamed() {
    Map<String, String> ids = sent.stream().collect(Collectors.toMap(Outgoing::text, Outgoing::id));
    return delivered.stream()
        .filter(message -> !message.id().equals(ids.get(message.text())))
        .toList();
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
    for (String text : new LinkedHashSet<>(delivered.stream().map(Delivered::text).toList())) {
      int place = order.indexOf(text);
      if (place < highest) {
        late.add(text);
      }
      highest = Math.max(highest, place);
    }
    return late;
  }

  /** How many messages were asked for more than once. */
  public long repeated() {
    return sent.stream().filter(message -> message.attempts() > 1).count();
  }
}
