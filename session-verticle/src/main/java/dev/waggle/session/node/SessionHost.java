package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.SessionVerticle;
import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.lifecycle.SessionEnvironment;
import dev.waggle.session.message.MessageMemory;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.registry.RegisteredSession;
import dev.waggle.session.registry.SessionRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that run on this node. Does one thing at a time for each of them. To be used on the
 * node's context.
 */
final class SessionHost {

  private static final Logger LOG = LoggerFactory.getLogger(SessionHost.class);

  /** How often a session is reached for that others give up just then. */
  private static final int CLAIM_ATTEMPTS = 5;

  /** Two drivers take half as long on a busy machine; whoever hands over works meanwhile. */
  private static final long READY_MS = 5000;

  private final Deployer deployer;
  private final SessionEnvironment environment;
  private final SessionRegistry registry;
  private final Turnstile turns = new Turnstile();
  private final Map<SessionName, Hosted> hosted = new HashMap<>();
  private final Set<SessionName> claiming = new HashSet<>();
  private final Room room;
  private final Inheritance inheritance;

  /**
   * A host that takes nothing yet.
   *
   * @param freeMemory bytes that the machine had when that was last measured
   */
  SessionHost(
      Vertx vertx,
      SessionEnvironment environment,
      SessionRegistry registry,
      LongSupplier freeMemory) {
    this.deployer = new Deployer(vertx);
    this.environment = environment;
    this.registry = registry;
    this.inheritance = new Inheritance(vertx, environment);
    this.room =
        new Room(
            vertx,
            environment.node(),
            environment.settings(),
            () -> hosted.size() + claiming.size(),
            freeMemory);
  }

  /** A session that is deployed here. */
  record Hosted(SessionVerticle verticle, String deploymentId) {
    SessionName session() {
      return verticle.claimed().name();
    }

    long generation() {
      return verticle.claimed().generation();
    }
  }

  /** Takes sessions from now on. */
  void accept() {
    room.open();
  }

  /** See {@link Room#refusal}. */
  Optional<String> refusal() {
    return room.refusal();
  }

  /** Others may lose their sessions in a few seconds. Never fails. */
  Future<Void> getReady() {
    return room.isOpen() ? environment.pages().getReady() : Future.succeededFuture();
  }

  /** See {@link Inheritance#expect}; without room nothing is done. */
  void getReady(SessionName session, Duration within) {
    if (!hosted.containsKey(session) && room.fits(inheritance.size() + 1)) {
      inheritance.expect(session, within);
    }
  }

  /** Of the sessions that are to be had now, only those that go here are still expected. */
  void expectOnly(Collection<SessionName> mine, Collection<SessionName> orphans) {
    inheritance.sessions().stream()
        .filter(session -> orphans.contains(session) && !mine.contains(session))
        .forEach(inheritance::forgo);
  }

  /** What runs here at this moment. */
  List<Hosted> sessions() {
    return List.copyOf(hosted.values());
  }

  /**
   * Claims a session and runs it; answers as soon as it is claimed. One that runs, here or
   * elsewhere, is left alone, and so is one that is to be stopped. Fails with NO_CAPACITY,
   * SHUTTING_DOWN or OWNER_UNAVAILABLE.
   */
  Future<SessionInfo> host(SessionName session) {
    return host(session, MessageMemory.NONE);
  }

  /**
   * The same for a session that another node hands over.
   *
   * @param before what that one has told of its messages
   */
  Future<SessionInfo> host(SessionName session, MessageMemory before) {
    return turns.pass(session, () -> hostNow(session, before));
  }

  /**
   * Keeps a place for a session that another node is about to hand over; done when its browser can
   * be launched at once, or that takes too long. Fails as {@link #host}.
   */
  Future<Void> expect(SessionName session) {
    room.keep(session);
    return getReady().timeout(READY_MS, TimeUnit.MILLISECONDS).otherwiseEmpty();
  }

  /**
   * Ends a session here, so that another node can go on with it; done when that one may claim it.
   *
   * @return what that one should know; empty when there is nothing to go on with
   */
  Future<Optional<MessageMemory>> handOver(SessionName session, Reason reason) {
    return turns.pass(
        session,
        () -> {
          Hosted here = hosted.get(session);
          return here == null
              ? Future.succeededFuture(Optional.empty())
              : here.verticle().handOver(reason).onSuccess(over -> remove(here));
        });
  }

  /** Ends a session if it is here; done when its browser is gone and its ownership given up. */
  Future<Void> stop(SessionName session, Reason reason) {
    return end(session, verticle -> verticle.end(reason));
  }

  /**
   * Has the browser of a session replaced in a quiet moment if it is here and works; done when it
   * works again. A stop need not wait for that. Never fails.
   */
  Future<Void> recycle(SessionName session, Reason reason) {
    Hosted here = hosted.get(session);
    return here == null
        ? Future.succeededFuture()
        : here.verticle().recycle(reason).otherwiseEmpty();
  }

  /** Unlinks a session if it is here; done as for {@link #stop}. */
  Future<Void> logout(SessionName session) {
    return end(session, SessionVerticle::logout);
  }

