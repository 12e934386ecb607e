/**
 * Who calls, and what they may do. A key becomes a {@link dev.waggle.gateway.access.Principal} in
 * {@link dev.waggle.gateway.access.ApiKeys}; what a principal may do is asked of {@link
 * dev.waggle.gateway.access.AccessPolicy} and nowhere else, by HTTP and by sockets alike.
 */
package dev.waggle.gateway.access;
