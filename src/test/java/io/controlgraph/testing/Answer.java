package io.controlgraph.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a server answered. */
public record Answer(int status, HttpResponse<String> response) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response);
  }

  public String body() {
    return response.body();
  }

  /** A header, or the empty string. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public String contentType() {
    return header("Content-Type");
  }

  /** Whether an index is still being built. */
  boolean isOfAnIndexNotReady() {
    return status == 503 && body().contains("problems/index-not-ready");
  }

  public JsonNode json() {
    return parse(body());
  }

  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + json, e);
    }
  }
}
