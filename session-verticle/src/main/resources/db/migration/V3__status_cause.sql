-- Works on H2 2.4 and on PostgreSQL 15.

-- Why a session came to its status, for programs: a name of StatusCause, or null.
ALTER TABLE waggle_session ADD COLUMN cause VARCHAR(32);
