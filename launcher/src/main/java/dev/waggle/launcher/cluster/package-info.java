/** The cluster as the bus sees it: Vert.x's Hazelcast cluster manager, made steady. */
package dev.waggle.launcher.cluster;
