package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionInfo;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.settings.SessionNodeSettings;
import java.util.function.BooleanSupplier;

/**
 * What a node gives to each session that it owns.
 *
 * @param node the node's id
 * @param leaseHeld whether the node may act as an owner at this moment; asked from any thread
 */
public record SessionEnvironment(
    String node,
    SessionNodeSettings settings,
    WhatsAppPages pages,
    ProfileFolders profiles,
    OwnershipRegistry registry,
    BooleanSupplier leaseHeld) {

  /** The node's hold on a session that it has just claimed. */
  public Ownership ownershipOf(SessionInfo claimed) {
    return new Ownership(claimed.name(), node, claimed.generation());
  }
}
