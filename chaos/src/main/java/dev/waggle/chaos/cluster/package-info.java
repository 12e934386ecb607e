/** A whole cluster on the stand-in whose session nodes can be struck and started again. */
package dev.waggle.chaos.cluster;
