/**
 * From YAML to typed records that refuse to exist when they are wrong. A node that starts has read
 * every key it was given; one that cannot, says everything that is wrong in one go.
 */
package dev.waggle.settings;
