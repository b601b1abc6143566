package io.controlgraph.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question as a gate asks it: each row it finds is a break.
 *
 * @param severity how bad a row is
 * @param arguments what to ask the question with
 */
public record Rule(Question question, Severity severity, Map<String, String> arguments) {
  public Rule {
    arguments = Map.copyOf(arguments);
  }

  /** Every question of the catalogue that carries a severity, asked without arguments. */
  public static List<Rule> all(Catalogue catalogue) {
    return catalogue.questions().stream().flatMap(Rule::of).toList();
  }

  private static Stream<Rule> of(Question question) {
    return Optional.ofNullable(question.severity())
        .map(severity -> new Rule(question, severity, Map.of()))
        .stream();
  }
}
