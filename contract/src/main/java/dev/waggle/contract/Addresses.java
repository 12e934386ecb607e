package dev.waggle.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every event bus address of Waggle. Nothing else builds one. */
public final class Addresses {

  /** Commands that any session node answers: {@link SessionCommand.ToAnyNode}. Request/reply. */
  public static final String SESSIONS = "waggle.sessions";

  /** Every event of every session, for services; published. */
  public static final String EVENTS = "waggle.events";

  /** Commands about keys that any session node answers: {@link KeyCommand}. Request/reply. */
  public static final String KEYS = "waggle.keys";

  /** Every key that is revoked, for whoever holds something open with it: {@link RevokedKey}. */
  public static final String REVOKED_KEYS = "waggle.keys.revoked";

  /** Every node answers with an empty object, so that one can tell how fast the bus is. */
  public static final String PING = "waggle.ping";

  /**
   * Heard inside one JVM only: it is a member of the whole cluster again, after a time as a cluster
   * of its own. Published.
   */
  public static final String MERGED = "waggle.merged";

  /** Every address that {@link #sessionOfFeed} knows, for bridges that ask for a pattern. */
  public static final String FEED_PATTERN =
      "waggle\\.session\\.(" + SessionName.PATTERN + ")\\.(events|room)";

  private static final String WHATSAPP_PREFIX = "whatsapp.";
  private static final String SESSION_PREFIX = "waggle.session.";
  private static final Pattern FEED = Pattern.compile(FEED_PATTERN);

  private Addresses() {}

  /** Commands to the session's owner: {@link SessionCommand.ToOwner}. Request/reply. */
  public static String owner(SessionName session) {
    return SESSION_PREFIX + session;
  }

  /** Every event of one session; published. */
  public static String events(SessionName session) {
    return SESSION_PREFIX + session + ".events";
  }

  /** The linking events of one session (QR, pairing code, status, complete); published. */
  public static String room(SessionName session) {
    return SESSION_PREFIX + session + ".room";
  }

  /** Commands from one session node to another, by node id. Request/reply, internal. */
  public static String node(String nodeId) {
    return "waggle.node." + nodeId;
  }

  /**
   * One kind of event of every session, in the words of whatsapp-web.js services: {@code
   * whatsapp.qr}. Published by owners beside {@link #EVENTS}, for services inside the cluster; no
   * bridge lets it out.
   */
  public static String whatsApp(WhatsAppEvent event) {
    return WHATSAPP_PREFIX + event.wireName();
  }

  /**
   * Whether what goes to an address is published to all who listen, and not answered by one: {@link
   * #EVENTS}, {@link #REVOKED_KEYS}, the feeds, and the addresses of {@link #whatsApp}.
   */
  public static boolean isPublished(String address) {
    return address.equals(EVENTS)
        || address.equals(REVOKED_KEYS)
        || address.startsWith(WHATSAPP_PREFIX)
        || sessionOfFeed(address).isPresent();
  }

  /**
   * The session whose feed an address is: {@link #events} or {@link #room}, and nothing else. What
   * a bridge asks before it lets a socket listen.
   */
  public static Optional<SessionName> sessionOfFeed(String address) {
    Matcher matcher = FEED.matcher(address);
    return matcher.matches() ? Optional.of(new SessionName(matcher.group(1))) : Optional.empty();
  }
}
