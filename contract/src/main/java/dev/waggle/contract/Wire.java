package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records to JSON objects and back: instants as ISO-8601 text, absent fields for null, unknown
 * fields passed over.
 */
public final class Wire {

  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(JsonObject.class, new JsonObjectSerializer())
                  .addSerializer(JsonArray.class, new JsonArraySerializer())
                  .addDeserializer(JsonObject.class, new JsonObjectDeserializer()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          // A command without its session is refused where it is read.
          .withConfigOverride(
              SessionName.class,
              name -> name.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL)))
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Wire() {}

  /** The record as it travels. */
  public static JsonObject write(Record message) {
    return new JsonObject(MAPPER.convertValue(message, FIELDS));
  }

  /**
   * The record that a JSON object stands for.
   *
   * @throws WaggleException with the code of a record that refuses its values, else with {@link
   *     ErrorCode#INVALID_REQUEST} when the object has not the record's form
   */
  public static <T> T read(JsonObject json, Class<T> type) {
    try {
      return MAPPER.convertValue(json.getMap(), type);
    } catch (IllegalArgumentException e) {
      throw causeOf(e, type);
    }
  }

  private static WaggleException causeOf(IllegalArgumentException failure, Class<?> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WaggleException refused) {
        return refused;
      }
    }
    return new WaggleException(
        ErrorCode.INVALID_REQUEST,
        "The JSON object is not a valid " + type.getSimpleName() + ".",
        failure);
  }

  private static final class JsonObjectSerializer extends JsonSerializer<JsonObject> {
    @Override
    public void serialize(JsonObject value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeObject(value.getMap());
    }
  }

  /** The bus hands on copies whose lists have become arrays of this kind. */
  private static final class JsonArraySerializer extends JsonSerializer<JsonArray> {
    @Override
    public void serialize(JsonArray value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeObject(value.getList());
    }
  }

  private static final class JsonObjectDeserializer extends JsonDeserializer<JsonObject> {
    @Override
    @SuppressWarnings("unchecked")
    public JsonObject deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return new JsonObject(in.readValueAs(Map.class));
    }
  }
}
