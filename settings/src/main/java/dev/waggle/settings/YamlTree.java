package dev.waggle.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.waggle.settings.SettingNode.Items;
import dev.waggle.settings.SettingNode.Scalar;
import dev.waggle.settings.SettingNode.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML document and remembers the line of everything in it. */
final class YamlTree {

  private static final YAMLFactory YAML =
      YAMLFactory.builder().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true).build();

  private final YAMLParser parser;
  private final String name;

  private YamlTree(YAMLParser parser, String name) {
    this.parser = parser;
    this.name = name;
  }

  /**
   * The document's tree; an empty document is an empty section.
   *
   * @param name what the document is called in messages
   * @throws InvalidSettingsException when it is not one YAML mapping
   */
  static Section parse(String yaml, String name) {
    try (JsonParser parser = YAML.createParser(yaml)) {
      return new YamlTree((YAMLParser) parser, name).document();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String first = e.getOriginalMessage().lines().findFirst().orElse("");
      throw refusal("is not valid YAML: " + first, name + ", line " + line);
    } catch (IOException e) {
      throw refusal("cannot be read: " + e.getMessage(), name);
    }
  }

  private Section document() throws IOException {
    if (parser.nextToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
      return Section.empty();
    }
    if (!(node() instanceof Section section)) {
      throw refusal("must be keys with values, such as \"role: both\".", name);
    }
    if (parser.nextToken() != null) {
      throw refusal("must be one YAML document; here a second one starts.", where());
    }
    return section;
  }

  private SettingNode node() throws IOException {
    if (parser.isCurrentAlias()) {
      throw refusal("uses a YAML alias, which is not supported; write the value out.", where());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> section();
      case START_ARRAY -> items();
      case VALUE_NULL -> new Scalar(null, where());
      default -> new Scalar(parser.getText(), where());
    };
  }

  private Section section() throws IOException {
    String start = where();
    Map<String, SettingNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      entries.put(key, node());
    }
    return new Section(entries, start);
  }

  private Items items() throws IOException {
    String start = where();
    List<Scalar> scalars = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!(node() instanceof Scalar scalar)) {
        throw refusal("a list here may hold plain values only.", start);
      }
      scalars.add(scalar);
    }
    return new Items(scalars, start);
  }

  private String where() {
    return name + ", line " + parser.currentTokenLocation().getLineNr();
  }

  private static InvalidSettingsException refusal(String sentence, String where) {
    return new InvalidSettingsException(List.of(new Problem("", sentence, where)));
  }
}
