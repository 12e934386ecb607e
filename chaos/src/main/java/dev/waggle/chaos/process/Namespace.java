package dev.waggle.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own on this machine, with links to this machine's own network that can be cut
 * and mended one by one: a machine for the nodes that run in it. Needs Linux, root and Debian's
 * package iproute2. Its name holds this process's id, by which what a killed run left is found.
 */
public final class Namespace implements AutoCloseable {

  private static final String PREFIX = "waggle";
  private static final int LIMIT_SECONDS = 10;
  private static final int SUBNETS = 250;

  private final String name = PREFIX + ProcessHandle.current().pid();
  private final List<Link> links = new ArrayList<>();

  private Namespace() {}

  /**
   * Makes one with its loopback; one at a time for each process.
   *
   * @throws IllegalStateException with a sentence that says what is missing
   */
  public static Namespace create() {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new IllegalStateException(
          "To cut a node off takes a network namespace, and that takes root: run it as root.");
    }
    removeOrphans();
    Namespace namespace = new Namespace();
    host("ip", "netns", "add", namespace.name);
    try {
      namespace.run("ip", "link", "set", "lo", "up");
      return namespace;
    } catch (RuntimeException failed) {
      namespace.close();
      throw failed;
    }
  }

  /** A cable between this machine's own network and the namespace. */
  public final class Link {
    private final String outer;
    private final String inner;
    private final String subnet;

    private Link(int number) {
      long pid = ProcessHandle.current().pid();
      this.outer = "wg" + pid + "o" + number;
      this.inner = "wg" + pid + "i" + number;
      this.subnet = "10." + (213 + number) + "." + (pid % SUBNETS) + ".";
    }

    /** The address of this machine's end. */
    public String outerAddress() {
      return subnet + "1";
    }

    /** The address of the namespace's end. */
    public String innerAddress() {
      return subnet + "2";
    }

    /** From now on nothing passes, and nobody is told. */
    public void cut() {
      run("ip", "link", "set", inner, "down");
    }

    /** Everything passes again. */
    public void mend() {
      run("ip", "link", "set", inner, "up");
    }

    private void lay() {
      host("ip", "link", "add", outer, "type", "veth", "peer", "name", inner, "netns", name);
      host("ip", "address", "add", outerAddress() + "/30", "dev", outer);
      host("ip", "link", "set", outer, "up");
      run("ip", "address", "add", innerAddress() + "/30", "dev", inner);
      mend();
    }
  }

  /** Lays a further cable. */
  public Link link() {
    Link link = new Link(links.size());
    links.add(link);
    link.lay();
    return link;
  }

  /** For processes that run in it and listen at its end of a cable. */
  public Place place(Link link) {
    return new Place(List.of("ip", "netns", "exec", name), link.innerAddress());
  }

  /** Runs a command in it that ends soon; what it has printed. */
  public String run(String... command) {
    List<String> line = new ArrayList<>(List.of("ip", "netns", "exec", name));
    line.addAll(List.of(command));
    return host(line.toArray(String[]::new));
  }

  /** Removes it with its cables; what runs in it must have ended. */
  @Override
  public void close() {
    host("ip", "netns", "delete", name);
  }

  /** Of runs that were killed. */
  private static void removeOrphans() {
    host("ip", "netns", "list")
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .filter(each -> each.matches(PREFIX + "[0-9]+"))
        .filter(each -> !isAlive(Long.parseLong(each.substring(PREFIX.length()))))
        .forEach(orphan -> host("ip", "netns", "delete", orphan));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private static String host(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " failed: " + said.strip());
      }
      return said;
    } catch (IOException missing) {
      throw new UncheckedIOException("The command ip is needed: install iproute2.", missing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
