package dev.waggle.contract;

import java.util.List;

/**
 * Events of one session and one generation.
 *
 * @param events in the order of their numbers, without gaps; may be empty
 * @param complete whether these are all events since the one that was asked for; if not, the caller
 *     has missed some and should begin again with {@link SessionCommand.Observe}
 */
public record EventPage(List<SessionEvent> events, boolean complete) {

  /** What is answered when events were missed that nobody has any more. */
  public static final EventPage MISSED = new EventPage(List.of(), false);

  public EventPage {
    events = List.copyOf(events);
  }
}
