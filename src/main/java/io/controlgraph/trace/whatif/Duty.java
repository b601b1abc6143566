package io.controlgraph.trace.whatif;

import java.util.List;

/**
 * A post that must act. All are numbers of the index.
 *
 * @param post the post
 * @param persons who would hold it on the day; empty if nobody would
 * @param things what it answers for that is concerned: implementations, targets and risks
 */
public record Duty(int post, List<Integer> persons, List<Integer> things) {
  public Duty {
    persons = List.copyOf(persons);
    things = List.copyOf(things);
  }
}
