/**
 * Requests made from the OpenAPI document: right ones, nearly right ones and hostile ones, written
 * byte by byte so that no client library mends them. Every request comes from a seed and its own
 * number, whatever thread sends it.
 */
package dev.waggle.it.fuzz;
