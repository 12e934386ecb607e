package dev.waggle.chaos.cluster;

import dev.waggle.chaos.process.NodeIds;
import dev.waggle.chaos.process.NodeLaunch;
import dev.waggle.chaos.process.WaggleJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session node with a data folder of its own, which stays when the node dies; one JVM at a time
 * runs on it. Safe for use by several threads.
 */
public final class Machine {

  private final NodeLaunch launch;
  private final List<Cable> cables;
  private final List<Path> logs = new ArrayList<>();
  private WaggleJvm jvm;
  private boolean retired;

  /** A machine without a JVM; it can be cut off when it has cables. */
  Machine(NodeLaunch launch, List<Cable> cables) {
    this.launch = launch;
    this.cables = List.copyOf(cables);
  }

  public String name() {
    return launch.name();
  }

  public Path folder() {
    return launch.folder();
  }

  /**
   * Starts a JVM that it does not wait for.
   *
   * @throws IllegalStateException when the run is over
   */
  public synchronized void launch() {
    if (retired) {
      throw new IllegalStateException("The run is over, " + name() + " is not started again.");
    }
    jvm = WaggleJvm.launch(launch.named(name() + "." + (logs.size() + 1)));
    logs.add(jvm.process().log());
  }

  /** Starts a JVM and waits until it is ready. */
  public void start() {
    launch();
    jvm().awaitReady();
  }

  public boolean canBeCutOff() {
    return !cables.isEmpty();
  }

  /** From now on it reaches nobody, and nobody it. */
  public void cutOff() {
    cables.forEach(cable -> cable.cut().run());
  }

  /** It reaches everybody again. */
  public void reconnect() {
    cables.forEach(cable -> cable.mend().run());
  }

  /** The JVM that was started last; it may have ended. */
  public synchronized WaggleJvm jvm() {
    return jvm;
  }

  /** What the cluster calls its JVM; empty until that has joined. */
  public Optional<String> nodeId() {
    return NodeIds.in(jvm().process());
  }

  /** Kills what runs here; nothing will again. */
  synchronized void retire() {
    retired = true;
    if (jvm != null) {
      jvm.process().kill();
    }
  }

  /** Of every JVM that ran here, oldest first. */
  public synchronized List<Path> logs() {
    return List.copyOf(logs);
  }
}
