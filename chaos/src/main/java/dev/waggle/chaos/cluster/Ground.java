package dev.waggle.chaos.cluster;

import dev.waggle.chaos.process.Namespace;
import dev.waggle.chaos.process.Place;
import dev.waggle.chaos.standin.StandIn;
import dev.waggle.simulator.SimulatorConfig;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a cluster run and find each other: all on loopback, or the last session node
 * in a network of its own that can be cut off.
 */
final class Ground implements AutoCloseable {

  private record Network(Namespace namespace, Namespace.Link cluster, Namespace.Link internet) {}

  private final Optional<Network> network;
  private final StandIn standIn;

  private Ground(Optional<Network> network, StandIn standIn) {
    this.network = network;
    this.standIn = standIn;
  }

  /** Nothing can be cut off. */
  static Ground loopback() {
    return new Ground(Optional.empty(), StandIn.start());
  }

  /**
   * The last node is behind two cables: one to the cluster and its database, one to the page.
   *
   * @throws IllegalStateException with a sentence that says what is missing, such as root
   */
  static Ground withNetwork() {
    Namespace namespace = Namespace.create();
    Network network = new Network(namespace, namespace.link(), namespace.link());
    return new Ground(
        Optional.of(network), StandIn.start(SimulatorConfig.defaults().withHost("0.0.0.0")));
  }

  StandIn standIn() {
    return standIn;
  }

  /** Of everything but the last node. */
  Place own() {
    return network
        .map(each -> new Place(List.of(), each.cluster().outerAddress()))
        .orElse(Place.HERE);
  }

  /** Of the last node. */
  Place last() {
    return network.map(each -> each.namespace().place(each.cluster())).orElse(Place.HERE);
  }

  /**
   * What can be cut and mended: the cable to the cluster alone. The page keeps its own, so that
   * nothing but its switch parts it from WhatsApp, and the stand-in sees when it goes.
   */
  List<Cable> cables() {
    return network.map(each -> List.of(cable(each.cluster()))).orElse(List.of());
  }

  /** What a node at a place is told, so that it finds the others and the page. */
  List<String> settings(Place place) {
    return network.map(each -> apart(each, place)).orElseGet(this::together);
  }

  private List<String> together() {
    return List.of("session.whatsapp.url=" + standIn.url());
  }

  /** The page has the live one's address everywhere, so that a profile is good everywhere. */
  private List<String> apart(Network network, Place place) {
    return List.of(
        "session.browser.extra-args=--host-resolver-rules=MAP web.whatsapp.com "
            + network.internet().outerAddress()
            + ":"
            + standIn.httpsPort()
            + ",--ignore-certificate-errors",
        "cluster.host=" + place.address(),
        "cluster.members=" + own().address() + "," + last().address());
  }

  private static Cable cable(Namespace.Link link) {
    return new Cable(link::cut, link::mend);
  }

  @Override
  public void close() {
    standIn.close();
    network.map(Network::namespace).ifPresent(Namespace::close);
  }
}
