package dev.waggle.gateway.sockets;

import io.vertx.core.Future;

/** Something that a socket listens to. */
interface Interest {

  /** Completes when what happens from now on will be told. To be called once. */
  Future<Void> begin();

  /** Tells nothing more and lets go of everything; may be called before it has begun, and twice. */
  void end();
}
