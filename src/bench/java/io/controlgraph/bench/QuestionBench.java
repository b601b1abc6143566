package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.query.BindContext;
import io.controlgraph.query.Binder;
import io.controlgraph.query.Binding;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Form;
import io.controlgraph.query.GraphNameResolver;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Times every question of the catalogue at a million quads in some 200 named graphs, over all
 * organisations and in the scope of one, and prints a table, the slowest first.
 *
 * <p>Arguments: a folder for the store, which is filled if it is not there; how many organisations
 * (default 110, which makes a million quads in 220 graphs).
 */
public final class QuestionBench {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What takes longer than this, in milliseconds, is timed once, cold as it is. */
  private static final long ONCE_FROM = 10_000;

  private static final long SEED = 20260331;
  private static final int RUNS = 3;
  private static final long LIMIT_ONE = 500;
  private static final long LIMIT_ALL = 3000;
  private static final Path ARGUMENTS =
      Path.of("src/test/resources/golden/hospital/arguments.properties");

  private final Tdb2GraphStore store;
  private final String organisation;
  private final Properties arguments = new Properties();

  private QuestionBench(Tdb2GraphStore store) throws IOException {
    this.store = store;
    try (Reader reader = Files.newBufferedReader(ARGUMENTS)) {
      arguments.load(reader);
    }
    this.organisation = "hospital-" + hospital();
  }

  /** Times of one question in milliseconds; negative if it did not end in time. */
  private record Times(String name, long all, long one, long rows) {
    boolean slow() {
      return all < 0 || one < 0 || all > LIMIT_ALL || one > LIMIT_ONE;
    }
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(args[0]);
    int organisations = args.length > 1 ? Integer.parseInt(args[1]) : 110;
    StoreOptions options = new StoreOptions(null, GraphFactory::createDefaultGraph);
    boolean filled = Files.isDirectory(folder);
    try (Tdb2GraphStore store = Tdb2GraphStore.open(folder, options)) {
      if (!filled) {
        ReferenceData.bringUpToDate(store, Clock.systemUTC());
        Path samples = Files.createTempDirectory("samples");
        try (Tdb2GraphStore scratch =
            Tdb2GraphStore.open(samples, new StoreOptions(null, ReferenceData::shapes))) {
          ReferenceData.bringUpToDate(scratch, Clock.systemUTC());
          long start = System.nanoTime();
          long quads = new Replicas(store, scratch, SEED).write(organisations);
          out.printf(
              "%,d quads written in %d s%n", quads, (System.nanoTime() - start) / 1_000_000_000);
        }
      }
      new QuestionBench(store).run(out, args.length > 2 ? args[2] : "");
    }
  }

  private void run(PrintStream out, String only) {
    List<Question> questions =
        Catalogue.load(List.of()).questions().stream()
            .filter(question -> question.form() == Form.SELECT)
            .toList();
    questions.forEach(this::warmUp);
    List<Times> times = new ArrayList<>();
    for (Question question : questions) {
      if (question.name().startsWith(only)) {
        boolean scoped = question.parameter("org").isPresent();
        boolean needs = question.parameters().stream().anyMatch(Parameter::required);
        long[] rows = new long[1];
        long all = needs ? 0 : median(question, Map.of(), rows);
        long one = median(question, scoped ? Map.of("org", organisation) : Map.of(), new long[1]);
        Times measured = new Times(question.name(), all, scoped || needs ? one : 0, rows[0]);
        times.add(measured);
        out.println(measured);
      }
    }
    times.sort(Comparator.comparingLong((Times each) -> -Math.abs(each.all())));
    out.printf("%-50s %9s %9s %9s%n", "question (ms)", "all", "one", "rows");
    for (Times each : times) {
      out.printf(
          "%-50s %9d %9d %9d %s%n",
          each.name(), each.all(), each.one(), each.rows(), each.slow() ? "SLOW" : "");
    }
  }

  /**
   * Asks in the scope of one organisation, so that those timed first are not the only cold ones.
   */
  private void warmUp(Question question) {
    Map<String, String> given =
        question.parameter("org").isPresent() ? Map.of("org", organisation) : Map.of();
    store.read(Scope.ALL, Deadline.after(LONGEST), view -> count(view, question, given));
  }

  private long median(Question question, Map<String, String> given, long[] rows) {
    long[] runs = new long[RUNS];
    for (int i = -1; i < RUNS; i++) {
      long start = System.nanoTime();
      try {
        rows[0] =
            store.read(Scope.ALL, Deadline.after(LONGEST), view -> count(view, question, given));
      } catch (GraphFailure.DeadlineExceeded e) {
        return -LONGEST.toMillis();
      }
      long took = (System.nanoTime() - start) / 1_000_000;
      if (i < 0 && took > ONCE_FROM) {
        return took;
      }
      if (i >= 0) {
        runs[i] = took;
      }
    }
    Arrays.sort(runs);
    return runs[RUNS / 2];
  }

  private long count(View view, Question question, Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    for (Parameter parameter : question.parameters()) {
      String kept = arguments.getProperty(question.name() + "." + parameter.name());
      if (kept != null && (parameter.required() || !given.isEmpty())) {
        all.put(parameter.name(), kept.replace("hospital/", organisation + "/"));
      }
    }
    Binding binding =
        Binder.bind(
            question,
            all,
            new BindContext(DAY, store.baseIri(), new GraphNameResolver(view, store.baseIri())));
    if (!(binding instanceof Binding.Bound bound)) {
      throw new IllegalStateException(question.name() + ": " + binding);
    }
    RowSet found = view.select(bound.sparql());
    long count = 0;
    while (found.hasNext()) {
      found.next();
      count++;
    }
    found.close();
    return count;
  }

  /** The number of the first copy of the hospital: samples are taken in the order of names. */
  private static int hospital() {
    return io.controlgraph.ingest.reference.SampleOrganisations.files().stream()
        .map(file -> String.valueOf(file.organisation()))
        .distinct()
        .sorted()
        .toList()
        .indexOf("hospital");
  }
}
