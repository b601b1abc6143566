package io.controlgraph.query;

/**
 * What is wrong with a file of the catalogue.
 *
 * @param file where the file lies
 * @param line counts from 1
 * @param message what is wrong and what was expected
 */
public record CatalogueFault(String file, int line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
