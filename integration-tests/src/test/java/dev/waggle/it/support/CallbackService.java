package dev.waggle.it.support;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.guide.ClientHandle;
import dev.waggle.contract.guide.QrData;
import dev.waggle.contract.guide.SessionCallbacks;
import dev.waggle.contract.guide.StatusData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM service in the Integration Guide's style, which is told of the session that it wants. */
public final class CallbackService implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final List<QrData> qrs = new CopyOnWriteArrayList<>();
  private final List<StatusData> statuses = new CopyOnWriteArrayList<>();
  private final ClientHandle handle;

  private CallbackService(SessionClient client, SessionName session) throws Exception {
    this.handle =
        client
            .getOrCreateClientWithCallbacks(session, new Told())
            .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Has the session created or started, and listens. */
  public static CallbackService start(BusMember member, String session) throws Exception {
    return new CallbackService(new SessionClient(member.vertx()), new SessionName(session));
  }

  /** Every QR that it was told of, oldest first. */
  public List<QrData> qrs() {
    return List.copyOf(qrs);
  }

  /** Every status that it was told of, oldest first. */
  public List<StatusData> statuses() {
    return List.copyOf(statuses);
  }

  @Override
  public void close() throws TimeoutException {
    handle.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Told implements SessionCallbacks {

    @Override
    public void onQRCode(QrData qr) {
      qrs.add(qr);
    }

    @Override
    public void onStatusChange(StatusData status) {
      statuses.add(status);
    }
  }
}
