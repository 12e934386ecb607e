package dev.waggle.chaos.traffic;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.contract.Addresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Callers and phones that write to each other through every session until they are told to end. One
 * more member of the bus listens, and is never struck.
 */
public final class Traffic {

  private static final Duration TO_BE_HEARD = Duration.ofSeconds(30);

  private final Pace pace;
  private final Refusals refusals = new Refusals();
  private final IncomingBook incoming = new IncomingBook();
  private final List<OutgoingChat> chats = new ArrayList<>();
  private final Map<String, Phone> accounts = new LinkedHashMap<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Traffic(Duration between) {
    this.pace = new Pace(between);
  }

  /**
   * Begins.
   *
   * @param accounts the phone of each session, by the session's name
   * @param customers who each session has a chat with, by the session's name
   * @param between from one message of a chat to the next, each way
   */
  public static Traffic begin(
      Map<String, Phone> accounts,
      Map<String, Phone> customers,
      List<SessionApi> gateways,
      BusMember member,
      Duration between)
      throws Exception {
    Traffic traffic = new Traffic(between);
    member.listen(Addresses.EVENTS, traffic.incoming::heard);
    for (Map.Entry<String, Phone> account : accounts.entrySet()) {
      String session = account.getKey();
      traffic.addChat(session, customers.get(session), account.getValue(), gateways);
    }
    traffic.threads.forEach(Thread::start);
    return traffic;
  }

  private void addChat(String session, Phone customer, Phone account, List<SessionApi> gateways) {
    OutgoingChat chat =
        new OutgoingChat(session, chats.size() + 1, customer, gateways, pace, refusals);
    chats.add(chat);
    accounts.put(session, account);
    threads.add(thread("out-" + session, chat));
    threads.add(
        thread(
            "in-" + session,
            new IncomingChat(session, customer, account, pace, incoming, troubles::add)));
  }

  private Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, "chaos-" + name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((dead, why) -> troubles.add(name + " gave up: " + why));
    return thread;
  }

  /**
   * Writes nothing new and waits: until every caller has its answer, as long as it is given, and
   * until every message was heard, 30 s at most.
   *
   * @param grace for callers, who may have to try again
   */
  public void end(Duration grace) throws InterruptedException {
    pace.end(grace);
    long until = System.nanoTime() + grace.toNanos();
    for (Thread thread : threads) {
      long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
      thread.join(left);
    }
    try {
      Awaitility.await().atMost(TO_BE_HEARD).until(incoming::isComplete);
    } catch (ConditionTimeoutException lost) {
      // What is missing is told with the rest.
    }
  }

  /** Writes nothing more, at once. */
  public void abort() {
    pace.end(Duration.ZERO);
  }

  /** What came of it all, with a look at what the phones have. */
  public TrafficResult result() {
    return new TrafficResult(
        chats.stream().map(ChatResult::of).toList(),
        incoming.all(taken()),
        refusals.counts(),
        refusals.forGood());
  }

  /** What kept a writer from writing and was not the gateways' doing, in words. */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** The texts of phones that the stand-in has, whatever those were told. */
  private Set<String> taken() {
    return accounts.entrySet().stream()
        .flatMap(
            account ->
                account.getValue().texts().stream()
                    .filter(text -> text != null)
                    .filter(text -> text.startsWith(IncomingChat.mark(account.getKey()))))
        .collect(Collectors.toSet());
  }
}
