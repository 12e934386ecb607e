package dev.waggle.it.support;

import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.DatabaseServer;
import dev.waggle.chaos.process.NodeLaunch;
import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.StandIn;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A machine with sessions on it that is going to die, and others, with data folders of their own,
 * that are going to take them over. Measures how long that takes.
 */
public final class DyingMachine implements AutoCloseable {

  private static final String SECRET = "only-for-tests-0123456789-0123456789";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Duration pace;
  private final StandIn standIn = StandIn.start();
  private final DatabaseServer database;
  private final int clusterPort = Ports.free();
  private final WaggleJvm dying;
  private final List<WaggleJvm> survivors = new ArrayList<>();
  private final List<String> names;
  private Instant death;

  private DyingMachine(Path folder, int sessions, int others, Duration pace) throws Exception {
    this.folder = folder;
    this.pace = pace;
    this.names = IntStream.range(0, sessions).mapToObj(i -> "s" + i).toList();
    this.database = DatabaseServer.start(folder);
    this.dying = WaggleJvm.start(launch("dying"));
    names.forEach(dying.api()::createAndStart);
    IntStream.range(0, others)
        .forEach(i -> survivors.add(WaggleJvm.launch(launch("survivor-" + i))));
    survivors.forEach(WaggleJvm::awaitReady);
    names.forEach(dying.api()::awaitQrPng);
  }

  /** Starts all machines, with every session on the first one and waiting for its scan. */
  public static DyingMachine start(Path folder, int sessions, int others, Duration pace)
      throws Exception {
    return new DyingMachine(folder, sessions, others, pace);
  }

  /** Links one session after the other; returns when the last one works. */
  public void linkAll() {
    SessionApi api = dying.api();
    long begun = System.nanoTime();
    for (int i = 0; i < names.size(); i++) {
      long due = begun + i * pace.toNanos();
      await().atMost(PATIENCE).until(() -> System.nanoTime() - due >= 0);
      standIn.phone("Phone " + i).scan(api.awaitQrPng(names.get(i))).ok();
    }
    await().atMost(PATIENCE).until(() -> workingSince(api, 1).size() == names.size());
  }

  /** SIGKILL to the JVM, its drivers and its browsers. */
  public void die() {
    List<ProcessHandle> all = dying.process().descendants();
    death = Instant.now();
    ProcessHandle.of(dying.process().pid()).ifPresent(ProcessHandle::destroyForcibly);
    all.forEach(ProcessHandle::destroyForcibly);
    dying.process().kill();
  }

  /** Waits until every session works elsewhere, and prints how long that took. */
  public void awaitWorkingAgain(Duration limit) {
    SessionApi api = survivors.get(0).api();
    await()
        .atMost(limit)
        .ignoreExceptions()
        .pollInterval(500, TimeUnit.MILLISECONDS)
        .until(() -> workingSince(api, 2).size() == names.size());
    List<Long> times =
        new ArrayList<>(
            workingSince(api, 2).values().stream()
                .map(at -> Duration.between(death, at).toMillis())
                .toList());
    Collections.sort(times);
    System.out.printf(
        "%d sessions working again after SIGKILL: %s ms, median %d ms, p95 %d ms%n",
        times.size(), times, at(times, 50), at(times, 95));
  }

  private static long at(List<Long> sorted, int percent) {
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }

  /** Since when each session works that does so under a generation, as a gateway tells it. */
  private static Map<String, Instant> workingSince(SessionApi api, int generation) {
    return api.http().get("/api/sessions").ok().array().stream()
        .map(JsonObject.class::cast)
        .filter(session -> session.getString("status").equals("WORKING"))
        .filter(session -> session.getInteger("generation") == generation)
        .collect(
            Collectors.toMap(
                session -> session.getString("name"),
                session -> Instant.parse(session.getString("statusSince"))));
  }

  public List<String> names() {
    return names;
  }

  public List<WaggleJvm> survivors() {
    return survivors;
  }

  public StandIn standIn() {
    return standIn;
  }

  /** Where the machine kept what it had. */
  public Path folder() {
    return folder.resolve("dying");
  }

  @Override
  public void close() {
    survivors.forEach(WaggleJvm::close);
    dying.close();
    database.close();
    standIn.close();
  }

  private NodeLaunch launch(String name) {
    return NodeLaunch.of(
        folder.resolve(name),
        name,
        "both",
        List.of(
            "session.whatsapp.url=" + standIn.url(),
            "session.database.url=" + database.url(),
            "session.database.user=sa",
            "session.snapshots.key=" + SECRET,
            "session.max-sessions=" + names.size(),
            "session.lease.duration=" + System.getProperty("waggle.death.lease", "5s"),
            "cluster.enabled=on",
            "cluster.name=" + folder.getFileName(),
            "cluster.port=" + clusterPort));
  }
}
