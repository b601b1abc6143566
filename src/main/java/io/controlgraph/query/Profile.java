package io.controlgraph.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice of rules for a gate.
 *
 * @param name how it is called, or where it lies
 * @param summary what it is for
 * @param rules the rules, in its own order
 */
public record Profile(String name, String summary, List<Rule> rules) {
  public Profile {
    rules = List.copyOf(rules);
  }

  /**
   * A rule of the profile.
   *
   * @param question the name of a question that has a severity
   * @param severity how bad a row is here; null leaves it to the question
   * @param arguments what to ask the question with, by the names of its parameters
   */
  public record Rule(String question, @Nullable Severity severity, Map<String, String> arguments) {
    public Rule {
      arguments = Map.copyOf(arguments);
    }
  }
}
