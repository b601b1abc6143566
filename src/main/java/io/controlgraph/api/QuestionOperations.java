package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.api.rows.RowWriter;
import io.controlgraph.query.Form;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Question;
import io.controlgraph.query.ValueType;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.QueryFormat;
import io.controlgraph.sparql.RowFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions of the catalogue as operations, each with its own parameters. */
final class QuestionOperations {
  static final String GROUP = "Questions";

  private static final Offers TABLES = withText(RowWriter.FORMATS);
  private static final Offers ANSWERS = withText(RowFormat.all());
  private static final Offers STATEMENTS = withText(GraphFormat.all());

  private QuestionOperations() {}

  /** One operation a question. */
  static List<Operation> of(Collection<Question> questions, String path) {
    return questions.stream().map(question -> of(question, path)).toList();
  }

  /** A question that is sent along. */
  static Operation loose(String path, String queryType) {
    return Operation.of("POST", path, "askOwnQuestion", GROUP, "A question of one's own")
        .lenient()
        .takes(rows())
        .takes(TABLES.input(), Input.day(), Input.timeout(), Input.origins())
        .sends(queryType)
        .gives(200, "The rows, or for a CONSTRUCT the statements.", TABLES.mediaTypes());
  }

  private static Operation of(Question question, String path) {
    List<Input> inputs = new ArrayList<>();
    question.parameters().forEach(parameter -> inputs.add(input(parameter)));
    if (question.parameter(Parameter.DAY).isEmpty()) {
      inputs.add(Input.day());
    }
    Offers offers = offers(question.form());
    if (question.form() == Form.SELECT) {
      inputs.addAll(List.of(rows()));
      inputs.add(Input.origins());
    }
    inputs.add(offers.input());
    inputs.add(Input.timeout());
    return Operation.get(
            path + "/" + question.name(), id(question.name()), GROUP, question.question())
        .takes(inputs.toArray(Input[]::new))
        .tagged()
        .gives(200, question.summary(), offers.mediaTypes());
  }

  /** {@code coverage/by-theme} is called askCoverageByTheme. */
  private static String id(String name) {
    return Arrays.stream(name.split("[/-]", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", "ask", ""));
  }

  private static Offers withText(List<AnswerFormat> formats) {
    return new Offers(Stream.concat(formats.stream(), Stream.of(QueryFormat.SPARQL)).toList());
  }

  /** The formats in which a question of a form is answered; the last is its text instead. */
  static Offers offers(Form form) {
    return switch (form) {
      case SELECT -> TABLES;
      case ASK -> ANSWERS;
      case CONSTRUCT -> STATEMENTS;
    };
  }

  private static Input[] rows() {
    return new Input[] {
      Input.number("limit", 0, RowPage.LONGEST, "The rows of a page; all rows if absent."),
      Input.number("offset", 0, Long.MAX_VALUE, "How many rows to leave out first."),
      Input.text("sort", "Columns to order by, with a comma between; a minus in front reverses.")
    };
  }

  private static Input input(Parameter parameter) {
    if (parameter.isDay()) {
      return Input.day();
    }
    String summary = parameter.summary();
    Input input =
        new Input(
            parameter.name(),
            "query",
            parameter.required(),
            schema(parameter.type()),
            summary == null ? parameter.name() : summary);
    String example = parameter.example();
    String otherwise = parameter.defaultValue();
    Input shown = example == null ? input : input.with("examples", List.of(example));
    return otherwise == null ? shown : shown.with("default", otherwise);
  }

  /** A node is given by any of its names, so an IRI is just a text here. */
  private static Map<String, Object> schema(ValueType type) {
    return switch (type) {
      case IRI, STRING -> Map.of("type", "string");
      case INTEGER -> Map.of("type", "integer");
      case DECIMAL -> Map.of("type", "number");
      case DATE -> Map.of("type", "string", "format", "date");
      case DATE_TIME -> Map.of("type", "string", "format", "date-time");
      case BOOLEAN -> Map.of("type", "boolean");
    };
  }
}
