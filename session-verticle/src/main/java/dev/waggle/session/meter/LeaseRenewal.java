package dev.waggle.session.meter;

/** What became of a renewal of a node's lease. */
public enum LeaseRenewal {
  /** It was confirmed before the next one was due. */
  IN_TIME,
  /** It was confirmed when the next one was due already. */
  LATE,
  /** The database did not answer; the lease may still hold. */
  FAILED,
  /** The lease ran out, and with it all that the node owned. */
  LOST
}
