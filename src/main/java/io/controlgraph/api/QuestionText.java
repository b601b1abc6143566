package io.controlgraph.api;

import io.controlgraph.graph.View;
import io.controlgraph.query.BindContext;
import io.controlgraph.query.Binder;
import io.controlgraph.query.Binding;
import io.controlgraph.query.GraphNameResolver;
import io.controlgraph.query.Question;
import io.controlgraph.security.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** Makes SPARQL of a question and its arguments. */
final class QuestionText {
  private QuestionText() {}

  /**
   * Binds the arguments.
   *
   * @param view where names in the arguments are looked up
   * @throws Refusal 400 with every argument that is wrong
   */
  static String bind(
      Question question, Map<String, String> arguments, LocalDate day, View view, String baseIri) {
    return sparql(question, Binder.bind(question, arguments, context(day, view, baseIri)));
  }

  /**
   * Binds the arguments that are given; a parameter that has none stays a variable.
   *
   * @param view where names in the arguments are looked up
   * @throws Refusal 400 with every argument that is wrong
   */
  static String bindGiven(
      Question question, Map<String, String> arguments, LocalDate day, View view, String baseIri) {
    return sparql(question, Binder.bindGiven(question, arguments, context(day, view, baseIri)));
  }

  private static BindContext context(LocalDate day, View view, String baseIri) {
    return new BindContext(day, baseIri, new GraphNameResolver(view, baseIri));
  }

  private static String sparql(Question question, Binding binding) {
    if (binding instanceof Binding.Rejected rejected) {
      throw new Refusal(
              400, "bad-arguments", "'" + question.name() + "' cannot be asked so; see the errors.")
          .with("errors", rejected.errors());
    }
    return ((Binding.Bound) binding).sparql();
  }
}
