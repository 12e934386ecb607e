-- Sealed snapshots of profiles; what they hold is known to the nodes that have the key.

-- The youngest generation that has been seen; older ones write nothing more.
CREATE TABLE waggle_snapshot_fence (
  session    VARCHAR(64) NOT NULL PRIMARY KEY,
  generation BIGINT      NOT NULL
);

CREATE TABLE waggle_snapshot (
  session    VARCHAR(64) NOT NULL,
  generation BIGINT      NOT NULL,
  number     BIGINT      NOT NULL,
  content    BYTEA       NOT NULL,
  PRIMARY KEY (session, generation, number)
);

CREATE TABLE waggle_snapshot_part (
  session    VARCHAR(64) NOT NULL,
  generation BIGINT      NOT NULL,
  name       VARCHAR(64) NOT NULL,
  content    BYTEA       NOT NULL,
  PRIMARY KEY (session, generation, name)
);
