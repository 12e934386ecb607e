package dev.waggle.chaos.cluster;

/**
 * What a node is reached by.
 *
 * @param cut from then on nothing passes, and nobody is told
 * @param mend everything passes again
 */
record Cable(Runnable cut, Runnable mend) {}
