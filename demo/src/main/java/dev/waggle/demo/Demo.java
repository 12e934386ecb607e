package dev.waggle.demo;

import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.HelpOption;
import dev.waggle.launcher.Lifetime;
import dev.waggle.launcher.Waggle;
import dev.waggle.launcher.WaggleNode;
import dev.waggle.launcher.WaggleSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs Waggle and the stand-in on this machine until it is told to end. */
@Command(
    name = "demo",
    description = "Everything on this machine against a stand-in of WhatsApp Web.")
public final class Demo implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin
  @SuppressWarnings("unused") // picocli acts on it
  private HelpOption help;

  @Mixin private DemoOptions options;

  private Demo() {}

  /** Ends the JVM with an {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(Waggle.execute(new Demo(), args));
  }

  @Override
  public Integer call() throws InterruptedException {
    options.check();
    Lifetime lifetime = Lifetime.ofProcess();
    String apiKey = options.apiKey == null ? ApiKeyFile.readOrCreate(options.data) : options.apiKey;
    String standIn = StandIn.start(options.simulatorPort, options.data, lifetime);
    new DemoPhones(standIn).create();
    DemoSettings demo = new DemoSettings(options, apiKey, standIn);
    WaggleSettings settings = demo.ofThisNode(System.getenv());
    // A demo is ready as soon as its gateway answers, so the gateway comes after all else.
    startSessionNodes(demo, lifetime);
    String gateway = WaggleNode.start(settings, lifetime).gatewayAddress().orElseThrow().toString();
    Readiness.await(gateway);
    spec.commandLine().getOut().println(Welcome.text(gateway, apiKey, standIn, options.data));
    lifetime.await();
    return ExitCode.OK.number();
  }

  private void startSessionNodes(DemoSettings demo, Lifetime lifetime) {
    List<CompletableFuture<Void>> ready =
        IntStream.range(0, options.nodes)
            .mapToObj(node -> startSessionNode(demo, lifetime))
            .toList();
    CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new)).join();
  }

  private static CompletableFuture<Void> startSessionNode(DemoSettings demo, Lifetime lifetime) {
    SessionNodeProcess node = SessionNodeProcess.start(demo.ofSessionNodes());
    lifetime.add("session node", node::stop);
    return node.ready();
  }
}
