package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.vocabulary.RDF;

/** Statements as they are gathered, each once. */
final class Chain {
  private final TraceIndex index;
  private final Set<Statement> statements = new LinkedHashSet<>();

  Chain(Facts facts) {
    this.index = facts.index();
  }

  /** That a thing is linked to another by a property of ours. */
  Chain link(int subject, String property, int object) {
    statements.add(new Statement(index.node(subject), Cg.term(property), index.node(object)));
    return this;
  }

  /** What a thing is. */
  Chain type(int subject, int type) {
    statements.add(new Statement(index.node(subject), RDF.type.asNode(), index.node(type)));
    return this;
  }

  /** All values that a thing has by some properties of ours. */
  Chain values(int subject, String... properties) {
    for (String property : properties) {
      for (int literal : index.literals(Cg.term(property)).of(subject)) {
        statements.add(
            new Statement(index.node(subject), Cg.term(property), index.literal(literal)));
      }
    }
    return this;
  }

  Chain all(Chain other) {
    statements.addAll(other.statements);
    return this;
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }
}
