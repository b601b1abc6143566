package io.controlgraph.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.Jena;

/**
 * Our server and a Fuseki of the same Jena, with the same quads and questions, over HTTP and in
 * turn; and what only ours does. Writes a report and a chart.
 *
 * <p>Arguments: a folder for the data, which is made if it is not there; a folder for the report;
 * how many organisations there are (110 make a million quads); and the {@link Part parts} to
 * measure, all if absent.
 */
public final class ServerBench {
  private static final String HEAP = "4g";
  private static final double SLOW_ONE = 500;
  private static final double SLOW_ALL = 3000;
  private static final int GROWTH = 10;

  private static final int WRITES = 60;
  private static final int ROUNDS = 4;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Report report = new Report();

  private final Set<Part> parts;

  private ServerBench(Set<Part> parts) {
    this.parts = parts;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path reports = Files.createDirectories(Path.of(args[1]));
    Set<Part> parts = args.length > 3 ? Part.of(args[3]) : EnumSet.allOf(Part.class);
    ServerBench bench = new ServerBench(parts);
    BenchData data = BenchData.in(folder, Integer.parseInt(args[2]));
    List<Duel.Result> measured = bench.run(data);
    if (parts.contains(Part.GROWTH)) {
      bench.growing(data, BenchData.in(folder, GROWTH * Integer.parseInt(args[2])));
    }
    Files.writeString(
        reports.resolve("performance.md"), bench.report.text("Performance", introduction(data)));
    Files.writeString(reports.resolve("performance.svg"), Chart.of(measured));
    bench.out.println("Written to " + reports.toAbsolutePath());
  }

