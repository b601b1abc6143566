package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.GraphFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;

/**
 * How much the members hold of what a read may want: asked of all members at once, many patterns in
 * one request. For one thread.
 *
 * <p>A survey is taken for each read and forgotten with it. Who is known to hold nothing of a
 * pattern is not asked for it again, which is as good as having been asked for it then; had it been
 * remembered for longer, rows that a member got since would be missing without a word. Members
 * count up to a limit, so that a survey costs them the same however much they hold; and they answer
 * for each pattern, so that an answer that was cut is known as such.
 */
final class Survey {
  /** So many make a query of some 15 kB. */
  private static final int PATTERNS_AT_ONCE = 64;

  /** So much is counted of a pattern that is asked for alone. */
  private static final long ALONE = 16_384;

  private final Everyone everyone;
  private final Reading reading;
  private final Map<Pattern, Counted> counts = new HashMap<>();

  Survey(Everyone everyone, Reading reading) {
    this.everyone = everyone;
    this.reading = reading;
  }

  /** What each member counted, up to a limit. */
  private record Counted(long limit, Map<String, Long> members) {
    long total() {
      return members.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether a member may hold more than it counted. */
    boolean isCut() {
      return members.values().stream().anyMatch(count -> count >= limit);
    }
  }

  private record Row(int pattern, long count) {}

  boolean knows(Pattern pattern) {
    return counts.containsKey(pattern);
  }

  /** Counts patterns, up to {@code limit} statements of each. */
  void take(Collection<Pattern> patterns, long limit) {
    List<Pattern> all = List.copyOf(patterns);
    for (int from = 0; from < all.size(); from += PATTERNS_AT_ONCE) {
      takeSome(all.subList(from, Math.min(all.size(), from + PATTERNS_AT_ONCE)), limit);
    }
  }

  private void takeSome(List<Pattern> patterns, long limit) {
    Map<String, List<Row>> answers = everyone.askAll(query(patterns, limit), Survey::row);
    List<Map<String, Long>> byPattern = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      byPattern.add(new LinkedHashMap<>());
    }
    for (Member member : everyone.members()) {
      long[] counted =
          counted(member, answers.getOrDefault(member.name(), List.of()), patterns.size());
      for (int j = 0; j < counted.length; j++) {
        byPattern.get(j).put(member.name(), counted[j]);
      }
    }
    for (int i = 0; i < patterns.size(); i++) {
      counts.put(patterns.get(i), new Counted(limit, byPattern.get(i)));
    }
  }

  /** Of a member that is missing nothing is counted: it is not asked again in this read. */
  private long[] counted(Member member, List<Row> rows, int patterns) {
    long[] counted = new long[patterns];
    Arrays.fill(counted, -1);
    for (Row row : rows) {
      if (row.pattern() >= 0 && row.pattern() < patterns) {
        counted[row.pattern()] = row.count();
      }
    }
    if (Arrays.stream(counted).anyMatch(count -> count < 0)) {
      if (!reading.lacks(member.name())) {
        reading.failed(
            member,
            new GraphFailure.ServerFailed(member.where(), "did not count all it was asked to"));
      }
      return new long[patterns];
    }
    return counted;
  }

  private static String query(List<Pattern> patterns, long limit) {
    StringJoiner arms = new StringJoiner(" UNION ");
    for (int i = 0; i < patterns.size(); i++) {
      Pattern pattern = patterns.get(i);
      arms.add(
          "{ SELECT (%d AS ?i) (COUNT(*) AS ?n) WHERE { { SELECT %s WHERE { %s } LIMIT %d } } }"
              .formatted(i, pattern.variables(), pattern.group(), limit));
    }
    return "SELECT ?i ?n WHERE { " + arms + " }";
  }

  private static Row row(BindingSet row) {
    return new Row((int) number(row, "i"), number(row, "n"));
  }

  private static long number(BindingSet row, String variable) {
    Value value = row.getValue(variable);
    if (!(value instanceof Literal literal)) {
      throw new IllegalArgumentException("no number ?" + variable);
    }
    return literal.longValue();
  }

  /**
   * Whether all members together hold at most so many statements of a pattern, those that several
   * hold counted for each; asks them if that is not known.
   */
  boolean isAtMost(Pattern pattern, long most) {
    Counted known = counts.get(pattern);
    if (known == null || (known.isCut() && known.total() <= most)) {
      take(List.of(pattern), Math.max(ALONE, 4 * most));
      known = counts.getOrDefault(pattern, new Counted(0, Map.of()));
    }
    return known.total() <= most;
  }

  /** The members that may hold something of a pattern. */
  List<Member> holders(Pattern pattern) {
    Counted known = counts.get(pattern);
    return everyone.members().stream()
        .filter(member -> known == null || known.members().getOrDefault(member.name(), 1L) > 0)
        .toList();
  }
}
