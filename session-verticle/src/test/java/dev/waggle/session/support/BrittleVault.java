package dev.waggle.session.support;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.snapshot.Vault;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A vault that can be out of reach. */
public final class BrittleVault implements Vault {

  private final Vault vault;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean reachable = true;

  public BrittleVault(Vault vault) {
    this.vault = vault;
  }

  public void reachable(boolean now) {
    reachable = now;
  }

  /** How often it was asked in vain. */
  public int refusals() {
    return refusals.get();
  }

  @Override
  public Future<Long> fence(Ownership owner) {
    if (!reachable) {
      refusals.incrementAndGet();
      return Future.failedFuture(
          new WaggleException(ErrorCode.DATABASE_UNAVAILABLE, "The vault is out of reach."));
    }
    return vault.fence(owner);
  }

  @Override
  public Future<Void> putParts(Ownership owner, Map<String, Buffer> parts) {
    return vault.putParts(owner, parts);
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
    return vault.parts(session, generation, names);
  }

  @Override
  public Future<Void> delete(SessionName session) {
    return vault.delete(session);
  }
}
