package dev.waggle.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running stand-in of WhatsApp Web. It listens until it is closed; everything it can do is asked
 * for over HTTP (PROTOCOL.md).
 *
 * <p>The methods that block are for threads outside of Vert.x; the object may be used by any
 * thread.
 */
public final class WhatsAppWebSimulator implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 30;

  private final Vertx vertx;
  private final boolean ownsVertx;
  private final String deployment;
  private final SimulatorVerticle verticle;
  private final SimulatorConfig config;

  private WhatsAppWebSimulator(
      Vertx vertx,
      boolean ownsVertx,
      String deployment,
      SimulatorVerticle verticle,
      SimulatorConfig config) {
    this.vertx = vertx;
    this.ownsVertx = ownsVertx;
    this.deployment = deployment;
    this.verticle = verticle;
    this.config = config;
  }

  /**
   * Starts one on a Vert.x of its own, and waits until it listens.
   *
   * @throws IllegalStateException saying why it could not start, such as a port in use
   */
  public static WhatsAppWebSimulator start(SimulatorConfig config) {
    // No resources are unpacked to a temporary folder: they are read from the class path.
    FileSystemOptions files =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
    try {
      return await(start(vertx, true, config));
    } catch (RuntimeException e) {
      await(vertx.close());
      throw e;
    }
  }

  /** Starts one on a Vert.x that is the caller's and stays open when the stand-in is closed. */
  public static Future<WhatsAppWebSimulator> start(Vertx vertx, SimulatorConfig config) {
    return start(vertx, false, config);
  }

  private static Future<WhatsAppWebSimulator> start(
      Vertx vertx, boolean ownsVertx, SimulatorConfig config) {
    SimulatorVerticle verticle = new SimulatorVerticle(config);
    return vertx
        .deployVerticle(verticle)
        .map(id -> new WhatsAppWebSimulator(vertx, ownsVertx, id, verticle, config));
  }

  /** The port of plain HTTP. */
  public int httpPort() {
    return verticle.httpPort();
  }

  /** The port of HTTPS, {@link SimulatorConfig#OFF} when it is switched off. */
  public int httpsPort() {
    return verticle.httpsPort();
  }

  /** Where the page is: the configured public base, or the address of plain HTTP; no slash. */
  public String url() {
    return config.publicBase().orElseGet(() -> "http://" + config.host() + ":" + httpPort());
  }

  /** Closes every connection and forgets everything; waits until it is done. */
  public void reset() {
    await(verticle.reset());
  }

  /** Stops listening, saves what is to be kept, and waits until it is done; again does nothing. */
  @Override
  public void close() {
    if (vertx.deploymentIDs().contains(deployment)) {
      await(ownsVertx ? vertx.close() : vertx.undeploy(deployment));
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The stand-in did not answer in time.", e);
    } catch (Exception e) {
      throw new IllegalStateException("The stand-in could not start or stop: " + e.getMessage(), e);
    }
  }
}
