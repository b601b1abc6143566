package io.controlgraph.search;

import org.apache.jena.graph.Node;

/**
 * Why a thing was found.
 *
 * @param how how well it fits
 * @param property the property whose value fits best
 * @param text that value
 * @param edits how many letters were forgiven in all
 */
public record Match(How how, Node property, String text, int edits) {

  /** How a thing fits a query, the best first. */
  public enum How {
    /** Its id, alone or together with words of what it belongs to. */
    ID,
    /** Its id without the letter of the annex: 5.23 for A.5.23. */
    ID_WITHOUT_LETTER,
    /** A label, to the last word. */
    LABEL,
    /** The beginning of its id. */
    ID_START,
    /** The beginning of a label. */
    LABEL_START,
    /** Beginnings of words of its labels and ids, some perhaps of what it belongs to. */
    WORDS,
    /** Beginnings of words, for which an alternative label is needed. */
    ALTERNATIVE,
    /** Beginnings of words, some of them mistyped. */
    NEARLY
  }
}
