package io.controlgraph.sparql;

/**
 * What a request asks of the graph.
 *
 * @param kind what it is counted as: a question's name, or the sort of request; there are few
 * @param text what the list of running queries shows: the query, or the name of the question
 */
public record Asked(String kind, String text) {

  /** What has a name of its own. */
  public static Asked named(String name) {
    return new Asked(name, name);
  }
}
