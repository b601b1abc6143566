package io.controlgraph.graph;

import java.util.Locale;

/** What an engine may be able to do beyond answering questions. Each has a name in the API. */
public enum Capability {
  /** Takes writes. */
  WRITES("Changes can be written."),

  /**
   * Every write moves a revision that readers see, so that two states can be told apart, and
   * answers be kept until it moves.
   */
  REVISIONS("Every change moves a revision, by which kept answers can be told from stale ones."),

  /** The union of the graphs is a set: a statement that stands in several of them counts once. */
  DISTINCT_UNION("A statement that stands in several graphs counts once."),

  /** All that one read asks is answered from one revision, whatever is written meanwhile. */
  SNAPSHOTS("All that one request asks is answered from one revision."),

  /** Tells who wrote when and why, revision by revision. */
  HISTORY("Tells who wrote what, when and why, revision by revision."),

  /** Keeps the exact change of each revision, so that others can follow. */
  CHANGES("Keeps the exact change of every revision, so that other programs can follow."),

  /** Holds each write against the shapes before it stands. */
  SHAPES("Holds every change against the shapes before it stands."),

  /** Keeps the search index in step with what is written. */
  SEARCH("Finds things by name as you type."),

  /** Keeps the trace index in step with what is written. */
  TRACE("Answers coverage, traces and paths from an index in memory."),

  /** Lets a reader be restricted to some graphs. */
  SCOPES("Can restrict a reader to some graphs."),

  /** Lets queries ask the other servers of a list by SERVICE. */
  SERVICES("Queries can ask other servers by SERVICE, those that are allowed."),

  /** Answers although members of a federation are down, and names them. */
  PARTIAL_ANSWERS("Answers although members of the federation are down, and names them."),

  /** Tells of each row which members of a federation it came from. */
  ROW_ORIGINS("Tells of each row which members of the federation it came from.");

  private final String summary;

  Capability(String summary) {
    this.summary = summary;
  }

  /** The name in the API: lower case, with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means, in a sentence for users. */
  public String summary() {
    return summary;
  }
}
