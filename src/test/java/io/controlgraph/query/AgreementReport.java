package io.controlgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an engine made of all questions, as Markdown. */
final class AgreementReport {
  /** Enough to see what kind of difference it is. */
  private static final int ROWS_SHOWN = 2;

  private final List<Asked> asked = new ArrayList<>();

  private record Asked(String question, String organisation, long millis, Agreement agreement) {}

  void add(String question, String organisation, long millis, Agreement agreement) {
    asked.add(new Asked(question, organisation, millis, agreement));
  }

  /** How many questions were asked. */
  int size() {
    return asked.size();
  }

  /**
   * The report.
   *
   * @param heading what was asked, and how
   */
  String text(String heading) {
    StringBuilder text = new StringBuilder(heading);
    text.append("\n\n| outcome | questions | which |\n| --- | --- | --- |\n");
    kinds()
        .forEach(
            (kind, those) ->
                text.append(
                    "| %s | %d | %s |\n"
                        .formatted(
                            cell(kind),
                            those.size(),
                            those.stream()
                                .map(each -> "`" + each.question + "`")
                                .collect(Collectors.joining(", ")))));
    text.append("\n| question | organisation | ms | outcome | detail |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    for (Asked each : asked) {
      text.append(
          "| `%s` | %s | %d | %s | %s |\n"
              .formatted(
                  each.question,
                  each.organisation,
                  each.millis,
                  cell(each.agreement.kind()),
                  cell(each.agreement.detail())));
    }
    text.append("\nRows that differ, the first of each:\n");
    asked.forEach(each -> appendRows(text, each));
    return text.toString();
  }

  private Map<String, List<Asked>> kinds() {
    return asked.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.agreement.kind(), TreeMap::new, Collectors.toList()));
  }

  private static void appendRows(StringBuilder text, Asked each) {
    if (each.agreement instanceof Agreement.Differs differs) {
      text.append("\n`").append(each.question).append("`\n\n");
      append(text, "missing", differs.missing());
      append(text, "extra", differs.extra());
    }
  }

  private static void append(StringBuilder text, String which, List<List<String>> rows) {
    rows.stream()
        .limit(ROWS_SHOWN)
        .forEach(
            row -> text.append("    %s: %s\n".formatted(which, row.toString().replace('\n', ' '))));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
