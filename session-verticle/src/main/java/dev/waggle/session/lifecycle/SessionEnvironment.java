package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionInfo;
import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.page.OwnerLease;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.snapshot.SnapshotCare;
import dev.waggle.session.snapshot.Snapshots;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * What a node gives to each session that it owns.
 *
 * @param node the node's id
 * @param snapshots empty when profiles stay on their machine
 * @param lease how long the node may act as an owner
 */
public record SessionEnvironment(
    String node,
    SessionNodeSettings settings,
    WhatsAppPages pages,
    ProfileFolders profiles,
    Optional<Snapshots> snapshots,
    OwnershipRegistry registry,
    OwnerLease lease,
    SessionMeters meters) {

  /** When snapshots of a session's profile are taken, on the context that asks. */
  SnapshotCare snapshotCare(Vertx vertx, Ownership ownership) {
    return new SnapshotCare(vertx, snapshots, ownership, settings.snapshots().interval(), meters);
  }

  /** The node's hold on a session that it has just claimed. */
  public Ownership ownershipOf(SessionInfo claimed) {
    return new Ownership(claimed.name(), node, claimed.generation());
  }
}
