/** What a gateway node can be told, checked when it is made. */
package dev.waggle.gateway.settings;
