package dev.waggle.launcher;

import dev.waggle.settings.Problems;
import java.nio.file.Path;
import java.util.List;

/**
 * How this node meets the others.
 *
 * @param enabled AUTO joins unless this JVM is gateway and session node in one
 * @param name nodes of another name are ignored
 * @param host the address of this machine that other nodes reach; also where the event bus listens
 * @param port the first port to try
 * @param portCount how many ports from there on may be taken
 * @param members where other nodes are, {@code host:port} or {@code host} for the first four ports
 *     of the range; empty means this machine
 * @param busPort where the event bus listens; 0 takes a free one
 * @param config a Hazelcast YAML file; null takes {@code hazelcast.yaml} beside the settings file,
 *     or else the one that is built in
 */
public record ClusterSettings(
    Mode enabled,
    String name,
    String host,
    int port,
    int portCount,
    List<String> members,
    int busPort,
    Path config,
    ClusterTlsSettings tls) {

  /** Whether to join. */
  public enum Mode {
    AUTO,
    ON,
    OFF
  }

  /** All nodes on this machine. */
  public static final ClusterSettings DEFAULT =
      new ClusterSettings(
          Mode.AUTO, "waggle", "127.0.0.1", 5701, 16, List.of(), 0, null, ClusterTlsSettings.NONE);

  public ClusterSettings {
    members = List.copyOf(members);
    Problems problems =
        new Problems()
            .check(!name.isBlank(), "name", "must not be empty.")
            .check(!host.isBlank(), "host", "must be an address of this machine, like 127.0.0.1.")
            .range("port", port, 1, 65_535)
            .range("portCount", portCount, 1, 1_000)
            .range("busPort", busPort, 0, 65_535);
    for (String member : members) {
      problems.check(
          member.matches("[^\\s,:]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?"),
          "members",
          "must hold host:port or host, not \"" + member + "\".");
    }
    problems.throwIfAny();
  }

  ClusterSettings withConfig(Path file) {
    return new ClusterSettings(enabled, name, host, port, portCount, members, busPort, file, tls);
  }

  /** Whether a node of this role joins. */
  boolean isOnFor(Role role) {
    return enabled == Mode.ON || (enabled == Mode.AUTO && role != Role.BOTH);
  }
}
