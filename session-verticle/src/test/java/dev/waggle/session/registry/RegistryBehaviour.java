package dev.waggle.session.registry;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.KeySecret;
import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Transition;
import dev.waggle.session.settings.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry does on every database that it supports; each test has an empty one. */
abstract class RegistryBehaviour {

  private static final SessionName SALES = new SessionName("sales");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration LAPSED = Duration.ofMillis(-1);
  private static final Account ME = new Account("5511999999999@c.us", "Ana");

  private static final Reason FINE = Reason.of("Fine.");

  /** How many moves the databases of these tests keep. */
  private static final int HISTORY = 8;

  private static final KeyScope SCOPE = KeyScope.of(Set.of(SALES), Set.of(KeyAction.READ));

  @TempDir Path data;

  private final Vertx vertx = Vertx.vertx();
  private Database database;
  private SessionRegistry sessions;
  private OwnershipRegistry ownerships;
  private NodeRegistry nodes;
  private ApiKeyRegistry keys;

  /** Settings that lead to an empty database. */
  abstract DatabaseSettings emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = await(Database.open(vertx, shortOfMemory(emptyDatabase()), data));
    sessions = new SessionRegistry(database);
    ownerships = new OwnershipRegistry(database);
    nodes = new NodeRegistry(database);
    keys = new ApiKeyRegistry(database);
  }

  @AfterEach
  void close() {
    await(database.close());
    await(vertx.close());
  }

  @Test
  void shouldFindWhatWasCreated() {
    SessionConfig config = new SessionConfig(3, 8, Map.of("team", "Nürnberg ✓"));

    SessionInfo created = await(sessions.create(SALES, Wanted.STOPPED, config));

    assertThat(await(sessions.get(SALES)).info()).isEqualTo(created);
    assertThat(created.config()).isEqualTo(config);
    assertThat(created.status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(created.generation()).isZero();
    assertThat(created.createdAt()).isNotNull();
  }

  @Test
  void shouldRefuseASecondSessionOfTheName() {
    create(SALES);

    assertThat(codeOf(sessions.create(SALES, Wanted.STOPPED, SessionConfig.DEFAULT)))
        .isEqualTo(ErrorCode.SESSION_EXISTS);
  }

  @Test
  void shouldSayWhenASessionIsNotThere() {
    assertThat(codeOf(sessions.get(SALES))).isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    assertThat(codeOf(sessions.setWanted(SALES, Wanted.RUNNING)))
        .isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    assertThat(codeOf(sessions.delete(SALES))).isEqualTo(ErrorCode.SESSION_NOT_FOUND);
  }

  @Test
  void shouldListSessionsByName() {
    create(new SessionName("b"));
    create(new SessionName("a"));

    assertThat(await(sessions.list()))
        .extracting(session -> session.info().name().value())
        .containsExactly("a", "b");
  }

  @Test
  void shouldReplaceTheConfig() {
    create(SALES);

    await(sessions.updateConfig(SALES, new SessionConfig(7, null, Map.of())));

    assertThat(await(sessions.get(SALES)).info().config().qrMaxAttempts()).isEqualTo(7);
  }

  @Test
  void shouldNameTheOwnerAndRaiseTheGenerationOnAClaim() {
    create(SALES);
    join("one", LONG);

    SessionInfo claimed = claim("one").orElseThrow();

    assertThat(claimed.node()).isEqualTo("one");
    assertThat(claimed.generation()).isEqualTo(1);
    assertThat(claimed.status()).isEqualTo(SessionStatus.STARTING);
  }

  @Test
  void shouldKnowAnOwnerUntilItsLeaseEnds() {
    create(SALES);
    join("one", LONG);
    Ownership first = new Ownership(SALES, "one", claim("one").orElseThrow().generation());
    assertThat(await(ownerships.isOwner(first))).isTrue();

    lapse("one");

    assertThat(await(ownerships.isOwner(first))).isFalse();
  }

  @Test
  void shouldKnowNoOwnerOfAnOlderGeneration() {
    create(SALES);
    join("one", LONG);
    Ownership first = new Ownership(SALES, "one", claim("one").orElseThrow().generation());
    await(ownerships.release(first));

    claim("one");

    assertThat(await(ownerships.isOwner(first))).isFalse();
  }

  @Test
  void shouldNotLetTheSameOwnerClaimTwice() {
    create(SALES);
    join("one", LONG);
    claim("one");

    assertThat(claim("one")).isEmpty();
  }

  @Test
  void shouldNotClaimFromAnOwnerWithAValidLease() {
    create(SALES);
    join("one", LONG);
    join("two", LONG);
    claim("one");

    assertThat(claim("two")).isEmpty();
    assertThat(await(sessions.get(SALES)).info().node()).isEqualTo("one");
  }

  @Test
  void shouldLetExactlyOneOfManyClaimsWin() {
    create(SALES);
    List<String> names = IntStream.range(0, 12).mapToObj(i -> "node-" + i).toList();
    names.forEach(name -> join(name, LONG));

    List<Future<Optional<SessionInfo>>> claims =
        names.stream().map(name -> ownerships.claim(SALES, name)).toList();
    await(Future.join(claims));

    assertThat(claims).filteredOn(claim -> claim.result().isPresent()).hasSize(1);
    assertThat(await(sessions.get(SALES)).info().generation()).isEqualTo(1);
  }

  @Test
  void shouldClaimFromAnOwnerWhoseLeaseHasRunOut() {
    create(SALES);
    join("one", LONG);
    claim("one");
    lapse("one");
    join("two", LONG);

    assertThat(claim("two")).map(SessionInfo::generation).contains(2L);
  }

  @Test
  void shouldClaimWhatWasReleased() {
    create(SALES);
    join("one", LONG);
    join("two", LONG);
    await(ownerships.release(new Ownership(SALES, "one", claim("one").orElseThrow().generation())));

    assertThat(claim("two")).isPresent();
  }

  @Test
  void shouldNotClaimWithoutALeaseOfItsOwn() {
    create(SALES);
    join("one", LAPSED);

    assertThat(claim("one")).isEmpty();
    assertThat(claim("never-joined")).isEmpty();
  }

  @Test
  void shouldNotClaimWhatIsWantedStopped() {
    await(sessions.create(SALES, Wanted.STOPPED, SessionConfig.DEFAULT));
    join("one", LONG);

    assertThat(claim("one")).isEmpty();
  }

  @Test
  void shouldKeepWhatTheOwnerWrites() {
    Ownership ownership = claimedBy("one");

    Reason reason = new Reason(StatusCause.LINK_REFUSED, "Try again.");

    await(ownerships.saveState(ownership, new SavedState(SessionStatus.SCAN_QR_CODE, reason, ME)));

    SessionInfo info = await(sessions.get(SALES)).info();
    assertThat(info.status()).isEqualTo(SessionStatus.SCAN_QR_CODE);
    assertThat(info.reason()).isEqualTo("Try again.");
    assertThat(info.cause()).isEqualTo(StatusCause.LINK_REFUSED);
    assertThat(info.me()).isEqualTo(ME);
  }

  @Test
  void shouldRefuseWhatAnOlderOwnerWrites() {
    Ownership old = claimedBy("one");
    lapse("one");
    join("two", LONG);
    claim("two");

    assertThat(
            codeOf(
                ownerships.saveState(
                    old, new SavedState(SessionStatus.WORKING, Reason.of("Mine."), ME))))
        .isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
    await(ownerships.release(old));
    assertThat(await(sessions.get(SALES)).info().node()).isEqualTo("two");
  }

  @Test
  void shouldNotReviveALeaseThatHasRunOut() {
    join("one", LAPSED);

    assertThat(await(nodes.renew("one", LONG, this::idle))).isFalse();
    assertThat(await(nodes.live())).isEmpty();
  }

  @Test
  void shouldRenewALeaseThatIsValid() {
    join("one", LONG);

    assertThat(await(nodes.renew("one", LONG, () -> new NodeLoad("1", 7, 42, 21, 84, 0.25, true))))
        .isTrue();
    assertThat(await(nodes.live())).containsExactly(new LiveNode("one", 0, 7, 42, 21, true));
  }

  @Test
  void shouldListEveryNodeWithWhatItToldLast() {
    Ownership ownership = claimedBy("one");
    create(new SessionName("support"));
    await(ownerships.claim(new SessionName("support"), "one"));
    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.FAILED, Reason.of("Gave up."), null)));
    join("two", LAPSED);

    List<NodeInfo> listed = await(new NodeDirectory(database).list("one"));

    assertThat(listed).extracting(NodeInfo::leaseUntil).doesNotContainNull();
    assertThat(listed)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("leaseUntil")
        .containsExactly(
            new NodeInfo(
                "one", "1", true, 2, 1, 10, 8, 1_000_000, 2_000_000, 0.5, false, null, true),
            new NodeInfo(
                "two", "1", false, 0, 0, 10, 0, 1_000_000, 2_000_000, 0.5, false, null, false));
  }

  @Test
  void shouldCountNoPlacesOnAMachineThatIsShortOfMemory() {
    await(nodes.join("one", LONG, () -> new NodeLoad("1", 10, 42, 43, 84, 0.5, false)));

    assertThat(await(new NodeDirectory(database).list("one")))
        .extracting(NodeInfo::places)
        .containsExactly(0);
    assertThat(await(nodes.live())).noneMatch(LiveNode::hasRoom);
  }

  @Test
  void shouldGiveATurnToOneNodeAtATime() {
    ClusterTurn turn = new ClusterTurn(database, ClusterTurn.Work.REBALANCE);
    join("one", LONG);
    join("two", LONG);

    assertThat(await(turn.take("one"))).isTrue();
    assertThat(await(turn.take("two"))).isFalse();
    await(turn.giveBack("two"));
    assertThat(await(turn.isHeldBy("one"))).isTrue();
    await(turn.giveBack("one"));
    assertThat(await(turn.take("two"))).isTrue();
  }

  @Test
  void shouldTakeATurnFromANodeThatIsGoneOrBeginsAnew() {
    ClusterTurn turn = new ClusterTurn(database, ClusterTurn.Work.REBALANCE);
    join("one", LONG);
    join("two", LONG);
    await(turn.take("one"));

    lapse("one");
    assertThat(await(turn.take("two"))).isTrue();
    assertThat(await(turn.isHeldBy("one"))).isFalse();
    join("two", LONG);
    assertThat(await(turn.isHeldBy("two"))).isFalse();
  }

  @Test
  void shouldCountTheSessionsOfANode() {
    claimedBy("one");
    join("two", LONG);

    assertThat(await(nodes.live())).extracting(LiveNode::sessions).containsExactly(1, 0);
  }

  @Test
  void shouldGiveUpWhatANodeOwnedWhenItJoinsAgain() {
    claimedBy("one");

    join("one", LONG);

    assertThat(await(sessions.get(SALES)).isOwned()).isFalse();
  }

  @Test
  void shouldNotReportASessionOfADeadNodeAsWorking() {
    Ownership ownership = claimedBy("one");
    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.WORKING, Reason.of("Fine."), ME)));
    lapse("one");

    SessionInfo info = await(sessions.get(SALES)).info();

    assertThat(info.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(info.node()).isNull();
  }

  @Test
  void shouldGoOnReconnectingWhereTheOwnerOfALinkedSessionDied() {
    Ownership ownership = claimedBy("one");
    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.WORKING, Reason.of("Fine."), ME)));
    lapse("one");
    join("two", LONG);

    SessionInfo claimed = claim("two").orElseThrow();

    assertThat(claimed.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(claimed.cause()).isEqualTo(StatusCause.NODE_GONE);
  }

  @Test
  void shouldGoOnForTheReasonThatAnOwnerGaveWhenItHandedOver() {
    Reason moved = new Reason(StatusCause.HANDED_OVER, "It moves.");
    Ownership ownership = claimedBy("one");
    await(ownerships.saveState(ownership, new SavedState(SessionStatus.RECONNECTING, moved, ME)));
    await(ownerships.release(ownership));
    assertThat(await(sessions.get(SALES)).info().cause()).isEqualTo(StatusCause.HANDED_OVER);
    join("two", LONG);

    SessionInfo claimed = claim("two").orElseThrow();

    assertThat(claimed.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(claimed.cause()).isEqualTo(StatusCause.HANDED_OVER);
    assertThat(claimed.reason()).isEqualTo("It moves.");
  }

  @Test
  void shouldStartAnewWhatWasNotLinkedWhenItsOwnerDied() {
    Ownership ownership = claimedBy("one");
    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.SCAN_QR_CODE, Reason.of("Scan."), null)));
    lapse("one");
    join("two", LONG);

    assertThat(claim("two")).map(SessionInfo::status).contains(SessionStatus.STARTING);
  }

  @Test
  void shouldFindOrphansThatShouldRun() {
    claimedBy("one");
    lapse("one");
    create(new SessionName("never-started"));
    await(sessions.create(new SessionName("not-wanted"), Wanted.STOPPED, SessionConfig.DEFAULT));

    assertThat(await(ownerships.orphans()))
        .extracting(SessionName::value)
        .containsExactly("never-started", "sales");
  }

  @Test
  void shouldLeaveASessionThatGaveUpToAPerson() {
    Ownership ownership = claimedBy("one");
    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.FAILED, Reason.of("Gave up."), null)));
    await(ownerships.release(ownership));

    assertThat(await(ownerships.orphans())).isEmpty();
  }

  @Test
  void shouldSettleOnlyWhatNobodyOwns() {
    Ownership ownership = claimedBy("one");
    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.WORKING, Reason.of("Fine."), ME)));

    SessionInfo owned = await(sessions.settle(SALES, SessionStatus.STOPPED, Reason.of("Stopped.")));
    await(ownerships.release(ownership));
    SessionInfo free =
        await(sessions.settleUnlinked(SALES, SessionStatus.LOGGED_OUT, Reason.of("Logged out.")));

    assertThat(owned.status()).isEqualTo(SessionStatus.WORKING);
    assertThat(free.status()).isEqualTo(SessionStatus.LOGGED_OUT);
    assertThat(free.me()).isNull();
  }

  @Test
  void shouldWriteEveryMoveDownWithItsOwner() {
    Ownership first = claimedBy("one");
    Reason failed = new Reason(StatusCause.BROWSER_FAILED, "The browser died.");
    await(ownerships.saveState(first, new SavedState(SessionStatus.WORKING, FINE, ME)));
    await(ownerships.saveState(first, new SavedState(SessionStatus.RECONNECTING, failed, ME)));
    lapse("one");
    join("two", LONG);
    claim("two");

    List<Transition> history = await(sessions.history(SALES, 10));

    assertThat(history)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at", "reason")
        .containsExactly(
            moved(
                SessionStatus.RECONNECTING,
                SessionStatus.RECONNECTING,
                StatusCause.NODE_GONE,
                "two",
                2),
            moved(
                SessionStatus.WORKING,
                SessionStatus.RECONNECTING,
                StatusCause.BROWSER_FAILED,
                "one",
                1),
            moved(SessionStatus.STARTING, SessionStatus.WORKING, null, "one", 1),
            moved(null, SessionStatus.STARTING, null, "one", 1));
    assertThat(history.get(1).reason()).isEqualTo("The browser died.");
    assertThat(history).extracting(Transition::at).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void shouldNotRepeatWhatTheHistorySaysAlready() {
    Ownership owner = claimedBy("one");
    Reason failed = new Reason(StatusCause.BROWSER_FAILED, "The browser died.");
    SavedState starting = new SavedState(SessionStatus.STARTING, Reason.of("Starting."), null);
    SavedState reconnecting = new SavedState(SessionStatus.RECONNECTING, failed, ME);

    await(ownerships.saveState(owner, starting));
    await(ownerships.saveState(owner, reconnecting));
    await(ownerships.saveState(owner, reconnecting));

    assertThat(await(sessions.history(SALES, 10)))
        .extracting(Transition::to)
        .containsExactly(SessionStatus.RECONNECTING, SessionStatus.STARTING);
  }

  @Test
  void shouldKeepOnlyTheLastMovesOfEachSession() {
    Ownership owner = claimedBy("one");
    for (int i = 1; i <= HISTORY + 2; i++) {
      Reason reason = new Reason(StatusCause.CONNECTION_LOST, "Lost " + i + ".");
      await(ownerships.saveState(owner, new SavedState(SessionStatus.RECONNECTING, reason, ME)));
    }

    List<Transition> history = await(sessions.history(SALES, 1_000));

    assertThat(history).hasSize(HISTORY);
    assertThat(history.get(0).reason()).isEqualTo("Lost " + (HISTORY + 2) + ".");
    assertThat(await(sessions.history(SALES, 2))).isEqualTo(history.subList(0, 2));
  }

  @Test
  void shouldSayInTheHistoryThatASessionWasGivenUpWithoutAnEnd() {
    Ownership owner = claimedBy("one");
    await(ownerships.saveState(owner, new SavedState(SessionStatus.WORKING, FINE, ME)));

    await(ownerships.release(owner));

    Transition last = await(sessions.history(SALES, 1)).get(0);
    assertThat(last.to()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(last.cause()).isEqualTo(StatusCause.NODE_GONE);
    assertThat(last.node()).isEqualTo("one");
  }

  @Test
  void shouldWriteNoMoveDownThatWasRefused() {
    Ownership old = claimedBy("one");
    lapse("one");
    join("two", LONG);
    claim("two");
    List<Transition> before = await(sessions.history(SALES, 10));

    codeOf(ownerships.saveState(old, new SavedState(SessionStatus.WORKING, FINE, ME)));
    await(ownerships.release(old));
    await(sessions.settle(SALES, SessionStatus.STOPPED, Reason.of("Stopped.")));

    assertThat(await(sessions.history(SALES, 10))).isEqualTo(before);
  }

  @Test
  void shouldForgetTheHistoryOfASessionThatIsDeleted() {
    Ownership owner = claimedBy("one");
    await(ownerships.release(owner));
    await(sessions.settle(SALES, SessionStatus.STOPPED, Reason.of("Stopped.")));
    assertThat(await(sessions.history(SALES, 1)).get(0).node()).isNull();

    await(sessions.delete(SALES));

    assertThat(codeOf(sessions.history(SALES, 1))).isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    create(SALES);
    assertThat(await(sessions.history(SALES, 10))).isEmpty();
  }

  @Test
  void shouldCountAnOutageFromTheEndOfTheLostLease() {
    Ownership owner = claimedBy("one");
    await(ownerships.saveState(owner, new SavedState(SessionStatus.WORKING, FINE, ME)));
    lapse("one");
    Instant lost = await(new NodeDirectory(database).list("two")).get(0).leaseUntil();
    join("two", LONG);

    assertThat(claim("two").orElseThrow().statusSince()).isEqualTo(lost);
  }

  private static DatabaseSettings shortOfMemory(DatabaseSettings settings) {
    return new DatabaseSettings(
        settings.url(),
        settings.user(),
        settings.password(),
        settings.poolSize(),
        settings.timeout(),
        HISTORY);
  }

  private static Transition moved(
      SessionStatus from, SessionStatus to, StatusCause cause, String node, long generation) {
    return new Transition(from, to, cause, "", node, generation, null);
  }

  @Test
  void shouldNotDeleteWhatSomebodyOwns() {
    claimedBy("one");

    assertThat(codeOf(sessions.delete(SALES))).isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldGoOnCountingGenerationsUnderAReusedName() {
    Ownership ownership = claimedBy("one");
    await(ownerships.release(ownership));
    await(sessions.delete(SALES));

    create(SALES);

    assertThat(claim("one")).map(SessionInfo::generation).contains(2L);
  }

  @Test
  void shouldCutANameThatIsTooLongForItsColumn() {
    Ownership ownership = claimedBy("one");
    Account talkative = new Account(ME.id(), "\0" + "x".repeat(499) + "\uD83D\uDC1D");

    await(
        ownerships.saveState(
            ownership, new SavedState(SessionStatus.WORKING, Reason.of("Ok."), talkative)));

    assertThat(await(sessions.get(SALES)).info().me().pushName()).isEqualTo("x".repeat(499));
  }

  @Test
  void shouldFindAKeyByItsHashAlone() {
    KeySecret secret = KeySecret.random();

    ApiKey created = await(keys.create(keyOf(secret, null)));

    assertThat(await(keys.find(secret.hash()))).isEqualTo(created);
    assertThat(created.scope()).isEqualTo(SCOPE);
    assertThat(created.expiresAt()).isNull();
    assertThat(codeOf(keys.find(KeySecret.random().hash()))).isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void shouldKeepAKeyOnceThatIsSentTwice() {
    KeyCommand.Create create = keyOf(KeySecret.random(), null);

    ApiKey first = await(keys.create(create));
    ApiKey second = await(keys.create(create));

    assertThat(second).isEqualTo(first);
    assertThat(await(keys.list())).containsExactly(first);
  }

  @Test
  void shouldFindARevokedKeyNoMore() {
    KeySecret secret = KeySecret.random();
    await(keys.create(keyOf(secret, null)));

    await(keys.revoke(secret.id()));

    assertThat(codeOf(keys.find(secret.hash()))).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(await(keys.list())).isEmpty();
    assertThat(codeOf(keys.revoke(secret.id()))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void shouldFindAKeyNoMoreThatHasExpired() {
    KeySecret secret = KeySecret.random();
    ApiKey created = await(keys.create(keyOf(secret, 1L)));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(await(keys.find(secret.hash()).map(ApiKey::id).otherwise("none")))
                    .isEqualTo("none"));

    assertThat(codeOf(keys.find(secret.hash()))).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(created.expiresAt()).isEqualTo(created.createdAt().plusSeconds(1));
    assertThat(await(keys.list())).containsExactly(created);
  }

  private static KeyCommand.Create keyOf(KeySecret secret, Long expiresInSeconds) {
    return new KeyCommand.Create(secret.id(), secret.hash(), "CRM", SCOPE, expiresInSeconds);
  }

  private NodeLoad idle() {
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }

  private void create(SessionName session) {
    await(sessions.create(session, Wanted.RUNNING, SessionConfig.DEFAULT));
  }

  private void join(String node, Duration lease) {
    await(nodes.join(node, lease, this::idle));
  }

  private void lapse(String node) {
    assertThat(await(nodes.renew(node, LAPSED, this::idle))).isTrue();
  }

  private Optional<SessionInfo> claim(String node) {
    return await(ownerships.claim(SALES, node));
  }

  private Ownership claimedBy(String node) {
    create(SALES);
    join(node, LONG);
    return new Ownership(SALES, node, claim(node).orElseThrow().generation());
  }
}
