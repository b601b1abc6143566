package io.controlgraph.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks two servers the same, in turn, so that what else the machine does befalls both. */
final class Duel {
  private static final int WARM_UPS = 3;
  private static final int MOST_RUNS = 40;
  private static final int FEWEST_RUNS = 3;
  private static final double ENOUGH_MILLIS = 12_000;

  private final ServerUnderTest ours;
  private final ServerUnderTest theirs;

  Duel(ServerUnderTest ours, ServerUnderTest theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /** How both did. */
  record Result(String name, Series ours, Series theirs) {
    /** How many times faster we were, by medians. */
    double ratio() {
      return theirs.median() / ours.median();
    }
  }

  /** Runs a contest: few runs of what takes long, more of what is quick. */
  Result run(Contest contest) throws IOException, InterruptedException {
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    double spent = 0;
    for (int run = -WARM_UPS; run < MOST_RUNS && isWorthwhile(run, spent); run++) {
      double one = ask(ours, contest.ours(), run + WARM_UPS);
      double other = ask(theirs, contest.theirs(), run + WARM_UPS);
      spent += one + other;
      if (run >= 0) {
        our.add(one);
        their.add(other);
      }
    }
    return new Result(contest.name(), new Series(our), new Series(their));
  }

  private static boolean isWorthwhile(int run, double spent) {
    return run < FEWEST_RUNS || spent < ENOUGH_MILLIS;
  }

  private static double ask(ServerUnderTest server, List<List<Ask>> asked, int run)
      throws IOException, InterruptedException {
    double millis = 0;
    for (Ask each : asked.get(run % asked.size())) {
      millis += server.ask(each).millis();
    }
    return millis;
  }
}
