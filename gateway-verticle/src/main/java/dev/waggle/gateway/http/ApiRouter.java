package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.limit.RateLimits;
import dev.waggle.gateway.meter.GatewayMeters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Binds every operation of the API document to what stands behind it. */
public final class ApiRouter {

  private final ApiDocument document;
  private final ApiKeyHandler keys;
  private final AccessPolicy policy;
  private final RateLimits limits;
  private final SessionName defaultSession;
  private final Duration limit;

  /**
   * A binder.
   *
   * @param defaultSession what operations are about that name no session
   * @param limit the longest that a caller waits for an answer
   */
  public ApiRouter(
      ApiDocument document,
      ApiKeyHandler keys,
      AccessPolicy policy,
      RateLimits limits,
      SessionName defaultSession,
      Duration limit) {
    this.document = document;
    this.keys = keys;
    this.policy = policy;
    this.limits = limits;
    this.defaultSession = defaultSession;
    this.limit = limit;
  }

  /**
   * A router whose every route comes from the document. The key is asked for before the body is
   * read.
   *
   * @param operations by operation id
   * @throws IllegalStateException when the document names an operation that is not there
   */
  Router create(Vertx vertx, Map<String, ApiOperation> operations, long bodyLimit) {
    RouterBuilder builder =
        RouterBuilder.create(vertx, document.contract(), PlainRequest::extract)
            .rootHandler(keys)
            .rootHandler(new RequestLimitHandler(limits))
            .rootHandler(new ContentTypeHandler(document))
            .rootHandler(BodyHandler.create(false).setBodyLimit(bodyLimit));
    builder.getRoutes().forEach(route -> bind(route, operations));
    return builder.createRouter();
  }

  private void bind(OpenAPIRoute route, Map<String, ApiOperation> operations) {
    String id = route.getOperation().getOperationId();
    ApiOperation operation = operations.get(id);
    if (operation == null) {
      throw new IllegalStateException("Nothing stands behind operation " + id + ".");
    }
    // The library's own security handlers run after the body was read; ours ran before.
    route.setDoSecurity(false).addHandler(context -> carryOut(id, operation, context));
  }

  private void carryOut(String id, ApiOperation operation, RoutingContext context) {
    GatewayMeters.operation(context, id);
    OperationRule rule = document.ruleOf(id);
    Future.succeededFuture(rule)
        .map(known -> ApiRequest.of(context, known.session(), defaultSession))
        .compose(request -> permitted(rule, request))
        .compose(request -> withinLimits(rule, operation, request))
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(answer -> answer.writeTo(context.response()))
        .onFailure(context::fail);
  }

  private Future<Answer> withinLimits(
      OperationRule rule, ApiOperation operation, ApiRequest request) {
    return limits.within(
        rule.countedAs(),
        request.sessionIfAny(),
        left -> {
          request.show(left);
          return operation.answer(request);
        });
  }

  /** Asks once more, so that nothing is carried out for nobody whatever let it come so far. */
  private Future<ApiRequest> permitted(OperationRule rule, ApiRequest request) {
    if (rule.isPublic()) {
      return Future.succeededFuture(request);
    }
    if (request.principal() == null) {
      throw new WaggleException(ErrorCode.UNAUTHORIZED, "Show the API key.");
    }
    policy.require(request.principal(), rule.action(), request.sessionIfAny());
    return Future.succeededFuture(request);
  }
}
