package io.controlgraph.api;

import io.controlgraph.trace.index.TraceIndex;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were given lately from an index, so that what is asked again of the same
 * revision is not worked out again. Those of an index before are forgotten.
 */
final class KnownAnswers {
  private static final int MOST_BYTES_OF_ONE = 4 << 20;
  private static final int MOST_BYTES = 32 << 20;
  private static final String[] HEADERS = {"Content-Type", "Link", QuestionRoutes.TOTAL};

  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable TraceIndex index;
  private long bytes;

  /** An answer as it was sent. */
  private static final class Known {
    private final byte[] body;
    private final Map<String, String> headers;

    Known(byte[] body, Map<String, String> headers) {
      this.body = body;
      this.headers = Map.copyOf(headers);
    }
  }

  /**
   * Sends an answer again.
   *
   * @param question all that the answer depends on besides the index
   * @return whether it was known
   */
  boolean isSent(Context ctx, TraceIndex of, String question) {
    Optional<Known> found = find(of, question);
    found.ifPresent(
        answer -> {
          answer.headers.forEach(ctx::header);
          ctx.result(answer.body);
        });
    return found.isPresent();
  }

  private synchronized Optional<Known> find(TraceIndex of, String question) {
    return of == index ? Optional.ofNullable(known.get(question)) : Optional.empty();
  }

  /**
   * Keeps the answer that was just put together, unless it is long, or has no entity tag: then it
   * is of another revision, or nothing tells of what.
   */
  void keep(Context ctx, TraceIndex of, String question) throws IOException {
    InputStream result = ctx.resultInputStream();
    if (result == null
        || ctx.statusCode() != 200
        || ctx.res().getHeader("ETag") == null
        || result.available() > MOST_BYTES_OF_ONE) {
      return;
    }
    byte[] body = result.readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    for (String header : HEADERS) {
      String value = ctx.res().getHeader(header);
      if (value != null) {
        headers.put(header, value);
      }
    }
    ctx.result(body);
    keep(of, question, new Known(body, headers));
  }

  private synchronized void keep(TraceIndex of, String question, Known answer) {
    if (of != index) {
      known.clear();
      bytes = 0;
      index = of;
    }
    Known before = known.put(question, answer);
    bytes += answer.body.length - (before == null ? 0 : before.body.length);
    var eldest = known.entrySet().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= eldest.next().getValue().body.length;
      eldest.remove();
    }
  }
}
