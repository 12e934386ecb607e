package dev.waggle.session.snapshot;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.snapshot.Vault.SealedManifest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Profiles that travel: brings the newest snapshot that can be trusted into a profile, and starts
 * the {@link SnapshotSeries} of a new owner. Shared by all sessions of a node; safe for all
 * threads.
 */
public final class Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private final Vertx vertx;
  private final Vault vault;
  private final SnapshotKeys keys;
  private final Seal seal;
  private final int kept;

  /**
   * Snapshots in a vault.
   *
   * @param key the secret that they are sealed with, at least 32 characters
   * @param previousKeys secrets that were used before, to read with
   * @param kept how many snapshots of one owner stay, at least 1
   */
  public Snapshots(Vertx vertx, Vault vault, String key, List<String> previousKeys, int kept) {
    this.vertx = vertx;
    this.vault = vault;
    this.keys = new SnapshotKeys(key, previousKeys);
    this.seal = new Seal(keys);
    this.kept = kept;
  }

  /** What became of a profile before its browser is opened. */
  public enum Arrival {
    /** The profile on this machine is the newest there is. */
    STAYED,
    /** It was replaced by a snapshot of a later owner. */
    RESTORED,
    /** There is neither a profile nor a snapshot. */
    NEW
  }

  /**
   * Makes a locked profile the newest that there is, and shuts out former owners. A snapshot that
   * is damaged is passed over for the one before it. Fails with a retryable code when the vault
   * cannot be reached, and with INTERNAL when there are snapshots and none can be opened.
   */
  public Future<Arrival> arrive(Ownership owner, Path profile) {
    return vault
        .fence(owner)
        .compose(
            youngest ->
                blocking(() -> ProfileMark.read(profile))
                    .compose(mark -> bring(owner, profile, mark, youngest)))
        .compose(
            arrival ->
                blocking(
                    () -> {
                      ProfileMark.write(profile, owner.generation());
                      return arrival;
                    }));
  }

  /** The snapshots that this owner is going to take. */
  public SnapshotSeries series(Ownership owner) {
    return new SnapshotSeries(vertx, vault, keys, seal, owner, kept);
  }

  /** Removes every snapshot of a session, whose device is linked no more. */
  public Future<Void> delete(SessionName session) {
    return vault.delete(session);
  }

  /**
   * Compares what is here with what is kept.
   *
   * @param mark whose the profile here was last
   * @param youngest the last owner that was seen anywhere
   */
  private Future<Arrival> bring(Ownership owner, Path profile, long mark, long youngest) {
    return vault
        .manifests(owner.session())
        .compose(
            all -> {
              List<SealedManifest> later =
                  all.stream().filter(each -> each.generation() > mark).toList();
              if (all.isEmpty() && mark >= 0 && youngest > mark) {
                // A later owner has been here, and its device was unlinked: so was this one.
                return blocking(() -> forget(profile));
              }
              if (later.isEmpty()) {
                return Future.succeededFuture(mark < 0 ? Arrival.NEW : Arrival.STAYED);
              }
              return tryFrom(owner.session(), profile, later, 0);
            });
  }

  private static Arrival forget(Path profile) throws IOException {
    new ProfileFiles(profile).replace(List.of());
    return Arrival.NEW;
  }

  private Future<Arrival> tryFrom(
      SessionName session, Path profile, List<SealedManifest> newestFirst, int index) {
    if (index == newestFirst.size()) {
      return Future.failedFuture(
          new WaggleException(
              ErrorCode.INTERNAL,
              "No snapshot of the session's profile can be opened; check that this node has the"
                  + " key that they were sealed with (session.snapshots.key, previous-keys)."));
    }
    SealedManifest next = newestFirst.get(index);
    return restore(session, profile, next)
        .map(Arrival.RESTORED)
        .recover(
            failure -> {
              if (!(failure instanceof IOException)) {
                return Future.failedFuture(failure);
              }
              LOG.error(
                  "event=snapshot-damaged session={} generation={} number={} cause=\"{}\"",
                  session,
                  next.generation(),
                  next.number(),
                  FailureLine.of(failure));
              return tryFrom(session, profile, newestFirst, index + 1);
            });
  }

  private Future<Void> restore(SessionName session, Path profile, SealedManifest sealed) {
    return blocking(() -> open(session, sealed))
        .compose(
            manifest ->
                vault
                    .parts(session, manifest.generation(), manifest.parts())
                    .compose(
                        parts ->
                            blocking(
                                () -> {
                                  new ProfileFiles(profile).replace(files(manifest, parts));
                                  return null;
                                })));
  }

  private Manifest open(SessionName session, SealedManifest sealed) throws IOException {
    String place = Places.manifest(session, sealed.generation(), sealed.number());
    return Wire.read(
        new JsonObject(Buffer.buffer(seal.open(sealed.content(), place))), Manifest.class);
  }

  private List<ImageFile> files(Manifest manifest, Map<String, Buffer> sealed) throws IOException {
    Map<String, Buffer> opened = new HashMap<>();
    for (Map.Entry<String, Buffer> part : sealed.entrySet()) {
      String place = Places.part(manifest.session(), manifest.generation(), part.getKey());
      opened.put(part.getKey(), Buffer.buffer(seal.open(part.getValue(), place)));
    }
    return Parts.assemble(manifest.files(), opened);
  }

  private <T> Future<T> blocking(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }
}
