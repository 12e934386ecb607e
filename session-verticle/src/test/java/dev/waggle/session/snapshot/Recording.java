package dev.waggle.session.snapshot;

import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers the names of the parts that go into a vault. */
final class Recording implements Vault {

  final List<String> stored = new ArrayList<>();
  private final Vault vault;

  Recording(Vault vault) {
    this.vault = vault;
  }

  @Override
  public Future<Long> fence(Ownership owner) {
    return vault.fence(owner);
  }

  @Override
  public Future<Void> putParts(Ownership owner, Map<String, Buffer> parts) {
    stored.addAll(parts.keySet());
    return vault.putParts(owner, parts);
  }

  @Override
  public Future<Void> commit(
      Ownership owner, SealedManifest manifest, Set<String> live, long oldest, boolean dropOlder) {
    // The series before it may have used the number.
    SealedManifest later =
        new SealedManifest(manifest.generation(), manifest.number() + 100, manifest.content());
    return vault.commit(owner, later, live, 0, dropOlder);
  }

  @Override
  public Future<List<SealedManifest>> manifests(SessionName session) {
    return vault.manifests(session);
  }

  @Override
  public Future<Map<String, Buffer>> parts(SessionName s, long generation, Set<String> names) {
    return vault.parts(s, generation, names);
  }

  @Override
  public Future<Void> delete(SessionName session) {
    return vault.delete(session);
  }
}
