/**
 * Who calls, and what they may do. An {@link dev.waggle.gateway.access.Authenticator} turns what a
 * caller shows into a {@link dev.waggle.gateway.access.Principal}; what a principal may do is asked
 * of {@link dev.waggle.gateway.access.AccessPolicy} and nowhere else, by HTTP and by sockets alike.
 * What is held open with a key is given to {@link dev.waggle.gateway.access.Revocations}, which
 * closes it when the key is revoked or has expired.
 */
package dev.waggle.gateway.access;
