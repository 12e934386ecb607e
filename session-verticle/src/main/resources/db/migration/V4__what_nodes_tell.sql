-- What a node tells of itself beside its lease, for people to look at. The defaults are for nodes
-- of an older version, which do not tell it.
ALTER TABLE waggle_node ADD COLUMN version VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE waggle_node ADD COLUMN total_memory BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE waggle_node ADD COLUMN cpu_load DOUBLE PRECISION DEFAULT 0 NOT NULL;
