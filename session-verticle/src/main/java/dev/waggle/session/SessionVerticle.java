package dev.waggle.session;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionCommand;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.bus.CommandConsumer;
import dev.waggle.session.bus.EventPublisher;
import dev.waggle.session.bus.WhatsAppBus;
import dev.waggle.session.bus.WhatsAppEvents;
import dev.waggle.session.cache.LiveCache;
import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.lifecycle.SessionEnvironment;
import dev.waggle.session.lifecycle.SessionLifecycle;
import dev.waggle.session.message.Activity;
import dev.waggle.session.message.MessageFeed;
import dev.waggle.session.message.MessageMemory;
import dev.waggle.session.message.OutboundMessages;
import dev.waggle.session.registry.Reason;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One session while this node owns it. Deployed when the node has claimed it; to be undeployed when
 * {@link #whenOver} completes. The methods beside start and stop may be called from any context.
 */
public final class SessionVerticle extends VerticleBase {

  /** WhatsApp answers in less; who is not answered may repeat under the same id. */
  private static final Duration SEND_PATIENCE = Duration.ofSeconds(1);

  /** An entry takes the cluster milliseconds when nothing is wrong with it. */
  private static final Duration CLUSTER_PATIENCE = Duration.ofSeconds(2);

  private final SessionInfo claimed;
  private final SessionEnvironment environment;
  private final MessageMemory before;
  private final Idleness idleness = new Idleness();
  private SessionLifecycle lifecycle;
  private MessageFeed feed;
  private OutboundMessages outbound;
  private LiveCache cache;
  private CommandConsumer<SessionCommand.ToOwner> consumer;

  /**
   * A session that has not begun.
   *
   * @param claimed the session as the claim left it
   * @param before what a former owner has told of its messages
   */
  public SessionVerticle(
      SessionInfo claimed, SessionEnvironment environment, MessageMemory before) {
    this.claimed = claimed;
    this.before = before;
    this.environment = environment;
  }

  /**
   * Done when the cluster knows where commands are answered, or should know: a session does not
   * wait for a cluster that is busy with the loss of a member. The browser comes later.
   */
  @Override
  public Future<?> start() {
    EventPublisher publisher =
        new EventPublisher(vertx.eventBus(), environment.ownershipOf(claimed));
    Activity activity = new Activity(System::nanoTime);
    feed = new MessageFeed(publisher, activity, before);
    lifecycle =
        new SessionLifecycle(vertx, claimed, environment, publisher, feed::accept, activity);
    outbound =
        new OutboundMessages(
            vertx,
            lifecycle::workingPage,
            activity,
            (message, sent) -> feed.onSent(message, sent, lifecycle.me()),
            environment.meters()::sent);
    cache = new LiveCache(vertx, claimed.name(), claimed.generation(), lifecycle::observe);
    publisher.also(new WhatsAppEvents(new WhatsAppBus(vertx.eventBus())));
    publisher.also(cache::onEvent);
    publisher.also(idleness);
    vertx.eventBus().localConsumer(Addresses.MERGED, merged -> publisher.publishAgain());
    consumer =
        new CommandConsumer<>(
            Addresses.owner(claimed.name()),
            SessionCommand.ToOwner.class,
            whileOwned(
                command ->
                    new SessionCommands(lifecycle, outbound, publisher)
                        .handle(command)
                        .recover(failure -> Future.failedFuture(lifecycle.explain(failure)))));
    Future<Void> known = consumer.listen(vertx);
    lifecycle.start();
    return withoutWaitingFor(known);
  }

  /**
   * A node that was frozen finds old commands in its sockets before it finds that its lease is
   * gone, and its sessions may be somebody else's by then.
   */
  private Function<SessionCommand.ToOwner, Future<? extends Record>> whileOwned(
      Function<SessionCommand.ToOwner, Future<? extends Record>> handler) {
    return command ->
        environment.lease().isHeld() ? handler.apply(command) : Future.failedFuture(changing());
  }

  private static WaggleException changing() {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE,
        "The session's node has lost its lease; another one takes over in a few seconds.");
  }

  /** Ends the session if it has not ended, and leaves it wanted as it was. */
  @Override
  public Future<?> stop() {
    Future<Void> known = consumer.close();
    return lifecycle
        .stop(Ending.NODE_LEAVING)
        .eventually(cache::close)
        .eventually(() -> withoutWaitingFor(known));
  }

  /** Never fails. */
  private static Future<Void> withoutWaitingFor(Future<Void> cluster) {
    return cluster.timeout(CLUSTER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
  }

  /** The session as it was claimed. */
  public SessionInfo claimed() {
    return claimed;
  }

  /** See {@link SessionLifecycle#whenOver}. */
  public Future<Void> whenOver() {
    return onContext(SessionLifecycle::whenOver);
  }

  /** See {@link SessionLifecycle#stop}. */
  public Future<Void> end(Reason reason) {
    return onContext(living -> living.stop(reason));
  }

  /** See {@link SessionLifecycle#recycle}. */
  public Future<Void> recycle(Reason reason) {
    return onContext(living -> living.recycle(reason));
  }

  /** Whether anybody would miss it for a moment; may be asked from any thread. */
  public Idleness idleness() {
    return idleness;
  }

  /**
   * Lets what is being sent be answered, then ends the session here for another node to go on with.
   * Never fails.
   *
   * @return what the next owner should know; empty when there is nothing to go on with
   */
  public Future<Optional<MessageMemory>> handOver(Reason reason) {
    return ContextHop.there(
        vertx,
        context,
        () ->
            outbound
                .finish()
                .timeout(SEND_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .otherwiseEmpty()
                .compose(answered -> lifecycle.handOver(reason))
                .map(over -> over ? Optional.of(feed.memory()) : Optional.empty()));
  }

  /** See {@link SessionLifecycle#logout}. */
  public Future<Void> logout() {
    return onContext(SessionLifecycle::logout);
  }

  /** See {@link SessionLifecycle#abandon}. */
  public Future<Void> abandon() {
    return onContext(SessionLifecycle::abandon);
  }

  private Future<Void> onContext(Function<SessionLifecycle, Future<Void>> work) {
    return ContextHop.there(vertx, context, () -> work.apply(lifecycle));
  }
}
