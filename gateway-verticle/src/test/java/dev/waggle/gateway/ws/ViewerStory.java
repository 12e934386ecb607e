package dev.waggle.gateway.ws;

import static dev.waggle.gateway.support.Samples.MAIN;

import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;

/** What a test does with a gateway of its own and its session node. */
interface ViewerStory {

  void tell(RunningGateway gateway, BusNode node);

  /** Tells it of a gateway with this policy. */
  static void withPolicy(AccessPolicy policy, ViewerStory story) {
    try (RunningGateway other =
        RunningGateway.start(new GatewayVerticle(RunningGateway.SETTINGS, policy))) {
      story.tell(other, new BusNode(other.vertx(), MAIN));
    }
  }
}
