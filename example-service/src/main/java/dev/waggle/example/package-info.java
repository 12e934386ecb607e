/**
 * A service of somebody else's on Waggle's event bus: it joins the cluster as a member that holds
 * no data, drives a session through {@link dev.waggle.contract.SessionClient} and listens to its
 * events.
 */
package dev.waggle.example;
