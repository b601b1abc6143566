package io.controlgraph.trace.index;

/**
 * The statements of one property between nodes, in both directions.
 *
 * @param forward for each subject its objects
 * @param backward for each object its subjects
 */
public record Links(Rows forward, Rows backward) {
  /** Of a property that nothing has. */
  public static final Links NONE = new Links(Rows.NONE, Rows.NONE);

  /** The objects of a subject, ascending; do not change them. */
  public int[] from(int subject) {
    return forward.of(subject);
  }

  /** The subjects of an object, ascending; do not change them. */
  public int[] to(int object) {
    return backward.of(object);
  }

  /** Whether a statement is there. */
  public boolean has(int subject, int object) {
    return forward.has(subject, object);
  }

  boolean isWorthMerging() {
    return forward.isWorthMerging() || backward.isWorthMerging();
  }

  /** The same statements, all compressed if that is worth it. */
  Links settled() {
    return new Links(forward.settled(), backward.settled());
  }

  /** The same statements, on those of an earlier index that were compressed meanwhile. */
  Links onto(Links from, Links settled) {
    return new Links(
        forward.onto(from.forward, settled.forward),
        backward.onto(from.backward, settled.backward));
  }
}
