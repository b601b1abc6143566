package io.controlgraph.graph.jena;

import io.controlgraph.graph.Revision;

/** A revision's number and hash, as a store notes them. */
record Mark(long number, String hash) {
  static final Mark NONE = of(Revision.NONE);

  static Mark of(Revision revision) {
    return new Mark(revision.number(), revision.hash());
  }

  static Mark parse(String text) {
    int space = text.indexOf(' ');
    return new Mark(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
  }

  @Override
  public String toString() {
    return number + " " + hash;
  }
}
