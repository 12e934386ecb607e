-- The last moves of each session, numbered as they came; written together with the state itself.
-- The node is null where nobody owned the session.
CREATE TABLE waggle_transition (
  session     VARCHAR(64)              NOT NULL,
  number      BIGINT                   NOT NULL,
  generation  BIGINT                   NOT NULL,
  node        VARCHAR(128),
  from_status VARCHAR(32),
  to_status   VARCHAR(32)              NOT NULL,
  cause       VARCHAR(32),
  reason      VARCHAR(500)             NOT NULL,
  moved_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (session, number)
);
