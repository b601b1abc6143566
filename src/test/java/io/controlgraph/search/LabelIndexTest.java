package io.controlgraph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.search.Match.How;
import io.controlgraph.vocab.Cg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LabelIndexTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FIXTURE =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX ref: <https://w3id.org/controlgraph/id/>
      PREFIX x: <http://localhost:7070/id/>
      <http://localhost:7070/graph/reference> {
        ref:std-2022 a cg:Framework ; rdfs:label "STD 900:2022" ; dcterms:identifier "std900-2022" .
        ref:std-2013 a cg:Framework ; rdfs:label "STD 900:2013" ; dcterms:identifier "std900-2013" ;
          dcterms:isReplacedBy ref:std-2022 .
        ref:new a cg:Control ; rdfs:label "Backup"@en ; dcterms:identifier "A.5.2" ;
          cg:framework ref:std-2022 .
        ref:newer a cg:Control ; rdfs:label "Crypto" ; dcterms:identifier "A.5.21" ;
          skos:altLabel "Encipherment" ; cg:framework ref:std-2022 .
        ref:clause a cg:Clause ; rdfs:label "Policy" ; dcterms:identifier "5.2" ;
          cg:framework ref:std-2022 .
        ref:old a cg:Control ; rdfs:label "Backup"@en ; dcterms:identifier "A.5.2" ;
          cg:framework ref:std-2013 .
        cg:Control rdfs:subClassOf cg:Requirement ; rdfs:label "Control" .
        cg:Requirement rdfs:label "Requirement" .
        cg:Clause rdfs:label "Clause" .
      }
      <http://localhost:7070/graph/acme> {
        x:a a cg:Dataset ; rdfs:label "Backup tapes of Zürich" ; cg:inOrganisation x:acme .
        x:b a cg:Dataset ; rdfs:label "Nightly backups" ; cg:inOrganisation x:acme .
        x:acme a cg:Organisation ; rdfs:label "Acme Clinics" ; dcterms:identifier "acme" .
      }
      """;

  /** What a search finds, as the last part of an IRI and how it was found. */
  private static List<String> found(LabelIndex index, String text) {
    return found(index, text, null, Scope.ALL);
  }

  private static List<String> found(
      LabelIndex index, String text, @Nullable Node type, Scope scope) {
    return index.search(new Request(text, type, 20, scope)).stream()
        .map(hit -> hit.thing().node().getURI().replaceFirst(".*[/#]", "") + " " + how(hit))
        .toList();
  }

  private static How how(Hit hit) {
    return hit.match().how();
  }

  private static LabelIndex fixture() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(FIXTURE, Lang.TRIG).parse(dataset);
    IndexWriter writer = new IndexWriter();
    writer.apply(1, Stream.empty(), dataset.stream());
    return writer.index();
  }

  @Test
  void anIdIsFoundInAnySpelling() {
    LabelIndex index = fixture();
    List<String> both = List.of("new ID", "old ID", "newer ID_START");
    for (String spelling :
        List.of("A.5.2", "a5.2", "A 5.2", "annex a 5.2", "Annex A.5.2", "a-5.2")) {
      assertEquals(both, found(index, spelling), spelling);
    }
    assertEquals(
        List.of("clause ID", "new ID_WITHOUT_LETTER", "old ID_WITHOUT_LETTER", "newer ID_START"),
        found(index, "5.2"));
    assertEquals(List.of("old ID"), found(index, "STD 900:2013 A.5.2"));
    assertEquals(List.of("old ID_WITHOUT_LETTER"), found(index, "std900-2013/5.2"));
    assertEquals(List.of("old ID"), found(index, "a5.2 std 2013"));
    assertEquals(
        List.of("clause ID", "new ID_WITHOUT_LETTER", "newer WORDS"), found(index, "2022 5.2"));
    assertEquals(List.of("clause ID"), found(index, "clause 5.2"));
  }

  @Test
  void betterFitsComeFirst() {
    LabelIndex index = fixture();
    assertEquals(
        List.of("new LABEL", "old LABEL", "a LABEL_START", "b WORDS"), found(index, "backup"));
    assertEquals(List.of("a LABEL_START"), found(index, "BACKUP T"));
    assertEquals(List.of("a WORDS"), found(index, "zurich"));
    assertEquals(List.of("a WORDS"), found(index, "Zu\u0308rich b"));
    assertEquals(List.of("newer ALTERNATIVE"), found(index, "enciph"));
    assertEquals(List.of("newer NEARLY"), found(index, "enicpherment"));
    assertEquals(List.of("clause NEARLY"), found(index, "polcy"));
    assertEquals(List.of("b WORDS", "a WORDS"), found(index, "acme backup"));
    assertEquals(List.of(), found(index, "qqqq"));
    assertEquals(List.of(), found(index, " . "));
  }

  @Test
  void aTypeMeansItsSubclassesToo() {
    LabelIndex index = fixture();
    assertEquals(
        List.of("new LABEL", "old LABEL"), found(index, "backup", Cg.REQUIREMENT, Scope.ALL));
    assertEquals(
        List.of("a LABEL_START", "b WORDS"), found(index, "backup", Cg.term("Dataset"), Scope.ALL));
  }

  @Test
  void aReaderOfSomeGraphsFindsNothingByOthers() {
    LabelIndex index = fixture();
    Scope acme =
        new Scope.Graphs(Set.of(NodeFactory.createURI("http://localhost:7070/graph/acme")));
    assertEquals(List.of("a LABEL_START", "b WORDS"), found(index, "backup", null, acme));
    Scope reference =
        new Scope.Graphs(Set.of(NodeFactory.createURI("http://localhost:7070/graph/reference")));
    assertEquals(List.of(), found(index, "acme", null, reference));
  }

  @Test
  void aTextInTwoGraphsOutlivesTheLossOfOne() {
    Node thing = NodeFactory.createURI("urn:thing");
    Node label = NodeFactory.createLiteralString("Archive");
    Quad one = Quad.create(NodeFactory.createURI("urn:g1"), thing, RDFS.label.asNode(), label);
    Quad other = Quad.create(NodeFactory.createURI("urn:g2"), thing, RDFS.label.asNode(), label);
    IndexWriter writer = new IndexWriter();
    writer.apply(1, Stream.empty(), Stream.of(one, other));
    LabelIndex before = writer.index();
    writer.apply(2, Stream.of(one), Stream.empty());
    assertEquals(List.of("urn:thing LABEL"), found(writer.index(), "archive"));
    writer.apply(3, Stream.of(other), Stream.empty());
    assertEquals(List.of(), found(writer.index(), "archive"));
    assertEquals(0, writer.index().entries().count());
    assertEquals(List.of("urn:thing LABEL"), found(before, "archive"), "an index never changes");
  }

  @Test
  void whatIsGoneLeavesNoPlaceBehind() {
    List<Quad> quads = IntStream.range(0, 12_000).mapToObj(LabelIndexTest::numbered).toList();
    IndexWriter writer = new IndexWriter();
    writer.apply(1, Stream.empty(), quads.stream());
    assertEquals(12_000, writer.index().words().having("archive").length());
    writer.apply(2, quads.stream().limit(6_000), Stream.empty());
    LabelIndex half = writer.index();
    assertEquals(12_000, half.words().having("archive").length(), "half of it is still worth it");
    writer.apply(3, quads.stream().skip(6_000).limit(2), Stream.of(numbered(20_000)));
    LabelIndex less = writer.index();
    assertEquals(3, less.revision());
    assertEquals(5_999, less.words().having("archive").length());
    assertEquals(List.of(), found(less, "archive 6001"));
    assertEquals(List.of("urn:thing:6002 LABEL"), found(less, "archive 6002"));
    assertEquals(List.of("urn:thing:20000 LABEL"), found(less, "archive 20000"));
    assertTrue(less.entry(numbered(6_001).getSubject()).isEmpty());
    writer.apply(4, Stream.of(numbered(6_002)), Stream.of(numbered(0)));
    assertEquals(List.of("urn:thing:0 LABEL"), found(writer.index(), "archive 0"));
    assertEquals(List.of(), found(writer.index(), "archive 6002"));
    assertEquals(List.of("urn:thing:6001 LABEL"), found(half, "archive 6001"), "never changes");
  }

  private static Quad numbered(int number) {
    return Quad.create(
        NodeFactory.createURI("urn:g"),
        NodeFactory.createURI("urn:thing:" + number),
        RDFS.label.asNode(),
        NodeFactory.createLiteralString("Archive " + number));
  }

  @Test
  void commitByCommitTheIndexIsTheOneBuiltFromTheGraph(@TempDir Path folder) throws Exception {
    Random random = new Random(20260331);
    for (int run = 0; run < 3; run++) {
      try (Tdb2GraphStore store = open(folder.resolve("store"));
          LiveIndex live = LiveIndex.over(store)) {
        assertTrue(live.await(Deadline.after(PATIENCE)).isPresent());
        for (int i = 0; i < 15; i++) {
          write(store, random);
          assertSame(rebuilt(store), live.await(Deadline.after(PATIENCE)).orElseThrow());
        }
      }
    }
  }

  @Test
  void commitsDuringTheBuildAreNotLost(@TempDir Path folder) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try (Tdb2GraphStore store = open(folder.resolve("store"))) {
      write(store, new Random(1));
      CountDownLatch started = new CountDownLatch(1);
      Future<Integer> writing =
          executor.submit(
              () -> {
                Random random = new Random(2);
                for (int i = 0; i < 60; i++) {
                  write(store, random);
                  started.countDown();
                }
                return 60;
              });
      started.await();
      try (LiveIndex live = LiveIndex.over(store)) {
        assertTrue(live.await(Deadline.after(PATIENCE)).isPresent());
        assertEquals(60, writing.get());
        LabelIndex index = live.await(Deadline.after(PATIENCE)).orElseThrow();
        assertEquals(store.revision().number(), index.revision());
        assertSame(rebuilt(store), index);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void anIndexThatIsNotThereInTimeIsNone(@TempDir Path folder) throws Exception {
    try (Tdb2GraphStore store = open(folder.resolve("store"))) {
      LiveIndex live = LiveIndex.over(store);
      live.close();
      assertTrue(live.await(Deadline.after(Duration.ofMillis(1))).isEmpty());
    }
  }

  private static Tdb2GraphStore open(Path folder) {
    return Tdb2GraphStore.open(
        folder, new StoreOptions("http://localhost:7070/", GraphFactory::createDefaultGraph));
  }

  private static LabelIndex rebuilt(GraphStore store) throws InterruptedException {
    try (LiveIndex live = LiveIndex.over(store)) {
      return live.await(Deadline.after(PATIENCE)).orElseThrow();
    }
  }

  private static void assertSame(LabelIndex expected, LabelIndex actual) {
    assertEquals(
        expected.entries().collect(Collectors.toSet()),
        actual.entries().collect(Collectors.toSet()));
    for (String text : List.of("a", "al", "beta gamma", "k-3", "gmma", "dataset b", "5.1")) {
      assertEquals(results(expected, text), results(actual, text), text);
    }
  }

  private static List<String> results(LabelIndex index, String text) {
    return index.search(new Request(text, null, 50, Scope.ALL)).stream()
        .map(hit -> hit.thing().node() + " " + hit.match())
        .toList();
  }

  /** Adds and deletes some statements of a small world, in either of two graphs. */
  private static void write(GraphStore store, Random random) {
    List<Quad> added = new ArrayList<>();
    List<Quad> deleted = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      (random.nextInt(5) < 3 ? added : deleted).add(quad(random));
    }
    store.write(
        "test",
        "Some statements",
        tx -> {
          deleted.forEach(tx::delete);
          added.forEach(tx::add);
        });
  }

  private static Quad quad(Random random) {
    List<String> texts =
        List.of("Alpha", "Älpha beta", "beta gamma", "Gamma", "K-3", "A.5.1", "5.1");
    List<Node> properties =
        List.of(
            RDFS.label.asNode(),
            SKOS.altLabel.asNode(),
            DCTerms.identifier.asNode(),
            RDFS.comment.asNode());
    Node graph = NodeFactory.createURI("urn:graph:" + random.nextInt(2));
    Node subject = NodeFactory.createURI("urn:thing:" + random.nextInt(8));
    if (random.nextInt(4) == 0) {
      Node type = random.nextBoolean() ? Cg.term("Dataset") : Cg.CONTROL;
      return Quad.create(graph, subject, RDF.type.asNode(), type);
    }
    String text = texts.get(random.nextInt(texts.size()));
    return Quad.create(
        graph,
        subject,
        properties.get(random.nextInt(properties.size())),
        random.nextInt(3) == 0
            ? NodeFactory.createLiteralLang(text, "en")
            : NodeFactory.createLiteralString(text));
  }
}
