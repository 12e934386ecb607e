package dev.waggle.contract;

/**
 * What one session node runs.
 *
 * @param version Waggle's own
 * @param waJs wa-js, the driver inside the page
 * @param browser the Chromium binary's version line; null before the first launch
 */
public record NodeVersion(String node, String version, String waJs, String browser) {}
