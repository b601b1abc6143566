package io.controlgraph.trace.why;

/**
 * How an implementation comes to serve a target.
 *
 * @param implementation its number
 * @param place the thing it stands at that the target is, is part of or runs in; for one at a
 *     supplier's service, what relies on that service
 * @param through the shared responsibility that passes it on, or {@link #NOT_SHARED}
 * @param service the supplier's service, or {@link #NOT_SHARED}
 */
record Way(int implementation, int place, int through, int service) {
  static final int NOT_SHARED = -1;
}
