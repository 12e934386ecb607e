package dev.waggle.gateway.http;

import io.vertx.core.Future;

/** What stands behind one operation of the API document. */
@FunctionalInterface
public interface ApiOperation {

  /**
   * Carries it out, on the event loop.
   *
   * @return fails, as the call itself may, with a {@link dev.waggle.contract.WaggleException}
   */
  Future<Answer> answer(ApiRequest request);
}
