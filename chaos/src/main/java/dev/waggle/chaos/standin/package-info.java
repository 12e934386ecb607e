/** The stand-in of WhatsApp Web in this JVM, its phones and its books. */
package dev.waggle.chaos.standin;
