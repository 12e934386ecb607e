/**
 * What an owner writes into the {@link dev.waggle.contract.SessionCache}, so that gateways need not
 * ask it. Nothing in here decides anything: what is lost or late is asked of the owner.
 */
package dev.waggle.session.cache;
