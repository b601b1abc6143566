package io.controlgraph.sparql;

import io.controlgraph.graph.Update;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of a request: a query by GET, by POST of a form or of the query itself; an update
 * by POST of a form or of the operations themselves.
 */
final class RequestReader {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";

  private static final String QUERY_PARAMETER = "query";
  private static final String UPDATE_PARAMETER = "update";
  private static final String DEFAULT_GRAPH = "default-graph-uri";
  private static final String NAMED_GRAPH = "named-graph-uri";
  private static final String USING = "using-graph-uri";
  private static final String USING_NAMED = "using-named-graph-uri";
  private static final Set<String> OPTIONS = Set.of("format", "timeout", OriginRows.PARAMETER);

  private final Limits limits;

  RequestReader(Limits limits) {
    this.limits = limits;
  }

  /** Whether the request asks nothing: a GET that has at most an option or two. */
  boolean isBare(Context ctx) {
    return !ctx.method().equals(HandlerType.POST)
        && OPTIONS.containsAll(Parameters.parse(ctx.queryString()).names());
  }

  SparqlRequest read(Context ctx) throws IOException {
    Parameters inUrl = Parameters.parse(ctx.queryString());
    if (!ctx.method().equals(HandlerType.POST)) {
      if (!inUrl.all(UPDATE_PARAMETER).isEmpty()) {
        throw new Refusal(400, "update-by-get", "An update is sent by POST.");
      }
      return query(inUrl, inUrl.all(QUERY_PARAMETER), inUrl);
    }
    refuseCoding(ctx);
    String mediaType = mediaType(ctx.contentType());
    switch (mediaType) {
      case FORM -> {
        requireUtf8(ctx.contentType());
        Parameters form = Parameters.parse(body(ctx));
        refuseInUrl(inUrl, "A form carries its query or update in the body, not in the URL.");
        refuseOthers(inUrl, "The URL of a form", DEFAULT_GRAPH, NAMED_GRAPH, USING, USING_NAMED);
        return form.all(UPDATE_PARAMETER).isEmpty()
            ? query(form, form.all(QUERY_PARAMETER), inUrl)
            : update(form, form.all(UPDATE_PARAMETER), inUrl);
      }
      case QUERY -> {
        requireUtf8(ctx.contentType());
        refuseInUrl(inUrl, "The query is given in the body; the URL may not give another.");
        return query(inUrl, List.of(body(ctx)), inUrl);
      }
      case UPDATE -> {
        requireUtf8(ctx.contentType());
        refuseInUrl(inUrl, "The update is given in the body; the URL may not give another.");
        return update(inUrl, List.of(body(ctx)), inUrl);
      }
      default ->
          throw new Refusal(
                  415,
                  "unsupported-media-type",
                  "A request is posted as %s, %s or %s, not as '%s'."
                      .formatted(QUERY, UPDATE, FORM, mediaType))
              .withHeader("Accept-Post", String.join(", ", QUERY, UPDATE, FORM));
    }
  }

  /**
   * A body that is an update and nothing else.
   *
   * @throws Refusal 415 for another media type, charset or coding; 400 if it is empty
   */
  String update(Context ctx) throws IOException {
    refuseCoding(ctx);
    if (!mediaType(ctx.contentType()).equals(UPDATE)) {
      throw new Refusal(415, "unsupported-media-type", "A patch is sent as " + UPDATE + ".")
          .withHeader("Accept-Patch", UPDATE);
    }
    requireUtf8(ctx.contentType());
    return only(UPDATE_PARAMETER, List.of(body(ctx)));
  }

  private static void refuseInUrl(Parameters inUrl, String why) {
    if (!inUrl.all(QUERY_PARAMETER).isEmpty() || !inUrl.all(UPDATE_PARAMETER).isEmpty()) {
      throw new Refusal(400, "repeated-parameter", why);
    }
  }

  private QueryRequest query(Parameters parameters, List<String> queries, Parameters options) {
    String text = only(QUERY_PARAMETER, queries);
    refuseOthers(parameters, "A query", UPDATE_PARAMETER, USING, USING_NAMED);
    return new QueryRequest(
        text,
        parameters.all(DEFAULT_GRAPH),
        parameters.all(NAMED_GRAPH),
        format(parameters, options),
        either("timeout", parameters, options),
        "true".equals(either(OriginRows.PARAMETER, parameters, options)));
  }

  private UpdateRequest update(Parameters parameters, List<String> updates, Parameters options) {
    String text = only(UPDATE_PARAMETER, updates);
    refuseOthers(parameters, "An update", QUERY_PARAMETER, DEFAULT_GRAPH, NAMED_GRAPH);
    return new UpdateRequest(
        Update.using(text, parameters.all(USING), parameters.all(USING_NAMED)),
        either("timeout", parameters, options),
        either("author", parameters, options),
        either("message", parameters, options));
  }

  /** The text of the one query or update. */
  private String only(String name, List<String> texts) {
    if (texts.isEmpty()) {
      throw new Refusal(400, "missing-query", "The request has no parameter '" + name + "'.");
    }
    if (texts.size() > 1) {
      throw new Refusal(
          400, "repeated-parameter", "The parameter '" + name + "' may be given only once.");
    }
    String text = texts.get(0);
    if (text.isBlank()) {
      throw new Refusal(400, "missing-query", "The " + name + " is empty.");
    }
    if (text.length() > limits.queryBytes()) {
      throw tooLarge();
    }
    return text;
  }

  /** Parameters that belong to the other kind of request would be passed over in silence. */
  private static void refuseOthers(Parameters parameters, String kind, String... others) {
    for (String other : others) {
      if (!parameters.all(other).isEmpty()) {
        throw new Refusal(
            400, "bad-parameter", kind + " does not take the parameter '" + other + "'.");
      }
    }
  }

  /** Some clients spell the format in several ways at once, the plainest first: that counts. */
  private static @Nullable String format(Parameters first, Parameters second) {
    return Stream.of(first, second)
        .flatMap(parameters -> parameters.all("format").stream())
        .findFirst()
        .orElse(null);
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
        413, "query-too-large", "A request may have " + limits.queryBytes() + " bytes at most.");
  }

  /** Refuses a Content-Type header that names a charset which is not read. */
  static void requireUtf8(@Nullable String contentType) {
    for (String part : String.valueOf(contentType).toLowerCase(Locale.ROOT).split(";", -1)) {
      String parameter = part.strip();
      if (parameter.startsWith("charset=")) {
        String charset = parameter.substring("charset=".length()).replace("\"", "").strip();
        if (!charset.equals("utf-8") && !charset.equals("us-ascii")) {
          throw new Refusal(
              415, "unsupported-charset", "A request is sent as UTF-8, not as " + charset + ".");
        }
      }
    }
  }

  static void refuseCoding(Context ctx) {
    String coding = ctx.header("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw new Refusal(
          415, "unsupported-coding", "A request is sent without content coding, not as " + coding);
    }
  }

  /** The media type of a Content-Type header, without its parameters; empty if there is none. */
  static String mediaType(@Nullable String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
