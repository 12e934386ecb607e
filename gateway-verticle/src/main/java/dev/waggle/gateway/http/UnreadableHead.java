package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests whose first line or headers are too long or no HTTP with a problem document,
 * like all others. No router ever sees them.
 */
public final class UnreadableHead implements Handler<HttpServerRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableHead.class);

  private static final String DETAIL =
      "The head of the request cannot be read: keep the address under 4,000 bytes and the headers"
          + " under 8,000 bytes in all, and write both as HTTP asks.";

  @Override
  public void handle(HttpServerRequest request) {
    ErrorCode code = ErrorCode.INVALID_REQUEST;
    String id = UUID.randomUUID().toString();
    LOG.info("request={} unreadable status={}", id, code.httpStatus());
    SecurityHeaders.addTo(request.response().headers());
    request
        .response()
        .setStatusCode(code.httpStatus())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.CONTENT_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // What follows on this connection cannot be told apart any more.
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(new ProblemDocument(code, DETAIL, id, false).toBuffer());
  }
}
