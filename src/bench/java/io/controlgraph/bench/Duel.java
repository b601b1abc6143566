package io.controlgraph.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks two servers the same, in turn, so that what else the machine does befalls both. */
final class Duel {
  private static final int WARM_UPS = 200;

  private static final int MOST_RUNS = 40;
  private static final int FEWEST_RUNS = 3;
  private static final double ENOUGH_MILLIS = 6_000;
  private static final double WARM_MILLIS = 3_000;

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
    warm(ours, contest.ours());
    warm(theirs, contest.theirs());
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    double spent = 0;
    for (int run = 0; run < FEWEST_RUNS || (run < MOST_RUNS && spent < ENOUGH_MILLIS); run++) {
      our.add(ask(ours, contest.ours(), run));
      their.add(ask(theirs, contest.theirs(), run));
      spent += our.get(run) + their.get(run);
    }
    return new Result(contest.name(), new Series(our), new Series(their));
  }

  /** So that none is measured before its virtual machine has compiled what it needs. */
  private static void warm(ServerUnderTest server, List<List<Ask>> asked)
      throws IOException, InterruptedException {
    double spent = 0;
    for (int run = 0; run < WARM_UPS && spent < WARM_MILLIS; run++) {
      spent += ask(server, asked, run);
    }
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
