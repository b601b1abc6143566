package io.controlgraph.ingest.csv;

import io.controlgraph.ingest.csv.ReferenceData.Framework;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Finds the requirement that a cell names: {@code framework/id}, or the id alone where exactly one
 * of the organisation's own frameworks has it.
 */
final class Requirements {
  private final ReferenceData reference;
  private final Function<String, Set<String>> frameworksOf;

  /**
   * Makes a finder.
   *
   * @param frameworksOf the ids of the frameworks that an organisation works to
   */
  Requirements(ReferenceData reference, Function<String, Set<String>> frameworksOf) {
    this.reference = reference;
    this.frameworksOf = frameworksOf;
  }

  Resolution resolve(String organisation, String value) {
    int slash = value.indexOf('/');
    if (slash >= 0) {
      return qualified(value, value.substring(0, slash), value.substring(slash + 1));
    }
    List<Framework> own = new ArrayList<>();
    for (String id : frameworksOf.apply(organisation)) {
      Framework framework = reference.frameworks().get(id);
      if (framework != null) {
        own.add(framework);
      }
    }
    List<Framework> having = own.stream().filter(f -> f.requirements().containsKey(value)).toList();
    if (having.size() == 1) {
      return found(value, having.get(0));
    } else if (having.size() > 1) {
      return new Resolution.Wrong(
          () ->
              "could be "
                  + having.stream()
                      .map(f -> f.id() + "/" + value)
                      .collect(Collectors.joining(" or "))
                  + "; write one of these");
    }
    return new Resolution.Wrong(() -> missing(value, own));
  }

  private Resolution qualified(String value, String frameworkId, String id) {
    Framework framework = reference.frameworks().get(frameworkId);
    if (framework == null) {
      return new Resolution.Wrong(
          () ->
              "no such framework as '"
                  + Cells.shorten(frameworkId)
                  + "'"
                  + Nearest.hint(value, qualifiedIds(reference.frameworks().values())));
    }
    if (!framework.requirements().containsKey(id)) {
      return new Resolution.Wrong(
          () -> "no such requirement" + Nearest.hint(value, qualifiedIds(List.of(framework))));
    }
    return found(id, framework);
  }

  private Resolution found(String id, Framework framework) {
    Node node = framework.requirements().get(id);
    if (node == null) {
      throw new IllegalStateException(framework.id() + " has no " + id);
    }
    return new Resolution.Found(node, () -> id, reference.keyOf(node));
  }

  private String missing(String value, List<Framework> own) {
    if (own.isEmpty()) {
      return "the organisation has no framework yet; write framework/id, such as"
          + " iso27001-2022/A.8.24";
    }
    List<String> elsewhere = new ArrayList<>();
    for (Framework framework : reference.frameworks().values()) {
      if (framework.requirements().containsKey(value)) {
        elsewhere.add(framework.id() + "/" + value);
      }
    }
    String named = own.stream().map(Framework::id).collect(Collectors.joining(" or "));
    List<String> ids = own.stream().flatMap(f -> f.requirements().keySet().stream()).toList();
    return "no such requirement in "
        + named
        + (elsewhere.isEmpty()
            ? Nearest.hint(value, ids)
            : "; did you mean '" + elsewhere.get(0) + "'?");
  }

  private static List<String> qualifiedIds(Iterable<Framework> frameworks) {
    List<String> ids = new ArrayList<>();
    for (Framework framework : frameworks) {
      framework.requirements().keySet().forEach(id -> ids.add(framework.id() + "/" + id));
    }
    return ids;
  }
}
