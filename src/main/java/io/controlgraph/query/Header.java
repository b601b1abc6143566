package io.controlgraph.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code #+} lines of a file say.
 *
 * @param use the shared definitions it uses, by name
 * @param lines the line each key stands on, and {@code params.NAME} for each parameter
 */
record Header(
    @Nullable String summary,
    @Nullable String question,
    @Nullable String description,
    List<String> tags,
    List<Parameter> parameters,
    List<Column> columns,
    @Nullable Severity severity,
    @Nullable String mend,
    List<String> use,
    Map<String, Integer> lines) {

  int line(String key) {
    return lines.getOrDefault(key, 1);
  }
}
