/**
 * The database: which sessions there are, which nodes live, and who owns what.
 *
 * <p>It alone decides ownership, because it alone has compare-and-set and one clock. A node's lease
 * ends by the database's clock and is renewed in one statement that refuses to revive a lease that
 * has run out; a session is claimed in one statement that names the new owner and raises the
 * generation, and succeeds only when the old owner's lease is over. The node itself counts its
 * lease on a monotonic clock from before it asked, so it stops believing in it no later than the
 * database does. Writes carry the generation, so what an old owner says is refused.
 *
 * <p>SQL is written to run on H2 and on PostgreSQL alike.
 */
package dev.waggle.session.registry;
