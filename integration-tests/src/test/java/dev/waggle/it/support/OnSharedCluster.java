package dev.waggle.it.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class on the {@link SharedCluster}. These run after most others, so that the cluster does
 * not take room from them; one at a time, because some have its stand-in misbehave.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedCluster.class)
@ResourceLock("shared cluster")
@Order(OnSharedCluster.AFTER_ALL_OTHERS)
public @interface OnSharedCluster {

  /** Beyond the order of classes that have none. */
  int AFTER_ALL_OTHERS = 2_000_000_000;
}
