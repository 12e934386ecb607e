package dev.waggle.launcher;

import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.health.ManagementSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import java.nio.file.Path;

/**
 * Everything that can be set, as it stands in {@code waggle.yaml}.
 *
 * @param role what this node does
 */
public record WaggleSettings(
    Role role,
    GatewaySettings gateway,
    SessionNodeSettings session,
    ClusterSettings cluster,
    ManagementSettings management) {

  /** One node that does everything, on the real WhatsApp Web; it lacks only an API key. */
  public static final WaggleSettings DEFAULT =
      new WaggleSettings(
          Role.BOTH,
          GatewaySettings.DEFAULT,
          SessionNodeSettings.DEFAULT,
          ClusterSettings.DEFAULT,
          ManagementSettings.DEFAULT);

  /** The same with another Hazelcast file; null for the built-in one. */
  WaggleSettings withHazelcastFile(Path file) {
    return new WaggleSettings(role, gateway, session, cluster.withConfig(file), management);
  }

  /** Whether this node is one of a cluster. */
  public boolean isClustered() {
    return cluster.isOnFor(role);
  }
}
