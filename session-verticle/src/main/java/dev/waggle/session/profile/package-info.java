/**
 * Where a session's Chromium keeps its profile, and who may use it.
 *
 * <p>The headless shell writes no lock of its own, and two browsers on one profile damage it; so a
 * profile is used under a lock of ours, which the operating system releases when the process dies.
 */
package dev.waggle.session.profile;
