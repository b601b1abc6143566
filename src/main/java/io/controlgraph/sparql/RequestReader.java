package io.controlgraph.sparql;

import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the three forms of a query request: GET, POST of a form, POST of the query itself. */
final class RequestReader {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";

  private static final Set<String> OPTIONS = Set.of("format", "timeout");

  private final Limits limits;

  RequestReader(Limits limits) {
    this.limits = limits;
  }

  /** Whether the request asks nothing: a GET that has at most an option or two. */
  boolean isBare(Context ctx) {
    return !ctx.method().equals(HandlerType.POST)
        && OPTIONS.containsAll(Parameters.parse(ctx.queryString()).names());
  }

  QueryRequest read(Context ctx) throws IOException {
    Parameters inUrl = Parameters.parse(ctx.queryString());
    if (!ctx.method().equals(HandlerType.POST)) {
      return fromParameters(inUrl, inUrl.all("query"), inUrl);
    }
    refuseCoding(ctx);
    String mediaType = mediaType(ctx.contentType());
    switch (mediaType) {
      case FORM -> {
        requireUtf8(ctx);
        Parameters form = Parameters.parse(body(ctx));
        if (!inUrl.all("query").isEmpty() || !inUrl.all("update").isEmpty()) {
          throw new Refusal(
              400, "repeated-parameter", "A form carries its query in the body, not in the URL.");
        }
        return fromParameters(form, form.all("query"), inUrl);
      }
      case QUERY -> {
        requireUtf8(ctx);
        if (!inUrl.all("query").isEmpty()) {
          throw new Refusal(
              400, "repeated-parameter", "The query is given both in the body and in the URL.");
        }
        return fromParameters(inUrl, List.of(body(ctx)), inUrl);
      }
      case UPDATE -> throw readOnly();
      default ->
          throw new Refusal(
                  415,
                  "unsupported-media-type",
                  "A query is posted as " + QUERY + " or " + FORM + ", not as '" + mediaType + "'.")
              .withHeader("Accept-Post", QUERY + ", " + FORM);
    }
  }

  /** The refusal of anything that would change the graph. */
  static Refusal readOnly() {
    return new Refusal(
        403, "read-only", "This endpoint only answers queries; imports are how the graph changes.");
  }

  private QueryRequest fromParameters(
      Parameters parameters, List<String> queries, Parameters options) {
    if (!parameters.all("update").isEmpty()) {
      throw readOnly();
    }
    if (queries.isEmpty()) {
      throw new Refusal(400, "missing-query", "The request has no parameter 'query'.");
    }
    if (queries.size() > 1) {
      throw new Refusal(400, "repeated-parameter", "The parameter 'query' may be given only once.");
    }
    String text = queries.get(0);
    if (text.isBlank()) {
      throw new Refusal(400, "missing-query", "The query is empty.");
    }
    if (text.length() > limits.queryBytes()) {
      throw tooLarge();
    }
    return new QueryRequest(
        text,
        parameters.all("default-graph-uri"),
        parameters.all("named-graph-uri"),
        either("format", parameters, options),
        either("timeout", parameters, options));
  }

  /** An option may stand in the form or in the URL. */
  private static @Nullable String either(String name, Parameters first, Parameters second) {
    String value = first.one(name);
    return value == null ? second.one(name) : value;
  }

  private String body(Context ctx) throws IOException {
    byte[] bytes = ctx.bodyInputStream().readNBytes(limits.queryBytes() + 1);
    if (bytes.length > limits.queryBytes()) {
      throw tooLarge();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "bad-encoding", "The body is not encoded as UTF-8.");
    }
  }

  private Refusal tooLarge() {
    return new Refusal(
        413, "query-too-large", "A query may have " + limits.queryBytes() + " bytes at most.");
  }

  private static void requireUtf8(Context ctx) {
    String contentType = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
    for (String part : contentType.split(";", -1)) {
      String parameter = part.strip();
      if (parameter.startsWith("charset=")) {
        String charset = parameter.substring("charset=".length()).replace("\"", "").strip();
        if (!charset.equals("utf-8") && !charset.equals("us-ascii")) {
          throw new Refusal(
              415, "unsupported-charset", "A query is sent as UTF-8, not as " + charset + ".");
        }
      }
    }
  }

  private static void refuseCoding(Context ctx) {
    String coding = ctx.header("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw new Refusal(
          415, "unsupported-coding", "A request is sent without content coding, not as " + coding);
    }
  }

  private static String mediaType(@Nullable String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
