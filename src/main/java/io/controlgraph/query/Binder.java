package io.controlgraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Binds the parameters of a question. Values are put into the syntax tree, never into text, so that
 * no argument can change what is asked.
 */
public final class Binder {
  private Binder() {}

  /**
   * Binds a question.
   *
   * @param arguments by parameter name, as a user writes them; a parameter that is not required may
   *     be left out
   */
  public static Binding bind(
      Question question, Map<String, String> arguments, BindContext context) {
    return bind(question, arguments, context, true);
  }

  /**
   * Binds a question for somebody who wants its text: a parameter that is left out stays a
   * variable, even one that is required.
   *
   * @param arguments by parameter name, as a user writes them
   */
  public static Binding bindGiven(
      Question question, Map<String, String> arguments, BindContext context) {
    return bind(question, arguments, context, false);
  }

  private static Binding bind(
      Question question, Map<String, String> arguments, BindContext context, boolean complete) {
    List<ArgumentError> errors = new ArrayList<>();
    for (String name : arguments.keySet()) {
      if (question.parameter(name).isEmpty()) {
        errors.add(new ArgumentError(name, unknown(question, name)));
      }
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (Parameter parameter : question.parameters()) {
      String argument = argument(parameter, arguments, context);
      if (argument != null) {
        Node value = value(parameter, argument, context, errors);
        if (value != null) {
          values.put(parameter.name(), value);
        }
      } else if (parameter.of() != null) {
        organisation(values.get(parameter.of()), context)
            .ifPresent(organisation -> values.put(parameter.name(), organisation));
      } else if (complete && parameter.required()) {
        errors.add(new ArgumentError(parameter.name(), missing(parameter)));
      }
    }
    if (!errors.isEmpty()) {
      return new Binding.Rejected(errors);
    }
    Query query = QueryFactory.create(question.sparql(), Syntax.syntaxSPARQL_11);
    return new Binding.Bound(
        new Substitution(values).rewrite(query).serialize(Syntax.syntaxSPARQL_11));
  }

  private static @Nullable String argument(
      Parameter parameter, Map<String, String> arguments, BindContext context) {
    String given = arguments.get(parameter.name());
    if (given != null) {
      return given;
    }
    if (parameter.defaultValue() != null) {
      return parameter.defaultValue();
    }
    return parameter.isDay() ? context.day().toString() : null;
  }

  private static Optional<Node> organisation(@Nullable Node thing, BindContext context) {
    return thing == null
        ? Optional.empty()
        : context.names().organisation(thing.getURI()).map(NodeFactory::createURI);
  }

  private static @Nullable Node value(
      Parameter parameter, String argument, BindContext context, List<ArgumentError> errors) {
    String name = parameter.name();
    if (parameter.type() == ValueType.IRI) {
      NameResolver.Resolution resolution = context.names().resolve(argument);
      if (resolution instanceof NameResolver.Resolution.Found found) {
        if (Values.isIri(found.iri())) {
          return NodeFactory.createURI(found.iri());
        }
        errors.add(new ArgumentError(name, "'" + found.iri() + "' is no absolute IRI"));
      } else if (resolution instanceof NameResolver.Resolution.Unknown unknown) {
        errors.add(new ArgumentError(name, unknown.reason()));
      } else if (resolution instanceof NameResolver.Resolution.Ambiguous ambiguous) {
        errors.add(
            new ArgumentError(
                name,
                "'"
                    + argument
                    + "' stands for several things; name one of them: "
                    + String.join(", ", ambiguous.iris())));
      }
      return null;
    }
    String wrong = Values.check(parameter.type(), argument).orElse(null);
    if (wrong != null) {
      errors.add(new ArgumentError(name, wrong));
      return null;
    }
    return Values.literal(parameter.type(), argument);
  }

  private static String unknown(Question question, String name) {
    String known =
        question.parameters().isEmpty()
            ? "it has none"
            : "it has "
                + String.join(", ", question.parameters().stream().map(Parameter::name).toList());
    return question.name() + " has no parameter '" + name + "'; " + known;
  }

  private static String missing(Parameter parameter) {
    return "parameter '"
        + parameter.name()
        + "' ("
        + parameter.type()
        + ") is required"
        + (parameter.example() == null ? "" : "; for example " + parameter.example());
  }
}
