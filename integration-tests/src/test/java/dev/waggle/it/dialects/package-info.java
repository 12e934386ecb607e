/**
 * The five source documents, word by word, against one cluster of two gateways and two session
 * nodes: their shell lines in a shell, their client snippets in Chromium.
 */
package dev.waggle.it.dialects;
