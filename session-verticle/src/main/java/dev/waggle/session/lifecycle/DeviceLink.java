package dev.waggle.session.lifecycle;

import dev.waggle.contract.EventData.LinkComplete;
import dev.waggle.contract.SessionEventType;
import dev.waggle.session.profile.ProfileLock;

/** What is known of the link between the profile and a phone, and of one that is being made. */
final class DeviceLink {

  private final NewLink made;
  private final StateKeeper keeper;
  private final StateFeed feed;

  private boolean linked;

  /** The phone has accepted the device, and no page has become ready yet. */
  private boolean accepted;

  DeviceLink(NewLink made, StateKeeper keeper, StateFeed feed) {
    this.made = made;
    this.keeper = keeper;
    this.feed = feed;
  }

  boolean isLinked() {
    return linked;
  }

  /** Whether a page that is opened should find a link. */
  boolean isExpected() {
    return linked || accepted;
  }

  /** A profile that has nothing in it cannot be linked, whatever the registry remembers. */
  void isIn(ProfileLock lock) {
    linked = linked || (keeper.me() != null && !lock.isFresh());
  }

  /** A phone is asked for. */
  void begin() {
    made.begin();
    accepted = false;
  }

  void accept() {
    accepted = true;
  }

  /** See {@link NewLink#isAtRisk}. */
  boolean isAtRisk() {
    return made.isAtRisk();
  }

  /** See {@link NewLink#keep}. */
  void keep() {
    made.keep();
  }

  /** The session works; tells so when the link is new. */
  void complete() {
    linked = true;
    if (made.isBeingMade()) {
      made.end();
      feed.publish(
          SessionEventType.COMPLETE, new LinkComplete("The device is linked.", keeper.me()));
    }
  }

  /** Another state of the profile takes the present one's place. */
  void isUnknown() {
    linked = false;
  }

  /** The profile is cleared. */
  void forget() {
    linked = false;
    accepted = false;
    made.end();
  }
}
