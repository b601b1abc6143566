package io.controlgraph.bench;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.query.BindContext;
import io.controlgraph.query.Binder;
import io.controlgraph.query.Binding;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.GraphNameResolver;
import io.controlgraph.query.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Times some questions on a federation of 3 and of 10 members, each in a process of its own, and on
 * one store that has all they have; counts the requests and bytes between them; and prints a table
 * in Markdown.
 *
 * <p>Arguments: an empty folder for the stores; how many organisations there are in all (default
 * 30).
 */
public final class FederationBench {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final List<Integer> FEDERATIONS = List.of(3, 10);
  private static final long SEED = 20260331;
  private static final int RUNS = 3;

  /** The first copy of the hospital: samples are taken in the order of their names. */
  private static final String HOSPITAL = "hospital-2";

  private static final List<Asked> QUESTIONS =
      List.of(
          new Asked("coverage/by-framework", Map.of()),
          new Asked("coverage/by-framework", Map.of("org", HOSPITAL)),
          new Asked("risk/high-not-treated", Map.of()),
          new Asked("gaps/never-tested", Map.of()),
          new Asked("incident/incident-in-one-row", Map.of("incident", HOSPITAL + "/INC-2026-01")),
          new Asked("trace/provenance", Map.of("node", HOSPITAL + "/SYS-CXR")));

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path folder;
  private final int organisations;
  private final Catalogue catalogue = Catalogue.load(List.of());
  private final List<List<String>> columns = new ArrayList<>();

  private FederationBench(Path folder, int organisations) {
    this.folder = folder;
    this.organisations = organisations;
  }

  private record Asked(String name, Map<String, String> arguments) {}

  /** One run; the time in milliseconds, negative if it did not end in time. */
  private record Run(long millis, long requests, long bytes, long rows) {
    String text(boolean overTheWire) {
      String time = millis < 0 ? "over 120,000" : "%,d".formatted(millis);
      return overTheWire
          ? "%s; %,d; %,d".formatted(time, requests, bytes / 1024)
          : "%s (%,d rows)".formatted(time, rows);
    }
  }

  public static void main(String[] args) throws IOException {
    new FederationBench(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : 30).run();
  }

  private void run() throws IOException {
    fill();
    try (Tdb2GraphStore all = open("all")) {
      measure("one store, embedded", all, List.of());
    }
    federation("federation of 1", List.of("all"));
    for (int size : FEDERATIONS) {
      federation("federation of " + size, names(size));
    }
    print();
  }

  private Tdb2GraphStore open(String name) {
    return Tdb2GraphStore.open(
        folder.resolve(name), new StoreOptions(BaseIri.DEFAULT, GraphFactory::createDefaultGraph));
  }

  private static List<String> names(int size) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add("of%d-%d".formatted(size, i));
    }
    return names;
  }

  private void fill() throws IOException {
    Replicas replicas;
    try (Tdb2GraphStore all = open("all");
        Tdb2GraphStore scratch =
            Tdb2GraphStore.open(
                folder.resolve("scratch"),
                new StoreOptions(BaseIri.DEFAULT, ReferenceData::shapes))) {
      ReferenceData.bringUpToDate(scratch, Clock.systemUTC());
      ReferenceData.bringUpToDate(all, Clock.systemUTC());
      replicas = new Replicas(all, scratch, SEED);
      out.printf(
          "%d organisations, %,d quads, and what is shipped on every store%n%n",
          organisations, replicas.write(organisations));
    }
    for (int size : FEDERATIONS) {
      List<String> names = names(size);
      for (int i = 0; i < size; i++) {
        int member = i;
        try (Tdb2GraphStore store = open(names.get(i))) {
          ReferenceData.bringUpToDate(store, Clock.systemUTC());
          replicas.into(store).write(organisations, number -> number % size == member);
        }
      }
    }
  }

  private void federation(String title, List<String> names) throws IOException {
    List<MemberProcess> members = new ArrayList<>();
    try {
      StringBuilder file = new StringBuilder("most-statements = 5000000\n");
      for (String name : names) {
        MemberProcess member = MemberProcess.serve(folder.resolve(name));
        members.add(member);
        file.append(
            "member.%1$s.query = %2$s%nmember.%1$s.timeout = 120s%n"
                .formatted(name, member.query()));
      }
      Path config = Files.writeString(folder.resolve(title.replace(' ', '-') + ".conf"), file);
      try (GraphStore store = FedxGraphStore.open(config, open("local"))) {
        measure(title, store, members);
      }
    } finally {
      for (MemberProcess member : members) {
        member.close();
      }
    }
  }

  private void measure(String title, GraphStore store, List<MemberProcess> members) {
    List<String> column = new ArrayList<>(List.of(title));
    for (Asked asked : QUESTIONS) {
      Run run = median(store, asked, members);
      column.add(run.text(!members.isEmpty()));
      out.printf("%s, %s %s: %s%n", title, asked.name(), asked.arguments(), run);
    }
    columns.add(column);
  }

  private Run median(GraphStore store, Asked asked, List<MemberProcess> members) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i <= RUNS; i++) {
      Run run = once(store, asked, members);
      if (run.millis() < 0) {
        return run;
      }
      if (i > 0) {
        runs.add(run);
      }
    }
    runs.sort(Comparator.comparingLong(Run::millis));
    return runs.get(RUNS / 2);
  }

  private Run once(GraphStore store, Asked asked, List<MemberProcess> members) {
    long requests = sum(members, CountingRelay::requests);
    long bytes = sum(members, CountingRelay::bytes);
    long start = System.nanoTime();
    long rows;
    boolean ended = true;
    try {
      rows = store.read(Scope.ALL, Deadline.after(LONGEST), view -> count(view, store, asked));
    } catch (GraphFailure.DeadlineExceeded e) {
      ended = false;
      rows = 0;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Run(
        ended ? millis : -millis,
        sum(members, CountingRelay::requests) - requests,
        sum(members, CountingRelay::bytes) - bytes,
        rows);
  }

  private static long sum(List<MemberProcess> members, ToLongFunction<CountingRelay> figure) {
    return members.stream().map(MemberProcess::relay).mapToLong(figure).sum();
  }

  private long count(View view, GraphStore store, Asked asked) {
    Question question =
        catalogue.questions().stream()
            .filter(each -> each.name().equals(asked.name()))
            .findFirst()
            .orElseThrow();
    Binding binding =
        Binder.bind(
            question,
            asked.arguments(),
            new BindContext(DAY, store.baseIri(), new GraphNameResolver(view, store.baseIri())));
    if (!(binding instanceof Binding.Bound bound)) {
      throw new IllegalStateException(asked + ": " + binding);
    }
    RowSet found = view.select(bound.sparql());
    long rows = 0;
    while (found.hasNext()) {
      found.next();
      rows++;
    }
    found.close();
    return rows;
  }

  /** A row for each question; over the wire: milliseconds, requests, KiB. */
  private void print() {
    out.print("\n| question (ms; requests; KiB) |");
    columns.forEach(column -> out.print(" " + column.get(0) + " |"));
    out.println("\n| --- |" + " --- |".repeat(columns.size()));
    for (int i = 0; i < QUESTIONS.size(); i++) {
      Asked asked = QUESTIONS.get(i);
      out.print("| `" + asked.name() + "` " + String.join(" ", asked.arguments().values()) + " |");
      for (List<String> column : columns) {
        out.print(" " + column.get(i + 1) + " |");
      }
      out.println();
    }
  }
}
