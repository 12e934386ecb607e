/**
 * What tests of session nodes share: waiting for futures, databases, and a page that lives in
 * memory.
 */
package dev.waggle.session.support;
