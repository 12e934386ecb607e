/**
 * The executable: it reads the settings, starts Vert.x alone or in the cluster, puts the verticles
 * of its role on it and takes them down again. A start that fails says why in one sentence and in
 * the process's {@link dev.waggle.launcher.ExitCode}.
 */
package dev.waggle.launcher;
