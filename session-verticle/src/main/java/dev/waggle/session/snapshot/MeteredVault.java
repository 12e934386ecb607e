package dev.waggle.session.snapshot;

import dev.waggle.contract.SessionName;
import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.meter.SnapshotKind;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A vault whose traffic in parts is counted. */
public final class MeteredVault implements Vault {

  private final Vault vault;
  private final SessionMeters meters;

  public MeteredVault(Vault vault, SessionMeters meters) {
    this.vault = vault;
    this.meters = meters;
  }

  @Override
  public Future<Long> fence(Ownership owner) {
    return vault.fence(owner);
  }

  @Override
  public Future<Void> putParts(Ownership owner, Map<String, Buffer> parts) {
    return vault
        .putParts(owner, parts)
        .onSuccess(kept -> meters.snapshotSize(SnapshotKind.TAKEN, size(parts)));
  }

  @Override
  public Future<Void> commit(
      Ownership owner, SealedManifest manifest, Set<String> live, long oldest, boolean dropOlder) {
    return vault.commit(owner, manifest, live, oldest, dropOlder);
  }

  @Override
  public Future<List<SealedManifest>> manifests(SessionName session) {
    return vault.manifests(session);
  }

  @Override
  public Future<Map<String, Buffer>> parts(
      SessionName session, long generation, Set<String> names) {
    return vault
        .parts(session, generation, names)
        .onSuccess(parts -> meters.snapshotSize(SnapshotKind.RESTORED, size(parts)));
  }

  @Override
  public Future<Void> delete(SessionName session) {
    return vault.delete(session);
  }

  private static long size(Map<String, Buffer> parts) {
    return parts.values().stream().mapToLong(Buffer::length).sum();
  }
}
