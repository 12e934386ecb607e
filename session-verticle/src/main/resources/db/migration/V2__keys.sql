-- Works on H2 2.4 and on PostgreSQL 15.

-- One row for each key that was made and not revoked. The key itself is not here: only its SHA-256.
CREATE TABLE waggle_key (
  id         VARCHAR(64)              NOT NULL PRIMARY KEY,
  hash       VARCHAR(64)              NOT NULL UNIQUE,
  name       VARCHAR(100)             NOT NULL,
  scope      TEXT                     NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE
);
