package dev.waggle.gateway.http;

import java.util.Map;

/** A group of operations of the API document, such as everything that one dialect has. */
@FunctionalInterface
public interface Surface {

  /** What stands behind each operation, by operation id. */
  Map<String, ApiOperation> operations();
}
