package io.controlgraph.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;

/** How the server writes JSON: dates in ISO 8601, absent members left out. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
          .build();

  private Json() {}

  /** Answers with a value as JSON. */
  static void send(Context ctx, int status, String mediaType, Object value) {
    ctx.status(status).contentType(mediaType).result(bytes(value));
  }

  /** A value as JSON in UTF-8, without line breaks. */
  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
    }
  }

  /** Answers 200 with a value as JSON. */
  static void send(Context ctx, Object value) {
    send(ctx, 200, "application/json", value);
  }
}
