package dev.waggle.launcher;

import java.util.ArrayList;
import java.util.List;

/** The line that says that a node serves, for people and for scripts that wait for it. */
final class Announcement {

  private Announcement() {}

  static String of(WaggleNode node, WaggleSettings settings, long uptimeMs) {
    List<String> parts = new ArrayList<>();
    node.gatewayAddress().ifPresent(address -> parts.add("gateway on " + address));
    if (settings.role().runsSessions()) {
      parts.add("session node in " + settings.session().data().toAbsolutePath().normalize());
    }
    parts.add(
        settings.isClustered()
            ? "cluster \"" + settings.cluster().name() + "\""
            : "alone (cluster.enabled: on lets other nodes join)");
    node.managementAddress().ifPresent(address -> parts.add("management on " + address));
    return "ready: " + String.join(", ", parts) + ", after " + uptimeMs + " ms";
  }
}
