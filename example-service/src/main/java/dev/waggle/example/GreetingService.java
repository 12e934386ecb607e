package dev.waggle.example;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Links a session, greets one person as soon as it works, and prints what arrives until somebody
 * writes "bye".
 *
 * <pre>java … GreetingService CLUSTER-NAME HOST:PORT[,HOST:PORT] SESSION CHAT-ID GREETING</pre>
 */
public final class GreetingService {

  private static final long LIMIT_MINUTES = 10;

  private final SessionClient waggle;
  private final SessionName session;
  private final String chatId;
  private final String greeting;
  private final PrintStream out;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private GreetingService(Vertx vertx, String[] args, PrintStream out) {
    this.waggle = new SessionClient(vertx);
    this.session = new SessionName(args[2]);
    this.chatId = args[3];
    this.greeting = args[4];
    this.out = out;
  }

  /** Runs until the farewell, or ten minutes at most. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Vertx vertx =
        ClusterMember.join(args[0], List.of(args[1].split(",")))
            .toCompletionStage()
            .toCompletableFuture()
            .get(1, TimeUnit.MINUTES);
    try {
      GreetingService service = new GreetingService(vertx, args, out);
      service.run().onFailure(service.done::completeExceptionally);
      service.done.get(LIMIT_MINUTES, TimeUnit.MINUTES);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  private Future<?> run() {
    return waggle
        .subscribe(session, this::onEvent)
        .compose(subscribed -> waggle.create(session, true, SessionConfig.DEFAULT))
        .onSuccess(info -> out.println("CREATED " + info.name()));
  }

  private void onEvent(SessionEvent event) {
    if (event.type() == SessionEventType.QR) {
      out.println(event.dataAs(QrCode.class).ascii());
    } else if (event.type() == SessionEventType.STATUS) {
      onStatus(event.dataAs(StatusChanged.class).status());
    } else if (event.type() == SessionEventType.MESSAGE) {
      onMessage(event.dataAs(Message.class));
    }
  }

  private void onStatus(SessionStatus status) {
    out.println("STATUS " + status);
    if (status == SessionStatus.WORKING) {
      waggle
          .sendText(session, chatId, greeting)
          .onSuccess(sent -> out.println("SENT ack " + sent.ack()))
          .onFailure(done::completeExceptionally);
    }
  }

  private void onMessage(Message message) {
    out.println("RECEIVED " + message.body());
    if (Arrays.asList("bye", "Bye").contains(message.body())) {
      done.complete(null);
    }
  }
}
