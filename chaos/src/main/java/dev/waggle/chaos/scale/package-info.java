/**
 * Thousands of sessions on a few real JVMs, with pages that live in memory: what placement, starts
 * and takeovers cost when browsers cost nothing. Nothing else may use these pages.
 */
package dev.waggle.chaos.scale;
