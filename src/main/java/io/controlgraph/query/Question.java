package io.controlgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of the catalogue.
 *
 * @param name its path without the extension, such as {@code coverage/by-framework}
 * @param summary what the answer lists, in a few words
 * @param question the question in full
 * @param description what a row means; empty if the file says nothing
 * @param tags words to find it by
 * @param parameters what may be asked for, in the file's order
 * @param columns the columns of the answer, in order; none unless the form is SELECT
 * @param severity how bad a row is, if a row is a gap
 * @param mend what to do about a row
 * @param form what it is answered with
 * @param sparql the query with its shared definitions expanded and its parameters still free
 * @param source the text of the file
 * @param origin where the file lies
 */
public record Question(
    String name,
    String summary,
    String question,
    String description,
    List<String> tags,
    List<Parameter> parameters,
    List<Column> columns,
    @Nullable Severity severity,
    @Nullable String mend,
    Form form,
    String sparql,
    String source,
    String origin) {

  public Question {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /** The same with one column more, the last. */
  public Question withColumn(Column more) {
    List<Column> all = new ArrayList<>(columns);
    all.add(more);
    return new Question(
        name,
        summary,
        question,
        description,
        tags,
        parameters,
        all,
        severity,
        mend,
        form,
        sparql,
        source,
        origin);
  }

  /** The parameter of that name. */
  public Optional<Parameter> parameter(String parameterName) {
    return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
  }

  /** The folder the question lies in, such as {@code coverage}; empty at the top. */
  public String folder() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
