/**
 * JSON Web Tokens of somebody else's identity provider. {@link dev.waggle.gateway.token.Tokens}
 * checks who signed a token, for whom and until when; {@link dev.waggle.gateway.token.TokenClaims}
 * says what its holder may do.
 */
package dev.waggle.gateway.token;
