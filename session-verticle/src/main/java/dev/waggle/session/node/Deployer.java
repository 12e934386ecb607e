package dev.waggle.session.node;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/**
 * Deploys verticles that are nobody's children. Vert.x undeploys children before it asks their
 * parent to stop, so a node would see its sessions end and take them again, on its way out.
 */
final class Deployer {

  private final Vertx vertx;

  Deployer(Vertx vertx) {
    this.vertx = vertx;
  }

  /** The parent is whoever deploys on a verticle's thread, hence the other thread. */
  Future<String> deploy(Deployable verticle) {
    return Future.fromCompletionStage(
        CompletableFuture.supplyAsync(() -> vertx.deployVerticle(verticle))
            .thenCompose(Future::toCompletionStage),
        vertx.getOrCreateContext());
  }

  /** Never fails: what cannot be undeployed was so already. */
  Future<Void> undeploy(String deploymentId) {
    return vertx.undeploy(deploymentId).otherwiseEmpty();
  }
}
