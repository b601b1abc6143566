package io.controlgraph.ingest;

/** Is told how far an import is. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (stage, done, total) -> {};

  /**
   * Called now and then, with growing figures within a stage.
   *
   * @param done how many rows are through this stage
   * @param total how many there are; 0 while that is not known
   */
  void at(Stage stage, long done, long total);

  /** The stages, in their order. */
  enum Stage {
    READING,
    CHECKING,
    WRITING,
    COMMITTING
  }
}
