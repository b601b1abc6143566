package io.controlgraph.ingest.csv;

import io.controlgraph.vocab.Cg;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Finds what a value of a cell stands for. */
final class Resolver {
  private static final int LISTED_AT_MOST = 12;

  private final ReferenceData reference;
  private final References references;
  private final Requirements requirements;

  Resolver(ReferenceData reference, References references, Requirements requirements) {
    this.reference = reference;
    this.references = references;
    this.requirements = requirements;
  }

  /** Resolves one value, which is not empty, of a column of a file of the organisation. */
  Resolution resolve(String organisation, Column column, String value) {
    ColumnType type = column.type();
    if (type instanceof ColumnType.Ref ref) {
      return references.resolve(organisation, ref.kinds(), value);
    } else if (type instanceof ColumnType.Requirement) {
      return requirements.resolve(organisation, value);
    } else if (type instanceof ColumnType.Framework) {
      Map<String, Node> frameworks = new HashMap<>();
      reference.frameworks().forEach((id, framework) -> frameworks.put(id, framework.node()));
      return chosen(value, frameworks, "no such framework");
    } else if (type instanceof ColumnType.Concept concept) {
      return chosen(value, reference.concepts(concept.scheme()), "no such value");
    } else if (type instanceof ColumnType.ClassOf classOf) {
      Map<String, Node> classes = new HashMap<>();
      classOf.classes().forEach((name, local) -> classes.put(name, Cg.term(local)));
      return chosen(value, classes, "no such value");
    } else if (type instanceof ColumnType.Id) {
      String id = Ids.normal(value);
      return Ids.valid(id)
          ? new Resolution.Found(Literals.text(id).node(), () -> id, id)
          : new Resolution.Wrong(() -> Ids.RULE);
    }
    return literal(value, Literals.read(type, value));
  }

  private static Resolution literal(String value, Literals.Reading reading) {
    if (reading instanceof Literals.Reading.Value read) {
      return new Resolution.Found(read.node(), () -> value, read.node().getLiteralLexicalForm());
    }
    String expected = ((Literals.Reading.Wrong) reading).expected();
    return new Resolution.Wrong(() -> expected);
  }

  private static Resolution chosen(String value, Map<String, Node> choices, String what) {
    Node node = choices.get(value);
    if (node != null) {
      return new Resolution.Found(node, () -> value, value);
    }
    return new Resolution.Wrong(
        () -> {
          String hint = Nearest.hint(value, choices.keySet());
          return hint.isEmpty() && choices.size() <= LISTED_AT_MOST
              ? what + "; expected one of " + String.join(", ", choices.keySet())
              : what + hint;
        });
  }
}
