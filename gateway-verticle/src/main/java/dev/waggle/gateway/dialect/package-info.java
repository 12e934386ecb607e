/**
 * The surfaces that other gateways' documents describe, each a thin view over {@link
 * dev.waggle.contract.SessionClient}: paths and bodies stand in a part of the API document of their
 * own, state and status names in one table for each dialect. What each document asks for, and the
 * test that proves it, is listed in {@code docs/dialects.md}.
 */
package dev.waggle.gateway.dialect;
