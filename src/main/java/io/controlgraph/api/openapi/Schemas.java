package io.controlgraph.api.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the records that the server writes as JSON, made from the records. */
final class Schemas {
  private static final String TYPE = "type";

  private final Map<String, Object> components = new TreeMap<>();

  /** All that have been asked for so far, by name. */
  Map<String, Object> components() {
    return components;
  }

  /** A reference to the schema of a record. */
  Map<String, Object> reference(Class<?> record) {
    String name = name(record);
    if (!components.containsKey(name)) {
      components.put(name, Map.of());
      components.put(name, ofRecord(record));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> ofRecord(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    addTo(properties, required, record);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private void addTo(Map<String, Object> properties, List<String> required, Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = name(component);
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        boolean always = !isNullable(component.getAnnotatedType());
        addTo(properties, always ? required : new ArrayList<>(), component.getType());
        continue;
      }
      properties.put(name, of(component.getGenericType()));
      if (!isNullable(component.getAnnotatedType())) {
        required.add(name);
      }
    }
  }

  private Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType made) {
      Class<?> raw = (Class<?>) made.getRawType();
      if (Collection.class.isAssignableFrom(raw)) {
        return Map.of(TYPE, "array", "items", of(made.getActualTypeArguments()[0]));
      }
      return Map.of(TYPE, "object", "additionalProperties", of(made.getActualTypeArguments()[1]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return reference(plain);
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return Map.of(TYPE, "boolean");
    }
    if (plain == int.class || plain == long.class || plain == Long.class) {
      return Map.of(TYPE, "integer", "format", "int64");
    }
    if (plain == double.class) {
      return Map.of(TYPE, "number");
    }
    if (plain == LocalDate.class) {
      return Map.of(TYPE, "string", "format", "date");
    }
    if (plain == Instant.class) {
      return Map.of(TYPE, "string", "format", "date-time");
    }
    if (plain == String.class) {
      return Map.of(TYPE, "string");
    }
    throw new IllegalArgumentException("No schema is known for " + type);
  }

  private static String name(RecordComponent component) {
    JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** A record inside another is called by both. */
  private static String name(Class<?> record) {
    Class<?> outer = record.getEnclosingClass();
    return (outer == null ? "" : name(outer)) + record.getSimpleName();
  }
}
