package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.rules.Dates;
import java.util.Map;
import java.util.TreeMap;

/** How much each post answers for and how many duties it has, as {@code post-loads} has it. */
final class PostLoads {
  private final Dates dates;
  private final AnswersFor answersFor;
  private final CarriedDuties duties;

  PostLoads(Facts facts) {
    this.dates = new Dates(facts);
    this.answersFor = new AnswersFor(facts);
    this.duties = new CarriedDuties(facts);
  }

  /**
   * What rests on a post in an organisation.
   *
   * @param things how many it answers for
   * @param duties how many it has, each for one thing
   */
  record Load(int things, int duties) {
    private Load plus(Load other) {
      return new Load(things + other.things, duties + other.duties);
    }
  }

  /** The loads of a post by organisation; nothing for one in which it has none. */
  Map<Integer, Load> of(int post) {
    Map<Integer, Load> loads = new TreeMap<>();
    answersFor
        .things(post)
        .forEach(each -> loads.merge(each.organisation(), new Load(1, 0), Load::plus));
    duties
        .of(post)
        .forEach(
            each -> {
              int times = dates.rowsInUse(each.thing());
              if (times > 0) {
                loads.merge(each.organisation(), new Load(0, times), Load::plus);
              }
            });
    return loads;
  }
}
