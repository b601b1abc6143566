package io.controlgraph.api;

import io.controlgraph.graph.Aged;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.trace.LiveTrace.Standing;
import io.javalin.http.Context;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an answer of the trace index says of the index.
 *
 * <p>The age is not told by {@code Age}: that header says how old the answer is, and that it was
 * not made for the request (RFC 9111, section 5.1). These answers are made for it, of what may be
 * older.
 */
final class IndexHeaders {
  static final String AGE = "ControlGraph-Index-Age";
  static final String READ = "ControlGraph-Index-Read";
  static final String PROBLEM = "ControlGraph-Index-Problem";

  /** The headers, as they are described in OpenAPI. */
  static final Map<String, String> DESCRIBED = described();

  private IndexHeaders() {}

  private static Map<String, String> described() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        AGE,
        "How many seconds ago the index was last known to match the store; 0 where every change is"
            + " taken in before its writer is told.");
    all.put(
        READ,
        "When the store was read for the index, as ISO 8601 has it; only where the store has no"
            + " revisions, as a federation.");
    all.put(
        Answers.MISSING_HEADER,
        "The members of a federation whose statements the index lacks, with commas between.");
    all.put(
        PROBLEM,
        "Why the index could not be read anew at the last try, so that the answer is of the one"
            + " before.");
    return all;
  }

  static void set(Context ctx, GraphStore store, Aged<Standing> aged) {
    ctx.header(AGE, Long.toString(aged.age().toSeconds()));
    Standing standing = aged.index();
    if (store.can(Capability.REVISIONS)) {
      ctx.header(Freshness.REVISION, Long.toString(standing.revision().number()));
    } else {
      ctx.header(READ, standing.readAt().truncatedTo(ChronoUnit.MILLIS).toString());
    }
    if (!standing.missing().isEmpty()) {
      ctx.header(
          Answers.MISSING_HEADER, String.join(", ", standing.missing().stream().sorted().toList()));
    }
    aged.problem().ifPresent(why -> ctx.header(PROBLEM, inAscii(why)));
  }

  /** Field values are of visible ASCII characters and spaces (RFC 9110, section 5.5). */
  private static String inAscii(String text) {
    return text.replaceAll("[^ -~]+", " ").strip();
  }
}
