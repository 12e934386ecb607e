/**
 * HTTP: the routes that the API document lists, and the pages.
 *
 * <p>{@link dev.waggle.gateway.http.ApiDocument} is the router's source. A request passes {@link
 * dev.waggle.gateway.http.ApiKeyHandler} before its body is read, is validated from the document,
 * and reaches an {@link dev.waggle.gateway.http.ApiOperation} that asks the bus. Whatever fails on
 * the way ends in {@link dev.waggle.gateway.http.ProblemWriter}.
 */
package dev.waggle.gateway.http;
