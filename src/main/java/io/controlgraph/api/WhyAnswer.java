package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why cells stand where they do, as it is written.
 *
 * @param day that it is about
 * @param cells of the requirement and the target
 * @param without the organisations in which they make no cell
 */
record WhyAnswer(String day, List<OneCell> cells, List<NoneThere> without) {

  /**
   * A cell and what it rests on.
   *
   * @param id of the requirement
   * @param standing its rung, or that it is not applicable
   * @param carrier what carries it furthest; null if nothing serves the target
   * @param rungs from the lowest
   */
  record OneCell(
      Ref organisation,
      Ref framework,
      Ref requirement,
      @Nullable String id,
      Ref target,
      Ref kind,
      String standing,
      OnePart expected,
      OnePart inScope,
      OnePart applicable,
      @Nullable OneCarrier carrier,
      List<OneRung> rungs) {}

  /**
   * Something that a cell needs.
   *
   * @param holds whether it is so
   * @param statements what says so, or what says that it is not
   * @param missing in plain words, what there would have to be
   */
  record OnePart(boolean holds, List<Said> statements, List<String> missing) {}

  /**
   * An implementation that serves the target.
   *
   * @param through the shared responsibility that passes it on; null if none does
   */
  record OneCarrier(Ref implementation, @Nullable Ref through, List<Said> statements) {}

  /** A rung of the ladder. */
  record OneRung(String rung, boolean reached, List<Said> statements, List<String> missing) {}

  /** An organisation in which there is no cell. */
  record NoneThere(Ref organisation, List<OnePart> reasons) {}

  /**
   * A statement and where it comes from.
   *
   * @param property its IRI
   * @param reading how the property reads
   * @param object null if it is a value
   * @param value null if it is a thing
   * @param graphs the named graphs that hold it
   */
  record Said(
      Ref subject,
      String property,
      String reading,
      @Nullable Ref object,
      @Nullable String value,
      List<String> graphs) {}
}
