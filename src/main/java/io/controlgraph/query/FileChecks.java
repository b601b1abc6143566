package io.controlgraph.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;

/** What must hold of a file beyond its syntax. */
final class FileChecks {
  private final QueryFile file;
  private final List<CatalogueFault> faults;

  FileChecks(QueryFile file, List<CatalogueFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Checks the header against the file's own query. */
  void own() {
    Header header = file.header();
    if (header.summary() == null) {
      add("summary", "the header has no summary");
    }
    if (file.text().isShared()) {
      shared();
    } else if (header.question() == null) {
      add("question", "the header has no question");
    }
    columns();
    if (header.severity() != null && header.mend() == null) {
      add(
          "severity",
          "a question with a severity also says how to mend: the key 'mend' is missing");
    }
    for (Parameter parameter : header.parameters()) {
      if (parameter.of() != null) {
        of(parameter, parameter.of());
      }
      String value = parameter.defaultValue();
      if (value != null && parameter.type() != ValueType.IRI) {
        Values.check(parameter.type(), value)
            .ifPresent(
                wrong ->
                    add(
                        "params." + parameter.name(),
                        "default of " + parameter.name() + ": " + wrong));
      }
    }
    for (String marked : Expansion.marked(file.query())) {
      if (!header.use().contains(marked)) {
        faults.add(
            file.faultAt("use", "'" + marked + "' is placed here but the header does not use it"));
      }
    }
  }

  private void of(Parameter parameter, String of) {
    boolean fits =
        file.header().parameters().stream()
            .takeWhile(other -> !other.equals(parameter))
            .anyMatch(p -> p.name().equals(of) && p.required() && p.type() == ValueType.IRI);
    if (!fits
        || parameter.type() != ValueType.IRI
        || parameter.required()
        || parameter.defaultValue() != null
        || file.text().isShared()) {
      add(
          "params." + parameter.name(),
          "parameter '"
              + parameter.name()
              + "' of '"
              + of
              + "': takes the organisation of a required parameter of type iri above it, and is"
              + " itself of type iri, not required and without default; not in a shared"
              + " definition");
    }
  }

  private void shared() {
    if (!file.query().isSelectType()) {
      add("summary", "a shared definition is a SELECT query");
    }
    if (Mentions.of(file.query()).blanks()) {
      add("summary", "a shared definition has no blank nodes; name a variable instead");
    }
    if (file.query().hasOrderBy() || file.query().hasLimit() || file.query().hasOffset()) {
      add("summary", "a shared definition has no ORDER BY, LIMIT or OFFSET");
    }
  }

  private void columns() {
    Query query = file.query();
    List<String> declared = file.header().columns().stream().map(Column::name).toList();
    if (!query.isSelectType()) {
      if (!query.isAskType() && !query.isConstructType()) {
        add("summary", "a question is a SELECT, ASK or CONSTRUCT query");
      }
      if (!declared.isEmpty()) {
        add("columns", "only a SELECT query has columns");
      }
      return;
    }
    if (query.isQueryResultStar()) {
      add("columns", "SELECT * leaves the columns to chance; name them");
    } else if (!query.getResultVars().equals(declared)) {
      add(
          "columns",
          "columns " + declared + " are not what the query selects: " + query.getResultVars());
    }
  }

  /**
   * Checks the parameters against the query with its definitions in place.
   *
   * @param used the definitions it uses, directly or through others
   */
  void expanded(Query query, Map<String, QueryFile> used) {
    Mentions mentions = Mentions.of(query);
    Set<String> declared = new LinkedHashSet<>();
    for (Parameter parameter : file.header().parameters()) {
      declared.add(parameter.name());
      String key = "params." + parameter.name();
      if (!mentions.contains(parameter.name())) {
        add(key, "parameter '" + parameter.name() + "' is declared but not used");
      }
      if (mentions.assigned().contains(parameter.name())) {
        add(key, "parameter '" + parameter.name() + "' is given a value by the query itself");
      }
      used.forEach((name, definition) -> hidden(parameter, key, name, definition));
    }
    if (file.text().isShared()) {
      declared.addAll(file.query().getResultVars());
    }
    for (String operand : new TreeSet<>(mentions.operands())) {
      if (!declared.contains(operand)
          && !mentions.matched().contains(operand)
          && !mentions.assigned().contains(operand)) {
        faults.add(
            file.faultAt(
                operand, "nothing gives ?" + operand + " a value: an undeclared parameter?"));
      }
    }
  }

  private void hidden(Parameter parameter, String key, String name, QueryFile definition) {
    if (definition.query().getResultVars().contains(parameter.name())) {
      return;
    }
    definition.header().parameters().stream()
        .filter(p -> p.name().equals(parameter.name()))
        .findFirst()
        .ifPresentOrElse(
            same -> {
              if (same.type() != parameter.type()) {
                add(
                    key,
                    "parameter '"
                        + parameter.name()
                        + "' is of type "
                        + same.type()
                        + " in shared/"
                        + name);
              }
            },
            () -> {
              if (Mentions.of(definition.query()).contains(parameter.name())) {
                add(
                    key,
                    "parameter '"
                        + parameter.name()
                        + "' is the name of a variable inside shared/"
                        + name);
              }
            });
  }

  private void add(String key, String message) {
    faults.add(file.fault(key, message));
  }
}
