package dev.waggle.chaos.blow;

import java.time.Duration;
import java.util.Set;

/** One thing that is done to a cluster, and undone. Used by one thread after the other. */
public interface Blow {

  BlowKind kind();

  /** The node that it strikes, or whose process. */
  String machine();

  /** The sessions that it takes down, by name. */
  Set<String> sessions();

  /**
   * Does it, and does not wait for what comes of it.
   *
   * @return false when what was to be struck was gone
   * @throws AssertionError when the cluster refused it
   */
  boolean strike();

  /** How long it is left like that. */
  Duration lasts();

  /**
   * Brings back what was struck, and waits until it serves.
   *
   * @throws AssertionError when the node did not behave as it should have
   */
  void mend();
}
