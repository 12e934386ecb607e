package dev.waggle.gateway.http;

import dev.waggle.contract.ChatId;
import dev.waggle.gateway.meter.GatewayMeters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request, with an id that the caller gets back as {@code X-Request-Id} (and may
 * choose). Queries are left out, because keys and numbers travel there, and long runs of digits in
 * paths are masked.
 */
public final class RequestLog implements PlatformHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final String HEADER = "X-Request-Id";
  private static final String ID = RequestLog.class.getName();
  private static final Pattern LEGAL_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final GatewayMeters meters;

  /** A log that also has every request counted. */
  public RequestLog(GatewayMeters meters) {
    this.meters = meters;
  }

  @Override
  public void handle(RoutingContext context) {
    if (idOf(context) == null) {
      begin(context);
    }
    context.response().putHeader(HEADER, idOf(context));
    context.next();
  }

  /** The request's id; null before this handler has seen it. */
  static String idOf(RoutingContext context) {
    return context.get(ID);
  }

  private void begin(RoutingContext context) {
    HttpServerRequest request = context.request();
    String chosen = request.getHeader(HEADER);
    boolean legal = chosen != null && LEGAL_ID.matcher(chosen).matches();
    context.put(ID, legal ? chosen : UUID.randomUUID().toString());
    String line = request.method() + " " + ChatId.mask(request.path());
    long start = System.nanoTime();
    context.addEndHandler(ended -> end(context, line, start, ended.succeeded()));
  }

  private void end(RoutingContext context, String line, long start, boolean answered) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    // Over HTTP/2 the end of the stream is told as a failure even when everything was written.
    boolean written = answered || context.response().ended();
    String status = written ? String.valueOf(context.response().getStatusCode()) : "unanswered";
    LOG.info("request={} {} status={} ms={}", idOf(context), line, status, duration.toMillis());
    meters.answered(context, status, duration);
  }
}
