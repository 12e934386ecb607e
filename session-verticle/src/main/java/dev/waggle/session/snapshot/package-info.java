/**
 * Profiles that travel between machines. What matters of a profile is read as it is, cut into parts
 * that are named by their content, sealed, and kept in a {@link dev.waggle.session.snapshot.Vault}
 * under the owner's generation; a new owner brings the newest snapshot into its own profile folder
 * before a browser is opened on it.
 */
package dev.waggle.session.snapshot;
