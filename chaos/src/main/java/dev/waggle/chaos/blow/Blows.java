package dev.waggle.chaos.blow;

import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.Machine;
import dev.waggle.chaos.cluster.SeenSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Chooses blows at random, but so that every kind has its turn before one comes again. Nodes with
 * many sessions are struck more often than others.
 */
public final class Blows {

  /** A lease is 5 s, and its sessions are elsewhere some seconds later; then it wakes up. */
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(8);

  private static final int MOST_MORE_MS = 6_000;

  private final ChaosCluster cluster;
  private final Random random;
  private final List<BlowKind> deck = new ArrayList<>();

  public Blows(ChaosCluster cluster, Random random) {
    this.cluster = cluster;
    this.random = random;
  }

  /**
   * The next one. A kind that finds nothing to strike waits for its turn.
   *
   * @param sessions as they are now, all of them working
   * @return empty when there is nothing to strike at all
   */
  public Optional<Blow> next(Map<String, SeenSession> sessions) {
    Optional<Blow> found = ofDeck(sessions);
    if (found.isEmpty()) {
      shuffle();
      found = ofDeck(sessions);
    }
    found.ifPresent(blow -> deck.remove(blow.kind()));
    return found;
  }

  private Optional<Blow> ofDeck(Map<String, SeenSession> sessions) {
    return deck.stream()
        .map(kind -> blow(kind, targets(kind), sessions))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void shuffle() {
    deck.clear();
    deck.addAll(List.of(BlowKind.values()));
    Collections.shuffle(deck, random);
  }

  private List<Machine> targets(BlowKind kind) {
    return kind == BlowKind.CUT_OFF
        ? cluster.machines().stream().filter(Machine::canBeCutOff).toList()
        : cluster.machines();
  }

  /** One more while another lasts: on a process of some other node, so that one stays able. */
  public Optional<Blow> beside(Blow first, Map<String, SeenSession> sessions) {
    List<Machine> others =
        cluster.machines().stream()
            .filter(machine -> !machine.name().equals(first.machine()))
            .toList();
    BlowKind kind = random.nextBoolean() ? BlowKind.BROWSER : BlowKind.DRIVER;
    return blow(kind, others, sessions);
  }

  private Optional<Blow> blow(
      BlowKind kind, List<Machine> targets, Map<String, SeenSession> sessions) {
    List<Owned> owned =
        targets.stream()
            .flatMap(machine -> sessionsOn(machine, sessions.values()).stream())
            .toList();
    if (owned.isEmpty()) {
      return Optional.empty();
    }
    Owned target = owned.get(random.nextInt(owned.size()));
    return kind.isOfNode()
        ? Optional.of(ofNode(kind, target.machine(), sessions.values()))
        : ofProcess(kind, target);
  }

  private Blow ofNode(BlowKind kind, Machine machine, Collection<SeenSession> sessions) {
    Set<String> hit =
        sessionsOn(machine, sessions).stream()
            .map(Owned::session)
            .collect(Collectors.toCollection(TreeSet::new));
    Duration more = Duration.ofMillis(random.nextInt(MOST_MORE_MS));
    boolean silent = kind == BlowKind.FREEZE || kind == BlowKind.CUT_OFF;
    Duration lasts = silent ? LONGER_THAN_A_LEASE.plus(more) : more;
    return new NodeBlow(kind, cluster, machine, hit, lasts);
  }

  private static Optional<Blow> ofProcess(BlowKind kind, Owned target) {
    BrowserProcesses processes = BrowserProcesses.of(target.machine().jvm().process().handle());
    String session = target.session();
    String machine = target.machine().name();
    return switch (kind) {
      case BROWSER ->
          processes
              .browser(session)
              .map(found -> new ProcessBlow(kind, machine, Set.of(session), found));
      case RENDERER ->
          processes
              .renderer(session)
              .map(found -> new ProcessBlow(kind, machine, Set.of(session), found));
      case DRIVER ->
          processes
              .driver(session)
              .map(
                  found ->
                      new ProcessBlow(kind, machine, BrowserProcesses.sessionsOf(found), found));
      default -> throw new IllegalStateException(kind + " strikes no process");
    };
  }

  private static List<Owned> sessionsOn(Machine machine, Collection<SeenSession> sessions) {
    String node = machine.nodeId().orElse("");
    return sessions.stream()
        .filter(session -> node.equals(session.node()))
        .map(session -> new Owned(machine, session.name()))
        .toList();
  }

  private record Owned(Machine machine, String session) {}
}
