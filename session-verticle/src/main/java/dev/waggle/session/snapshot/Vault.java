package dev.waggle.session.snapshot;

import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where sealed snapshots are kept. It knows nothing of what is in them. Every generation of a
 * session has parts and manifests of its own, so that what a former owner still writes or removes
 * cannot touch the present one's.
 *
 * <p>Futures fail with a retryable {@link dev.waggle.contract.WaggleException} when the place
 * cannot be reached, and writes with OWNER_UNAVAILABLE once a younger generation has been seen.
 */
public interface Vault {

  /**
   * A manifest as it is kept.
   *
   * @param number grows within the generation
   */
  record SealedManifest(long generation, long number, Buffer content) {}

  /**
   * Refuses older generations from now on.
   *
   * @return the youngest generation that was seen before; -1 for none
   */
  Future<Long> fence(Ownership owner);

  /** Keeps parts, by name; those that are there already may be written again. */
  Future<Void> putParts(Ownership owner, Map<String, Buffer> parts);

  /**
   * Makes a snapshot the newest one. Its parts must be kept already.
   *
   * @param live the parts of this generation that are needed from now on; others are removed
   * @param oldest manifests of this generation before this number are removed
   * @param dropOlder whether older generations are needed no more
   */
  Future<Void> commit(
      Ownership owner, SealedManifest manifest, Set<String> live, long oldest, boolean dropOlder);

  /** All manifests of a session, the newest first. */
  Future<List<SealedManifest>> manifests(SessionName session);

  /** The parts of those names; a missing one is left out. */
  Future<Map<String, Buffer>> parts(SessionName session, long generation, Set<String> names);

  /** Removes everything of a session, but for the fence. */
  Future<Void> delete(SessionName session);
}
