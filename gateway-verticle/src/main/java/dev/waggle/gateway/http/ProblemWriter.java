package dev.waggle.gateway.http;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.limit.Allowance;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failed request with a problem document, and logs the defects among them. */
public final class ProblemWriter implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

  private static final int BAD_REQUEST = 400;

  /** A session whose node died is back within some seconds. */
  private static final long NEXT_OWNER_SECONDS = 2;

  /** Room is made by people, or by a session that ends. */
  private static final long ROOM_SECONDS = 10;

  private final ApiDocument document;
  private final ValidationProblems validation;
  private final long bodyLimit;

  /**
   * A writer for one gateway.
   *
   * @param bodyLimit in bytes, to be named to whoever exceeds it
   */
  public ProblemWriter(ApiDocument document, long bodyLimit) {
    this.document = document;
    this.validation = new ValidationProblems(document);
    this.bodyLimit = bodyLimit;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    WaggleException problem = problemOf(context);
    String requestId = RequestLog.idOf(context);
    if (problem.code() == ErrorCode.INTERNAL) {
      logDefect(requestId, context.failure());
    }
    addHeaders(problem.code(), context);
    retryAfter(problem)
        .ifPresent(wait -> response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait)));
    response
        .setStatusCode(problem.code().httpStatus())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.CONTENT_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(
            new ProblemDocument(
                    problem.code(), problem.getMessage(), requestId, inEnvelope(context))
                .toBuffer());
  }

  /** In seconds. */
  private static Optional<Long> retryAfter(WaggleException problem) {
    return switch (problem.code()) {
      case OWNER_UNAVAILABLE -> Optional.of(NEXT_OWNER_SECONDS);
      case NO_CAPACITY -> Optional.of(ROOM_SECONDS);
      default -> problem.retryAfter().map(Allowance::seconds);
    };
  }

  private boolean inEnvelope(RoutingContext context) {
    return document
        .operationOf(context)
        .map(operation -> document.ruleOf(operation.getOperationId()).inEnvelope())
        .orElse(false);
  }

  private WaggleException problemOf(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof HttpException http
        && http.getCause() instanceof ValidatorException invalid) {
      return validation.explain(invalid, document.operationOf(context).orElseThrow());
    }
    if (failure instanceof TimeoutException) {
      return new WaggleException(
          ErrorCode.TIMEOUT,
          "No answer came in time; ask for the state before repeating the request.");
    }
    if (failure == null || failure instanceof HttpException) {
      return ofStatus(context.statusCode());
    }
    boolean defect = !(failure instanceof WaggleException);
    return defect && isBrokenOff(context) ? ofStatus(BAD_REQUEST) : WaggleException.of(failure);
  }

  /** Whether the body was still on its way: then its bytes were wrong, or the caller has left. */
  private static boolean isBrokenOff(RoutingContext context) {
    return ContentTypeHandler.hasBody(context.request()) && !context.request().isEnded();
  }

  private WaggleException ofStatus(int status) {
    return switch (status) {
      case 401 -> new WaggleException(ErrorCode.UNAUTHORIZED, "Show the API key.");
      case 403 -> new WaggleException(ErrorCode.FORBIDDEN, "That is not allowed.");
      case 404 ->
          new WaggleException(
              ErrorCode.NOT_FOUND, "There is nothing here; /docs has what there is.");
      case 405 ->
          new WaggleException(
              ErrorCode.METHOD_NOT_ALLOWED, "Use another method; the header Allow lists them.");
      case 413 ->
          new WaggleException(
              ErrorCode.PAYLOAD_TOO_LARGE,
              "The body is larger than the " + bodyLimit + " bytes that this gateway takes.");
      default ->
          status < 500
              ? new WaggleException(ErrorCode.INVALID_REQUEST, "The request cannot be read.")
              : WaggleException.of(new HttpException(status));
    };
  }

  private void addHeaders(ErrorCode code, RoutingContext context) {
    HttpServerResponse response = context.response();
    if (code == ErrorCode.METHOD_NOT_ALLOWED) {
      response.putHeader(HttpHeaders.ALLOW, allowed(context.normalizedPath()));
    }
    if (code == ErrorCode.PAYLOAD_TOO_LARGE || code == ErrorCode.REQUEST_TIMEOUT) {
      // The rest of the body is of no use to anybody.
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private String allowed(String requested) {
    Path path = document.contract().findPath(requested);
    return path == null
        ? HttpMethod.GET.name()
        : path.getOperations().stream()
            .map(operation -> operation.getHttpMethod().name())
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** One line: what was thrown and where, without the trace. */
  private static void logDefect(String requestId, Throwable failure) {
    Throwable root = failure;
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    String where = root == null ? "" : origin(root);
    LOG.error("request={} defect={} at={}", requestId, ChatId.mask(String.valueOf(root)), where);
  }

  private static String origin(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .findFirst()
        .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
