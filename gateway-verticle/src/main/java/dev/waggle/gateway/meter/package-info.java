/** What a gateway counts and times. */
package dev.waggle.gateway.meter;