  private static String introduction(BenchData data) throws IOException {
    return """
    Measured on %s by `mvn -Pbench verify`: %s, %d cores, Java %s; Jena and Fuseki %s. Both servers
    have a heap of %s and the same %,d quads of %d organisations in %d named graphs, and what is
    shipped; they are asked in turn, over HTTP, one request at a time. Every machine gives other
    figures: trust the ratios.

    ![Medians of both servers](performance.svg)\
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            Jena.VERSION,
            HEAP,
            data.quads(),
            data.organisations(),
            SeededGraph.GRAPHS);
  }

  private static String processor() throws IOException {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse("unknown processor");
  }

  private List<Duel.Result> run(BenchData data) throws Exception {
    loading(data);
    Plan plan = Plan.of(data);
    if (parts.contains(Part.INDEX)) {
      index(IndexSize.of(data));
      insideTheProcess(IndexFigures.of(data.ours()));
    }
    if (parts.contains(Part.START)) {
      starting(StartTimes.of(data, HEAP));
    }
    List<Duel.Result> results = new ArrayList<>();
    try (ServerUnderTest ours = ServerUnderTest.ours(data.ours(), HEAP);
        ServerUnderTest theirs = ServerUnderTest.fuseki(data.theirs(), HEAP)) {
      Duel duel = new Duel(ours, theirs);
      sameQuads(ours, theirs);
      ours.ask(Contests.firstAtLast());
      if (parts.contains(Part.FIGURES)) {
        results.addAll(figures(duel, plan));
      }
      if (parts.contains(Part.TRACES)) {
        results.addAll(traces(duel, plan));
        alone(ours, plan);
      }
      if (parts.contains(Part.CATALOGUE)) {
        catalogue(duel, plan);
      }
      memory(ours, theirs);
      if (parts.contains(Part.WRITES)) {
        Writes writes = new Writes(ours, data.ours(), plan.written());
        writing(ours, writes, plan);
        writes.undo();
      }
    }
    return results;
  }

  private List<Duel.Result> figures(Duel duel, Plan plan) throws IOException, InterruptedException {
    report.section("Coverage, figures and gaps over all organisations");
    List<Duel.Result> figures = duels(duel, plan.figures());
    report.target(
        "coverage, dashboard figures, and a page of 100 gaps over HTTP",
        "at least 50 times faster than Fuseki",
        "%s to %s times".formatted(Report.ratio(least(figures)), Report.ratio(most(figures))),
        least(figures) >= 50);
    report.line("");
    duels(duel, List.of(plan.again()));
    return figures;
  }

  private List<Duel.Result> traces(Duel duel, Plan plan) throws IOException, InterruptedException {
    report.section("Traces, impact and neighbours");
    List<Duel.Result> traces = duels(duel, plan.traces());
    report.target(
        "incident trace, impact, neighbours over HTTP",
        "at least 5 times faster",
        "%s to %s times".formatted(Report.ratio(least(traces)), Report.ratio(most(traces))),
        least(traces) >= 5);
    return traces;
  }

  private static void sameQuads(ServerUnderTest ours, ServerUnderTest theirs)
      throws IOException, InterruptedException {
    String here = Contests.count(ours.ask(Contests.countOfOurs()).body());
    String there = Contests.count(theirs.ask(Contests.countOfTheirs()).body());
    if (!here.equals(there)) {
      throw new IllegalStateException(
          "Ours has %s quads and Fuseki %s; nothing can be compared.".formatted(here, there));
    }
  }

  private List<Duel.Result> duels(Duel duel, List<Contest> contests)
      throws IOException, InterruptedException {
    List<Duel.Result> results = new ArrayList<>();
    for (Contest contest : contests) {
      Duel.Result result = duel.run(contest);
      out.printf(
          "%-60s %9s %9s %9s%n",
          result.name(),
          Report.millis(result.ours().median()),
          Report.millis(result.theirs().median()),
          Report.ratio(result.ratio()));
      results.add(result);
    }
    report.duels(results);
    return results;
  }

  private static double least(List<Duel.Result> results) {
    return results.stream().mapToDouble(Duel.Result::ratio).min().orElse(Double.NaN);
  }

  private static double most(List<Duel.Result> results) {
    return results.stream().mapToDouble(Duel.Result::ratio).max().orElse(Double.NaN);
  }

  private void loading(BenchData data) {
    report.section("Loading");
    double share = data.secondsToLoad() / data.secondsToImport();
    report.line(
        "%,d quads of N-Quads: %.1f s through the write path with the revision log, before shapes, "
            + "and %.1f s with TDB2's parallel loader.",
        data.quads(), data.secondsToImport(), data.secondsToLoad());
    report.target(
        "N-Quads import through the write path, with the revision log, before shapes",
        "at least 0.4 of TDB2's own parallel loader",
        Report.ratio(share) + " of it",
        share >= 0.4);
  }

  private void index(IndexSize size) {
    report.section("The index");
    report.line(
        "%,d statements in %,d MB: built from the store in %.2f s, read from its copy in %.2f s.",
        size.statements(), size.bytes() >> 20, size.secondsToBuild(), size.secondsToRead());
    report.target(
        "index memory, dictionary and typed columns included",
        "under 80 bytes an edge",
        "%.0f bytes".formatted(size.bytesEach()),
        size.bytesEach() < 80);
  }

  private void insideTheProcess(IndexFigures index) {
    report.section("The index, inside the process");
    report.line("| by JMH (ms) | median | p95 | mean |");
    report.line("| --- | ---: | ---: | ---: |");
    index
        .figures()
        .forEach(
            (name, figure) ->
                report.line(
                    "| %s | %s | %s | %s |",
                    name,
                    Report.millis(figure.median()),
                    Report.millis(figure.p95()),
                    Report.millis(figure.mean())));
    double one = index.of("shortestPath").p95();
    double five = index.of("fivePaths").p95();
    report.target(
        "shortest path between two nodes, up to 8 hops; the 5 shortest",
        "p95 under 10 ms; under 50 ms",
        "p95 %s ms; %s ms".formatted(Report.millis(one), Report.millis(five)),
        one < 10 && five < 50);
    double whatIf = index.of("whatIf").p95();
    report.target(
        "what-if", "p95 under 30 ms", "p95 %s ms".formatted(Report.millis(whatIf)), whatIf < 30);
    double times =
        index.of("provedAndAnsweredFor").mean() / index.of("provedAndAnsweredForByHand").mean();
    report.target(
        "the trace index against bare arrays",
        "within 2 times",
        Report.ratio(times) + " times",
        times <= 2);
  }

  private void starting(StartTimes times) {
    report.section("Starting");
    report.line(
        "From the start of the process to the first answer, medians: %s ms with coverage of all "
            + "organisations for ours (persisted index), %s ms with one quad for Fuseki.",
        Report.millis(times.ours().median()), Report.millis(times.theirs().median()));
    report.target(
        "from process start to the first coverage answer on an existing store",
        "under 2 s",
        Report.millis(times.ours().median()) + " ms",
        times.ours().median() < 2000);
  }

  private void alone(ServerUnderTest ours, Plan plan) throws IOException, InterruptedException {
    report.section("What only ours answers, over HTTP");
    report.line("| question (ms) | median | p95 |");
    report.line("| --- | ---: | ---: |");
    timed(ours, "shortest path, up to 8 hops", plan.path());
    timed(ours, "five shortest paths", plan.paths());
    timed(ours, "what-if", plan.whatIf());
    Ask coverage = Contests.firstOfOurs();
    String tag = ours.ask(coverage).response().headers().firstValue("ETag").orElseThrow();
    Series known =
        timed(ours, "a repeated question, 304", List.of(coverage.with("If-None-Match", tag)));
    report.target(
        "a repeated question at the same revision",
        "304 or a cached answer, under 2 ms",
        "304 in " + Report.millis(known.median()) + " ms",
        known.median() < 2);
  }

  private Series timed(ServerUnderTest ours, String name, List<Ask> asks)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    int runs = Math.max(asks.size(), 50);
    for (int run = -runs; run < ROUNDS * runs; run++) {
      double millis = ours.ask(asks.get(Math.floorMod(run, asks.size()))).millis();
      if (run >= 0) {
        times.add(millis);
      }
    }
    Series series = new Series(times);
    row(name, series);
    return series;
  }

  private void row(String name, Series series) {
    report.line(
        "| %s | %s | %s |", name, Report.millis(series.median()), Report.millis(series.p95()));
  }

  private void catalogue(Duel duel, Plan plan) throws IOException, InterruptedException {
    report.section("Every question through /sparql, one organisation");
    List<Duel.Result> scoped = duels(duel, plan.scoped());
    report.section("Every question through /sparql, all organisations");
    List<Duel.Result> overAll = duels(duel, plan.overAll());
    List<Duel.Result> both = new ArrayList<>(scoped);
    both.addAll(overAll);
    List<Duel.Result> missed = both.stream().filter(each -> each.ratio() < wanted(each)).toList();
    report.target(
        "each `.rq` through our own `/sparql`",
        "at most 1.1 times Fuseki's time; 1.3 times faster where it takes under 20 ms",
        "%d of %d".formatted(both.size() - missed.size(), both.size()),
        missed.isEmpty());
    report.line("");
    report.line("Short of the target: %s.", names(missed));
    report.line(
        "Slow (over %.0f ms for one organisation, over %.0f ms for all): %s; %s.",
        SLOW_ONE, SLOW_ALL, names(slower(scoped, SLOW_ONE)), names(slower(overAll, SLOW_ALL)));
  }

  private static double wanted(Duel.Result result) {
    return result.theirs().median() < 20 ? 1.3 : 1 / 1.1;
  }

  private static List<Duel.Result> slower(List<Duel.Result> results, double limit) {
    return results.stream().filter(each -> each.ours().median() > limit).toList();
  }

  private static String names(List<Duel.Result> results) {
    return results.isEmpty()
        ? "none"
        : String.join(
            ", ",
            results.stream()
                .sorted(Comparator.comparingDouble(Duel.Result::ratio))
                .map(each -> "%s (%s)".formatted(each.name(), Report.ratio(each.ratio())))
                .toList());
  }

  private void memory(ServerUnderTest ours, ServerUnderTest theirs) throws IOException {
    report.section("Memory");
    report.line(
        "The most that each process held (resident, the mapped database included): %,d MB and %,d"
            + " MB.",
        ours.mostMegabytes(), theirs.mostMegabytes());
  }

  private void writing(ServerUnderTest ours, Writes writes, Plan plan) throws Exception {
    report.section("Writing");
    List<String> names =
        List.of("the write", "coverage by framework", "gaps by rule", "a trace", "a what-if");
    List<Ask> shown =
        List.of(
            Contests.firstOfOurs(),
            Contests.gapsCounted(),
            plan.traces().get(0).ours().get(0).get(0),
            plan.whatIf().get(0));
    List<List<Double>> times = new ArrayList<>();
    for (int i = -WRITES / 2; i < WRITES; i++) {
      List<Double> taken = writes.untilShown(shown);
      if (i >= 0) {
        times.add(taken);
      }
    }
    report.line(
        "One small write, and answers over all organisations until each shows it, in turn:");
    report.line("");
    report.line("| step (ms) | median | p95 |");
    report.line("| --- | ---: | ---: |");
    for (int i = 0; i < names.size(); i++) {
      int step = i;
      row(names.get(i), new Series(times.stream().map(each -> each.get(step)).toList()));
    }
    Series seen =
        new Series(
            times.stream()
                .map(each -> each.stream().mapToDouble(Double::doubleValue).sum())
                .toList());
    row("all", seen);
    report.line("");
    report.target(
        "one small write until every answer shows it, no import running",
        "p95 under 50 ms",
        "p95 %s ms".formatted(Report.millis(seen.p95())),
        seen.p95() < 50);
    ReadersBesideWriter.Result readers =
        new ReadersBesideWriter(
                ours,
                writes,
                plan.traces().stream()
                    .flatMap(each -> each.ours().stream())
                    .flatMap(List::stream)
                    .toList())
            .run();
    report.line(
        "A reader of traces, impact and neighbours: p95 %s ms alone, %s ms while a writer commits"
            + " ten times a second.",
        Report.millis(readers.alone().p95()), Report.millis(readers.beside().p95()));
    report.target(
        "readers while one writer commits ten times a second",
        "p95 under 1.5 times without it",
        Report.ratio(readers.ratio()) + " times",
        readers.ratio() < 1.5);
  }

  private void growing(BenchData data, BenchData larger) throws Exception {
    List<Duel.Result> before = growing(data);
    loading(larger);
    List<Duel.Result> after = growing(larger);
    double coverage = growth(before.subList(0, 2), after);
    double traces = growth(before.subList(2, before.size()), after);
    report.target(
        "growth from 1 to 10 million quads, with a heap of " + HEAP,
        "coverage at most 30 times, trace and neighbours at most 2 times",
        "%s times; %s times".formatted(Report.ratio(coverage), Report.ratio(traces)),
        coverage <= 30 && traces <= 2);
  }

  /** What is asked at both sizes. */
  private List<Duel.Result> growing(BenchData data) throws Exception {
    Plan plan = Plan.of(data);
    try (ServerUnderTest ours = ServerUnderTest.ours(data.ours(), HEAP);
        ServerUnderTest theirs = ServerUnderTest.fuseki(data.theirs(), HEAP)) {
      ours.ask(Contests.firstAtLast());
      report.section("At %,d quads".formatted(data.quads()));
      List<Contest> contests = new ArrayList<>(plan.figures().subList(0, 2));
      contests.addAll(plan.traces());
      List<Duel.Result> results = duels(new Duel(ours, theirs), contests);
      memory(ours, theirs);
      return results;
    }
  }

  /** How many times longer ours took at most. */
  private static double growth(List<Duel.Result> before, List<Duel.Result> after) {
    return before.stream()
        .mapToDouble(
            was ->
                after.stream()
                        .filter(each -> each.name().equals(was.name()))
                        .findFirst()
                        .orElseThrow()
                        .ours()
                        .median()
                    / was.ours().median())
        .max()
        .orElse(Double.NaN);
  }
}
