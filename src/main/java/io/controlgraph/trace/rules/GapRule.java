package io.controlgraph.trace.rules;

import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** A question of the catalogue that finds gaps, as it is answered from an index on a day. */
public interface GapRule {
  /** The name of the question, such as {@code gaps/policies-overdue}. */
  String question();

  /**
   * The rows about an organisation, as often as the question has each, in no particular order.
   * Besides the question's columns they have whatever else it puts them in order by.
   *
   * @param organisation its number in the index
   */
  List<Binding> rows(int organisation);
}
