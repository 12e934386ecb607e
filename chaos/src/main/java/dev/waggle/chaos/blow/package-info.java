/** What is done to a cluster: to whole nodes, and to the processes that they run. */
package dev.waggle.chaos.blow;
