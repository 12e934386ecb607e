package dev.waggle.session.meter;

/** What was done with a snapshot. */
public enum SnapshotKind {
  /** Something had changed, and it was stored. */
  TAKEN,
  /** It was brought into a profile. */
  RESTORED,
  /** It could not be taken, or not be brought back. */
  FAILED
}
