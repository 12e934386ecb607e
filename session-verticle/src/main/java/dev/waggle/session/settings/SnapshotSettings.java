package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Profiles that travel between machines.
 *
 * @param key the secret that snapshots are sealed with, at least 32 characters and the same on
 *     every node; empty means that profiles stay on their machine
 * @param previousKeys secrets that were used before, to read with
 * @param store where snapshots are kept
 * @param directory the folder for {@link Store#DIRECTORY}, mounted by every node; null otherwise
 * @param interval how often a profile is looked at for changes
 * @param kept how many snapshots of a session stay
 */
public record SnapshotSettings(
    String key,
    List<String> previousKeys,
    Store store,
    Path directory,
    Duration interval,
    int kept) {

  /** Where snapshots are kept. */
  public enum Store {
    /** The registry's database. */
    DATABASE,
    /** A folder that all session nodes mount, NFS included. */
    DIRECTORY
  }

  /** Profiles stay on their machine. */
  public static final SnapshotSettings DEFAULT =
      new SnapshotSettings("", List.of(), Store.DATABASE, null, Duration.ofSeconds(2), 2);

  private static final int LEAST_KEY_LENGTH = 32;

  public SnapshotSettings {
    previousKeys = List.copyOf(previousKeys);
    new Problems()
        .check(
            key.isEmpty() || key.length() >= LEAST_KEY_LENGTH,
            "key",
            "must have at least 32 characters; \"openssl rand -hex 32\" makes a good one.")
        .check(
            previousKeys.stream().allMatch(old -> old.length() >= LEAST_KEY_LENGTH),
            "previousKeys",
            "must have at least 32 characters each.")
        .check(
            store != Store.DIRECTORY || directory != null,
            "directory",
            "must be a folder that every session node mounts.")
        .range("interval", interval, Duration.ofMillis(100), Duration.ofMinutes(10))
        .range("kept", kept, 1, 100)
        .throwIfAny();
  }

  /** Whether profiles travel. */
  public boolean isOn() {
    return !key.isEmpty();
  }

  /** Everything but the secrets. */
  @Override
  public String toString() {
    return "SnapshotSettings[on="
        + isOn()
        + ", store="
        + store
        + ", directory="
        + directory
        + ", interval="
        + interval
        + ", kept="
        + kept
        + "]";
  }
}