  /**
   * Erases a session's profile from this machine, and its snapshots. Fails with WRONG_STATE while
   * it is in use.
   */
  Future<Void> erase(SessionName session) {
    return turns.pass(
        session,
        () ->
            inheritance
                .forgo(session)
                .compose(free -> environment.profiles().erase(session))
                .compose(gone -> forget(session)));
  }

  private Future<Void> forget(SessionName session) {
    return environment
        .snapshots()
        .map(all -> all.delete(session))
        .orElseGet(Future::succeededFuture);
  }

  /** Takes no more sessions. */
  void refuse() {
    room.close();
    inheritance.forgoAll();
  }

  /** Takes no more sessions, stops those that are here, and leaves them wanted. Never fails. */
  Future<Void> drain() {
    refuse();
    return forEach(each -> stop(each.session(), Ending.NODE_LEAVING));
  }

  /** Closes every browser at once and says nothing: the lease is lost. Never fails. */
  Future<Void> abandon() {
    refuse();
    return forEach(each -> each.verticle().abandon().compose(over -> remove(each)));
  }

  /** Gives up what the registry says is here and is not. */
  void releaseStrays(Collection<Ownership> owned) {
    for (Ownership ownership : owned) {
      SessionName session = ownership.session();
      if (!hosted.containsKey(session) && !claiming.contains(session)) {
        LOG.warn("event=stray-released session={}", session);
        environment.registry().release(ownership);
      }
    }
  }

  private Future<SessionInfo> hostNow(SessionName session, MessageMemory before) {
    Hosted here = hosted.get(session);
    return here == null ? claim(session, before) : registry.get(session).compose(this::keepOrRenew);
  }

  /** A session that is here may be at its end: then it is started afresh when that is over. */
  private Future<SessionInfo> keepOrRenew(RegisteredSession registered) {
    SessionInfo info = registered.info();
    Hosted here = hosted.get(info.name());
    if (here == null) {
      return claim(info.name(), MessageMemory.NONE);
    }
    return info.status().isRunning()
        ? Future.succeededFuture(info)
        : here.verticle()
            .whenOver()
            .compose(over -> remove(here))
            .compose(gone -> claim(info.name(), MessageMemory.NONE));
  }

  private Future<SessionInfo> claim(SessionName session, MessageMemory before) {
    room.enter(session);
    claiming.add(session);
    return claim(session, before, CLAIM_ATTEMPTS)
        .onComplete(done -> claiming.remove(session))
        .onComplete(done -> forgoUnlessHere(session));
  }

  private void forgoUnlessHere(SessionName session) {
    if (!hosted.containsKey(session)) {
      inheritance.forgo(session);
    }
  }

  private Future<SessionInfo> claim(SessionName session, MessageMemory before, int attempts) {
    return environment
        .registry()
        .claim(session, environment.node())
        .compose(
            claimed ->
                claimed
                    .map(info -> deploy(info, before))
                    .orElseGet(() -> leaveOrRepeat(session, before, attempts)));
  }

  /**
   * Another node has it, or an order to stop it has come meanwhile, and the last order counts. A
   * session that is still to be had was given up between two looks at it.
   */
  private Future<SessionInfo> leaveOrRepeat(
      SessionName session, MessageMemory before, int attempts) {
    return registry
        .get(session)
        .compose(
            registered -> {
              if (registered.isOwned() || registered.info().wanted() == Wanted.STOPPED) {
                return Future.succeededFuture(registered.info());
              }
              return attempts > 1
                  ? claim(session, before, attempts - 1)
                  : Future.failedFuture(changing());
            });
  }

  private Future<SessionInfo> deploy(SessionInfo claimed, MessageMemory before) {
    SessionVerticle verticle = new SessionVerticle(claimed, environment, before);
    return deployer
        .deploy(verticle)
        .onSuccess(id -> keep(new Hosted(verticle, id)))
        .onFailure(e -> environment.registry().release(environment.ownershipOf(claimed)))
        .map(claimed);
  }

  private void keep(Hosted arrived) {
    hosted.put(arrived.session(), arrived);
    inheritance.arrived(arrived.session());
    arrived
        .verticle()
        .whenOver()
        .onComplete(over -> turns.pass(arrived.session(), () -> remove(arrived)));
    if (!room.isOpen()) {
      // The lease was lost, or the node was told to stop, while this was under way.
      arrived.verticle().abandon();
    }
  }

  private Future<Void> end(SessionName session, Function<SessionVerticle, Future<Void>> how) {
    return turns.pass(
        session,
        () -> {
          Hosted here = hosted.get(session);
          return here == null
              ? Future.succeededFuture()
              : how.apply(here.verticle()).compose(over -> remove(here));
        });
  }

  /** May be repeated. */
  private Future<Void> remove(Hosted over) {
    return hosted.remove(over.session(), over)
        ? deployer.undeploy(over.deploymentId())
        : Future.succeededFuture();
  }

  private Future<Void> forEach(Function<Hosted, Future<Void>> work) {
    List<Future<Void>> all = new ArrayList<>();
    sessions().forEach(each -> all.add(work.apply(each)));
    return Future.join(all).<Void>mapEmpty().otherwiseEmpty();
  }

  private static WaggleException changing() {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE, "The session changed meanwhile; repeat the request.");
  }
}
