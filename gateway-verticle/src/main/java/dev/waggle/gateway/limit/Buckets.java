package dev.waggle.gateway.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Future;

/**
 * Where the counts are kept: buckets of tokens that fill again as time goes by. Safe for use by any
 * thread; blocks none of them.
 */
public interface Buckets {

  /**
   * Takes one token.
   *
   * @param name of the bucket, which is made, and full, when there is none
   * @param size how large a new one is; a name is always used with the same
   * @return fails when that cannot be done at the moment; how long that takes to find out is the
   *     caller's to limit
   */
  Future<ConsumptionProbe> take(String name, BucketConfiguration size);

  /** Gives a token back that was taken for nothing. */
  Future<Void> giveBack(String name, BucketConfiguration size);
}
