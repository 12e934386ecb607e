package dev.waggle.session.snapshot;

import dev.waggle.contract.Wire;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.snapshot.Vault.SealedManifest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The snapshots that one owner takes of one profile, each storing only what the one before did not.
 * One at a time; to be used on one context.
 */
public final class SnapshotSeries {

  private final Vertx vertx;
  private final Vault vault;
  private final SnapshotKeys keys;
  private final Seal seal;
  private final Ownership owner;
  private final int kept;
  private final Deque<Manifest> recent = new ArrayDeque<>();
  private ProfileImage last = ProfileImage.NOTHING;

  SnapshotSeries(
      Vertx vertx, Vault vault, SnapshotKeys keys, Seal seal, Ownership owner, int kept) {
    this.vertx = vertx;
    this.vault = vault;
    this.keys = keys;
    this.seal = seal;
    this.owner = owner;
    this.kept = kept;
  }

  /**
   * Takes a snapshot, also while a browser runs on the profile; nothing is written when nothing
   * changed. Done when it is kept: then it survives this machine. Fails with OWNER_UNAVAILABLE when
   * the session has another owner by now.
   *
   * @return whether there was something new
   */
  public Future<Boolean> take(Path profile) {
    return vertx
        .executeBlocking(() -> ProfileImage.read(profile, last, keys), false)
        .compose(image -> isNews(image) ? keep(image).map(true) : Future.succeededFuture(false));
  }

  private boolean isNews(ProfileImage image) {
    return !image.seen().isEmpty() && !image.seen().equals(last.seen());
  }

  private Future<Void> keep(ProfileImage image) {
    long number = recent.isEmpty() ? 1 : recent.getLast().number() + 1;
    Manifest manifest =
        new Manifest(owner.session(), owner.generation(), number, Instant.now(), image.files());
    return vertx
        .executeBlocking(() -> sealNew(image), false)
        .compose(fresh -> vault.putParts(owner, fresh))
        .compose(put -> commit(manifest))
        .onSuccess(committed -> last = image.withoutParts());
  }

  private Map<String, Buffer> sealNew(ProfileImage image) {
    Set<String> known = recent.isEmpty() ? Set.of() : recent.getLast().parts();
    Map<String, Buffer> fresh = new HashMap<>();
    image
        .fresh()
        .forEach(
            (name, content) -> {
              if (!known.contains(name)) {
                String place = Places.part(owner.session(), owner.generation(), name);
                fresh.put(name, seal.close(content.getBytes(), place));
              }
            });
    return fresh;
  }

  private Future<Void> commit(Manifest manifest) {
    Deque<Manifest> staying = new ArrayDeque<>(recent);
    staying.add(manifest);
    while (staying.size() > kept) {
      staying.removeFirst();
    }
    Set<String> live = new HashSet<>();
    staying.forEach(each -> live.addAll(each.parts()));
    String place = Places.manifest(owner.session(), owner.generation(), manifest.number());
    Buffer sealed = seal.close(Wire.write(manifest).toBuffer().getBytes(), place);
    return vault
        .commit(
            owner,
            new SealedManifest(owner.generation(), manifest.number(), sealed),
            live,
            staying.getFirst().number(),
            staying.size() == kept)
        .onSuccess(
            committed -> {
              recent.clear();
              recent.addAll(staying);
            });
  }
}
