package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.Wire;
import java.util.ArrayList;
import java.util.List;

/** Who is told, and therefore in which words. */
enum View {
  /** A room's member. */
  ROOM("room", true, true, false),
  /** A room's member who watches all sessions too, and hears the System Update's words there. */
  ROOM_OF_A_WATCHER("room", true, false, false),
  /** A subscriber of one session, with its messages. */
  SESSION("session", false, false, true),
  /** A watcher of all sessions. */
  SESSIONS("sessions", false, true, true),
  /**
   * A watcher of all sessions who wants the System Update's words alone, or hears the rest
   * elsewhere.
   */
  SESSIONS_IN_SHORT("sessions", false, true, false);

  private final String channel;
  private final boolean guide;
  private final boolean update;
  private final boolean canonical;

  View(String channel, boolean guide, boolean update, boolean canonical) {
    this.channel = channel;
    this.guide = guide;
    this.update = update;
    this.canonical = canonical;
  }

  /** What a frame says it comes by: a client counts each channel's events apart. */
  String channel() {
    return channel;
  }

  /** An event in this view's words; none when the view has no words for it. */
  List<Told> told(SessionEvent event) {
    List<Told> words = new ArrayList<>();
    if (update) {
      words.addAll(SystemUpdateWords.of(event));
    }
    if (guide) {
      words.addAll(GuideWords.of(event));
    }
    if (canonical) {
      words.add(Told.of("event", event));
    }
    return words;
  }

  /** What is true now in this view's words. */
  List<Told> told(LiveSession state) {
    List<Told> words = new ArrayList<>();
    if (update) {
      words.addAll(SystemUpdateWords.now(state));
    }
    if (guide) {
      words.addAll(GuideWords.now(state));
    }
    if (canonical) {
      words.add(new Told("state", Wire.write(state)));
    }
    return words;
  }
}
