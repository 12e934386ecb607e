/**
 * How much callers may do in a time. {@link dev.waggle.gateway.limit.RateLimits} knows what is
 * counted and against what, {@link dev.waggle.gateway.limit.Buckets} where the counts are kept: in
 * this JVM, or for all gateways of a cluster. A limit is a protection and not the truth: when the
 * counts cannot be had in time, callers pass.
 */
package dev.waggle.gateway.limit;
