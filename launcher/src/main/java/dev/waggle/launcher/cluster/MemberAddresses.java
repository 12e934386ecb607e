package dev.waggle.launcher.cluster;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.NodeInfo;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Where each member's bus listens, learnt as soon as the member is known: the bus asks for it when
 * it first has something for that member, and drops what it has when there is no answer. It never
 * changes as long as a member lives. Safe for all threads.
 */
final class MemberAddresses {

  /** How the cluster is asked for a member's address. */
  interface LookUp extends BiConsumer<String, Completable<NodeInfo>> {}

  private static final long AGAIN_MS = 250;
  private static final int TRIES = 120;
  private static final int MOST = 1000;

  private final Vertx vertx;
  private final LookUp lookUp;
  private final Predicate<String> isMember;
  private final ConcurrentMap<String, Future<NodeInfo>> known = new ConcurrentHashMap<>();

  MemberAddresses(Vertx vertx, LookUp lookUp, Predicate<String> isMember) {
    this.vertx = vertx;
    this.lookUp = lookUp;
    this.isMember = isMember;
  }

  /**
   * Finds out where all of these listen. Others are remembered as long as they are not too many:
   * most of those who leave the other half of a cluster come back.
   */
  void learn(Collection<String> members) {
    if (known.size() > MOST) {
      known.keySet().retainAll(members);
    }
    members.forEach(this::find);
  }

  /**
   * Where a member listens. One that has just come may not have said so yet, and the cluster may be
   * busy: it is asked again, for half a minute at least, as long as the member is there.
   */
  Future<NodeInfo> find(String member) {
    Promise<NodeInfo> answer = Promise.promise();
    Future<NodeInfo> before = known.putIfAbsent(member, answer.future());
    if (before != null) {
      return before;
    }
    attempt(member, answer, TRIES);
    return answer.future().onFailure(unknown -> known.remove(member, answer.future()));
  }

  private void attempt(String member, Promise<NodeInfo> answer, int tries) {
    lookUp.accept(
        member,
        (address, failure) -> {
          if (failure == null) {
            answer.complete(address);
          } else if (tries <= 1 || !isMember.test(member)) {
            answer.fail(failure);
          } else {
            vertx.setTimer(AGAIN_MS, again -> attempt(member, answer, tries - 1));
          }
        });
  }
}
