package io.controlgraph.trace.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index comes back from its file as it was, or not at all. */
class IndexFileTest {
  private static final Node LABEL = RDFS.label.asNode();
  private static final Node TARGET = Cg.term("target");
  private static final Node FROM = Cg.term("validFrom");

  private Path path;
  private IndexFile file;

  @BeforeEach
  void place(@TempDir Path folder) {
    path = folder.resolve("trace.index");
    file = new IndexFile(path);
  }

  @Test
  void comes_back_as_it_was() throws IOException {
    TraceIndex index = changed();
    file.write(index, "hash");
    TraceIndex read = file.read(2, "hash").orElseThrow();
    assertEquals(2, read.revision());
    assertEquals(index.size(), read.size());
    assertEquals(
        Set.of(
            quad("a", TARGET, iri("b")),
            quad("é😀", TARGET, iri("a")),
            quad("a", FROM, day("2026-03-31")),
            quad("a", LABEL, NodeFactory.createLiteralLang("Über \0 \"x\"", "de-CH"))),
        statements(read));
    assertEquals(20543, read.worth(read.literals(FROM).of(read.number(iri("a")))[0]));
    // A statement that stood in two graphs still does.
    Quad twice = inGraph("g", quad("a", TARGET, iri("b")));
    TraceIndex once = NextIndex.after(read, 3, List.of(), List.of(twice));
    assertTrue(statements(once).contains(quad("a", TARGET, iri("b"))));
    TraceIndex gone =
        NextIndex.after(once, 4, List.of(), List.of(inGraph("h", quad("a", TARGET, iri("b")))));
    assertEquals(3, statements(gone).size());
  }

  @Test
  void is_not_taken_for_that_of_another_revision() throws IOException {
    file.write(changed(), "hash");
    assertEquals(Optional.empty(), file.read(3, "hash"));
    assertEquals(Optional.empty(), file.read(2, "other"));
    assertTrue(file.read(2, "hash").isPresent());
  }

  @Test
  void is_passed_over_when_it_is_damaged_or_not_there() throws IOException {
    assertEquals(Optional.empty(), file.read(2, "hash"));
    file.write(changed(), "hash");
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      Files.write(path, damaged);
      assertEquals(Optional.empty(), file.read(2, "hash"), "byte " + i);
    }
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), file.read(2, "hash"), "cut at " + length);
    }
  }

  /** One with rows, texts and literals that came after it was built. */
  private static TraceIndex changed() {
    IndexBuilder builder = new IndexBuilder();
    builder.add(inGraph("g", quad("a", TARGET, iri("b"))));
    builder.add(inGraph("h", quad("a", TARGET, iri("b"))));
    builder.add(inGraph("h", quad("b", TARGET, iri("b"))));
    return NextIndex.after(
        builder.build(1),
        2,
        List.of(
            inGraph("g", quad("é😀", TARGET, iri("a"))),
            inGraph("g", quad("a", FROM, day("2026-03-31"))),
            inGraph(
                "g", quad("a", LABEL, NodeFactory.createLiteralLang("Über \0 \"x\"", "de-CH")))),
        List.of(inGraph("h", quad("b", TARGET, iri("b")))));
  }

  private static Set<Quad> statements(TraceIndex index) {
    return Stream.of(TARGET, FROM, LABEL)
        .flatMap(property -> index.find(Node.ANY, property, Node.ANY))
        .collect(Collectors.toSet());
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static Node day(String day) {
    return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
  }

  private static Quad quad(String subject, Node property, Node object) {
    return Quad.create(Quad.defaultGraphIRI, iri(subject), property, object);
  }

  private static Quad inGraph(String graph, Quad quad) {
    return Quad.create(iri(graph), quad.asTriple());
  }
}
