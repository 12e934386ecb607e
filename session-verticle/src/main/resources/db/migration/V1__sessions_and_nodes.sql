-- Works on H2 2.4 and on PostgreSQL 15.

-- One row for each session node that is up, or was until its lease ran out.
CREATE TABLE waggle_node (
  id           VARCHAR(128)             NOT NULL PRIMARY KEY,
  lease_until  TIMESTAMP WITH TIME ZONE NOT NULL,
  max_sessions INTEGER                  NOT NULL,
  free_memory  BIGINT                   NOT NULL,
  draining     BOOLEAN                  NOT NULL
);

-- One row for each session. The owner need not be in waggle_node: then nobody owns the session.
CREATE TABLE waggle_session (
  name         VARCHAR(64)              NOT NULL PRIMARY KEY,
  wanted       VARCHAR(16)              NOT NULL,
  status       VARCHAR(32)              NOT NULL,
  reason       VARCHAR(500),
  owner        VARCHAR(128),
  generation   BIGINT                   NOT NULL,
  account_id   VARCHAR(128),
  account_name VARCHAR(500),
  config       TEXT                     NOT NULL,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  status_since TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX waggle_session_owner ON waggle_session (owner);

-- The last generation of each name that was deleted: a session that is made again under the name
-- goes on from there, so that no consumer takes its events for those of an older owner.
CREATE TABLE waggle_retired_name (
  name       VARCHAR(64) NOT NULL PRIMARY KEY,
  generation BIGINT      NOT NULL
);
