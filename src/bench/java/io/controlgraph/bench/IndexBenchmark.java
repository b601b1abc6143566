package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.trace.LiveTrace;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.index.IndexFile;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.lanes.LaneSearch;
import io.controlgraph.trace.lanes.Trace;
import io.controlgraph.trace.paths.Direction;
import io.controlgraph.trace.paths.PathRequest;
import io.controlgraph.trace.paths.PathSearch;
import io.controlgraph.trace.paths.Paths;
import io.controlgraph.trace.paths.Readings;
import io.controlgraph.trace.whatif.Loss;
import io.controlgraph.trace.whatif.Removal;
import io.controlgraph.trace.whatif.WhatIf;
import io.controlgraph.vocab.Cg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times what the trace index does, in the process itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class IndexBenchmark {
  private static final int THINGS = 200;
  private static final int HOPS = 8;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The data directory. */
  @Param("")
  public String data;

  private TraceIndex index;
  private WhatIf whatIf;
  private PathSearch paths;
  private LaneSearch lanes;
  private List<Node> implementations;
  private List<Node> incidents;
  private List<Node> evidence;
  private int[] requirements;
  private Links implementationsOf;
  private Links proves;
  private Links accountable;
  private PlainRows plainImplementationsOf;
  private PlainRows plainProofs;
  private PlainRows plainAccountable;
  private int next;

  /** Reads the index of the data directory. */
  @Setup
  public void open() throws IOException, InterruptedException {
    StoreOptions options = new StoreOptions(null, GraphFactory::createDefaultGraph);
    Path directory = Path.of(data);
    try (Tdb2GraphStore store = Tdb2GraphStore.open(directory, options);
        LiveTrace live = LiveTrace.over(store, new IndexFile(directory.resolve("trace.index")))) {
      index = live.await(Deadline.after(LONGEST)).orElseThrow().index().index();
      Asked asked = new Asked(store);
      implementations = nodes(asked, Cg.IMPLEMENTATION);
      incidents = nodes(asked, Cg.INCIDENT);
      evidence = nodes(asked, Cg.EVIDENCE);
    }
    whatIf = new WhatIf(index, Asked.DAY);
    Readings readings = readings();
    paths = new PathSearch(index, readings);
    lanes = new LaneSearch(index, readings);
    implementationsOf = index.links(Cg.term("requirement"));
    proves = index.links(Cg.term("proves"));
    accountable = index.links(Cg.term("accountable"));
    requirements = implementationsOf.backward().nodes();
    plainImplementationsOf = new PlainRows(implementationsOf.backward(), index.size());
    plainProofs = new PlainRows(proves.backward(), index.size());
    plainAccountable = new PlainRows(accountable.forward(), index.size());
  }

  private static List<Node> nodes(Asked asked, Node type) {
    return asked.some(type, THINGS).stream().map(NodeFactory::createURI).toList();
  }

  private static Readings readings() throws IOException {
    Graph ontology = GraphFactory.createDefaultGraph();
    RDFParser.source(new ByteArrayInputStream(PackagedFiles.bytes("ontology/controlgraph.ttl")))
        .lang(Lang.TURTLE)
        .parse(ontology);
    return Readings.of(ontology);
  }

  /** The cells of all organisations, with nothing worked out before. */
  @Benchmark
  public int coverageOfAll() {
    Coverage coverage = new Coverage(index, Asked.DAY);
    int cells = 0;
    for (int organisation : coverage.organisations()) {
      cells += coverage.cells(organisation).size();
    }
    return cells;
  }

  /** The shortest path of at most eight hops between an implementation and an incident. */
  @Benchmark
  public Paths shortestPath() {
    return paths(1);
  }

  /** The five shortest of at most eight hops. */
  @Benchmark
  public Paths fivePaths() {
    return paths(5);
  }

  private Paths paths(int count) {
    next++;
    return paths.find(
        new PathRequest(
            implementations.get(next % implementations.size()),
            incidents.get(next % incidents.size()),
            count,
            HOPS,
            Set.of(),
            Direction.EITHER_WAY),
        Deadline.after(LONGEST));
  }

  /** What would be lost without an implementation, and without an evidence, in turn. */
  @Benchmark
  public Loss whatIf() {
    next++;
    List<Node> things = next % 2 == 0 ? implementations : evidence;
    return whatIf.without(Removal.of(things.get(next / 2 % things.size())));
  }

  /** The lanes of an incident. */
  @Benchmark
  public Optional<Trace> traceOfIncident() {
    next++;
    return lanes.trace(incidents.get(next % incidents.size()), Deadline.after(LONGEST));
  }

  /** For each requirement how many implementations are proved and answered for, by the index. */
  @Benchmark
  public long provedAndAnsweredFor() {
    long sum = 0;
    for (int requirement : requirements) {
      for (int implementation : implementationsOf.to(requirement)) {
        sum += proves.backward().length(implementation);
        sum += accountable.forward().length(implementation);
      }
    }
    return sum;
  }

  /** The same by bare arrays. */
  @Benchmark
  public long provedAndAnsweredForByHand() {
    long sum = 0;
    int[] starts = plainImplementationsOf.starts;
    for (int requirement : requirements) {
      for (int at = starts[requirement]; at < starts[requirement + 1]; at++) {
        int implementation = plainImplementationsOf.values[at];
        sum += plainProofs.starts[implementation + 1] - plainProofs.starts[implementation];
        sum +=
            plainAccountable.starts[implementation + 1] - plainAccountable.starts[implementation];
      }
    }
    return sum;
  }
}
