package dev.waggle.it.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends the requests of a factory, each over a connection of its own, and looks at the answers. */
final class FuzzRun {

  /** Longer than any answer may take. */
  private static final int SOCKET_MILLIS = 75_000;

  private static final int THREADS = 16;
  private static final int RUN_MINUTES = 5;

  private final URI target;
  private final RequestFactory factory;
  private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
  private final Map<String, Set<Integer>> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  FuzzRun(String url, RequestFactory factory) {
    this.target = URI.create(url);
    this.factory = factory;
  }

  /** Sends the requests 0 to {@code count - 1}. */
  void send(int count) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(() -> sendUntil(count));
    }
    threads.shutdown();
    if (!threads.awaitTermination(RUN_MINUTES, TimeUnit.MINUTES)) {
      threads.shutdownNow();
      throw new AssertionError("The run did not end in time.");
    }
  }

  /** Every answer that should not be, with its request. */
  List<String> findings() {
    return new ArrayList<>(findings);
  }

  /** The statuses that each operation's requests were answered with. */
  Map<String, Set<Integer>> statuses() {
    return new TreeMap<>(statuses);
  }

  private void sendUntil(int count) {
    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      RawRequest request = factory.make(number);
      RawAnswer answer = exchange(request);
      statuses
          .computeIfAbsent(request.operation(), id -> new ConcurrentSkipListSet<>())
          .add(answer.status());
      answer
          .complaint(request)
          .ifPresent(what -> findings.add(what + ": " + request.describe() + "\n  → " + answer));
    }
  }

  private RawAnswer exchange(RawRequest request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
      socket.setSoTimeout(SOCKET_MILLIS);
      write(socket, request);
      return RawAnswer.parse(read(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(request.describe(), e);
    }
  }

  /** A server that has refused the head may hang up before it has the body. */
  private static void write(Socket socket, RawRequest request) {
    try {
      socket.getOutputStream().write(request.bytes().getBytes());
      if (request.cutOff()) {
        socket.shutdownOutput();
      }
    } catch (IOException hungUp) {
      // What it said before that is read all the same.
    }
  }

  private static byte[] read(Socket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8_192];
    try {
      for (int n = socket.getInputStream().read(part); n >= 0; ) {
        all.write(part, 0, n);
        n = socket.getInputStream().read(part);
      }
    } catch (IOException reset) {
      // The answer is what came before.
    }
    return all.toByteArray();
  }
}
