package dev.waggle.it.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class on the {@link SharedCluster}. These run after all others, so that the cluster does
 * not take room from them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedCluster.class)
@Order(OnSharedCluster.AFTER_ALL_OTHERS)
public @interface OnSharedCluster {

  /** Beyond the order of classes that have none. */
  int AFTER_ALL_OTHERS = 2_000_000_000;
}
