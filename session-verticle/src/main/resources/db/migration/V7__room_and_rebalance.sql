-- Works on H2 2.4 and on PostgreSQL 15.

-- What a node's machine must have free for one more session. The default is for nodes of an older
-- version, which do not tell it.
ALTER TABLE waggle_node ADD COLUMN min_free_memory BIGINT DEFAULT 0 NOT NULL;

-- Work that one node at a time does for the whole cluster, and which one does it. A holder whose
-- lease has run out counts for nothing.
CREATE TABLE waggle_turn (
  work   VARCHAR(32)  NOT NULL PRIMARY KEY,
  holder VARCHAR(128)
);

INSERT INTO waggle_turn (work) VALUES ('REBALANCE');
