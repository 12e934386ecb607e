package dev.waggle.session.registry;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** Tells the pool which of H2's failures mean that a connection is good for nothing any more. */
public final class BrokenConnections implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_IS_CLOSED -> Override.MUST_EVICT;
      default -> Override.CONTINUE_EVICT;
    };
  }
}
