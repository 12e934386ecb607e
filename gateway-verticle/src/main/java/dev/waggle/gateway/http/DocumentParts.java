package dev.waggle.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files that make up the API document: the canonical API, and one part for each further
 * surface, which adds its tags, paths and components.
 */
final class DocumentParts {

  private static final String WHOLE = "waggle";
  private static final List<String> PARTS =
      List.of("keys", "nodes", "integration-guide", "qr-web", "devices", "admin-service");

  private static final String FOLDER = "/openapi/";
  private static final String VERSION_SLOT = "version: \"0\"";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  private DocumentParts() {}

  /** All of them as one document; blocks. */
  static JsonObject read() throws IOException {
    JsonObject document = readPart(WHOLE);
    for (String name : PARTS) {
      add(document, readPart(name), name);
    }
    return document;
  }

  /** A document in YAML, as it is published. */
  static String toYaml(JsonObject document) {
    try {
      return YAML.writeValueAsString(document.getMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The API document cannot be written.", e);
    }
  }

  private static JsonObject readPart(String name) throws IOException {
    try (InputStream in = DocumentParts.class.getResourceAsStream(FOLDER + name + ".yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String versioned = text.replace(VERSION_SLOT, "version: " + GatewayVersion.read());
      return new JsonObject(new ObjectMapper().writeValueAsString(YAML.readTree(versioned)));
    }
  }

  private static void add(JsonObject document, JsonObject part, String name) {
    document.getJsonArray("tags").addAll(part.getJsonArray("tags"));
    addNew(document.getJsonObject("paths"), part.getJsonObject("paths"), name);
    JsonObject components = document.getJsonObject("components");
    part.getJsonObject("components", new JsonObject())
        .forEach(
            kind ->
                addNew(
                    components.getJsonObject(kind.getKey()), (JsonObject) kind.getValue(), name));
  }

  /** Two parts that define one name would silently win over each other. */
  private static void addNew(JsonObject target, JsonObject addition, String part) {
    addition.forEach(
        entry -> {
          if (target.containsKey(entry.getKey())) {
            throw new IllegalStateException(
                "Part " + part + " defines " + entry.getKey() + " again.");
          }
          target.put(entry.getKey(), entry.getValue());
        });
  }
}
