/**
 * Everything on one machine against the stand-in of WhatsApp Web: to see Waggle work without an
 * account. A module of its own because nothing that runs in production knows the stand-in.
 */
package dev.waggle.demo;
