package dev.waggle.launcher.cluster;

import io.vertx.core.Completable;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What this member has entered in the bus's book of listeners, so that it can be entered again: the
 * book loses entries when two halves of a cluster merge, and Vert.x gives its own repair up when
 * one call of it fails. Safe for all threads.
 */
final class OwnEntries {

  /** One change of the book. */
  interface Change {
    void make(String address, RegistrationInfo entry, Completable<Void> done);
  }

  private final Change enter;
  private final Change strike;
  private final ConcurrentMap<String, Set<RegistrationInfo>> entries = new ConcurrentHashMap<>();

  OwnEntries(Change enter, Change strike) {
    this.enter = enter;
    this.strike = strike;
  }

  /** Whether somebody listens here, or is about to. */
  boolean has(String address) {
    return entries.containsKey(address);
  }

  /** Those who listen to what is sent from this JVM alone, which are not in the book. */
  List<RegistrationInfo> ofThisJvmAlone(String address) {
    return entries.getOrDefault(address, Set.of()).stream()
        .filter(RegistrationInfo::localOnly)
        .toList();
  }

  void enter(String address, RegistrationInfo entry, Completable<Void> done) {
    note(address, entry);
    enter.make(
        address,
        entry,
        (entered, failure) -> {
          if (failure != null) {
            cross(address, entry);
          }
          done.complete(null, failure);
        });
  }

  void strike(String address, RegistrationInfo entry, Completable<Void> done) {
    cross(address, entry);
    strike.make(address, entry, done);
  }

  /**
   * Enters all of them again, which changes nothing where they stand.
   *
   * @param onFailure called for each that could not be
   */
  void enterAgain(Runnable onFailure) {
    entries.forEach(
        (address, all) ->
            all.stream()
                .filter(entry -> !entry.localOnly())
                .forEach(entry -> enterAgain(address, entry, onFailure)));
  }

  /** What was struck in the meantime is struck once more. */
  private void enterAgain(String address, RegistrationInfo entry, Runnable onFailure) {
    enter.make(
        address,
        entry,
        (entered, failure) -> {
          if (!entries.getOrDefault(address, Set.of()).contains(entry)) {
            strike.make(address, entry, (struck, ignored) -> {});
          } else if (failure != null) {
            onFailure.run();
          }
        });
  }

  private void note(String address, RegistrationInfo entry) {
    entries.compute(
        address,
        (same, all) -> {
          Set<RegistrationInfo> noted = all == null ? ConcurrentHashMap.newKeySet() : all;
          noted.add(entry);
          return noted;
        });
  }

  private void cross(String address, RegistrationInfo entry) {
    entries.computeIfPresent(
        address,
        (same, all) -> {
          all.remove(entry);
          return all.isEmpty() ? null : all;
        });
  }
}
