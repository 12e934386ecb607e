package dev.waggle.session;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionStatus;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a session has been doing, for whoever looks for one that nobody would miss for a moment. To
 * be told every event of it; may be asked from any thread.
 */
public final class Idleness implements Consumer<SessionEvent> {

  private volatile Instant last = Instant.now();
  private volatile SessionStatus status = SessionStatus.STARTING;

  @Override
  public void accept(SessionEvent event) {
    switch (event.type()) {
      case STATUS -> status = event.dataAs(StatusChanged.class).status();
      case QR, PAIRING_CODE, COMPLETE, MESSAGE, MESSAGE_SENT -> last = Instant.now();
      case MESSAGE_ACK -> {}
    }
  }

  /** When it last sent, received, or was being linked. */
  public Instant idleSince() {
    return last;
  }

  /** Whether it is connected, and so neither being linked nor in trouble. */
  public boolean isWorking() {
    return status == SessionStatus.WORKING;
  }
}
