package io.controlgraph.trace.forms;

/** Which characters can stand in a text that a program draws. */
final class Plain {
  private Plain() {}

  /** Neither a control character nor half of a pair of surrogates. */
  static boolean isPlain(int letter) {
    return !Character.isISOControl(letter) && Character.getType(letter) != Character.SURROGATE;
  }
}
