package io.controlgraph.ingest.reference;

import io.controlgraph.ingest.sssom.MappingQuads;
import io.controlgraph.ingest.sssom.SssomReader;
import io.controlgraph.ingest.sssom.SssomReading;
import io.controlgraph.vocab.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Reads a shipped file into quads of its graph. */
final class ReferenceReader {
  private ReferenceReader() {}

  static List<Quad> read(ReferenceFile file) {
    if (file.path().endsWith(".ttl")) {
      return turtle(file);
    }
    if (file.path().endsWith(".sssom.tsv")) {
      return mappings(file);
    }
    throw new IllegalStateException("No reader for " + file.path());
  }

  private static List<Quad> mappings(ReferenceFile file) {
    try (Reader text =
        new InputStreamReader(new ByteArrayInputStream(file.bytes()), StandardCharsets.UTF_8)) {
      SssomReading reading = SssomReader.read(file.path(), text);
      if (reading instanceof SssomReading.Read read) {
        return MappingQuads.of(read.set(), file.graph());
      }
      throw new IllegalStateException("A shipped crosswalk is damaged: " + reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Quad> turtle(ReferenceFile file) {
    List<Quad> quads = new ArrayList<>();
    Skolem skolem = new Skolem(file.graph());
    RDFParser.source(new ByteArrayInputStream(file.bytes()))
        .lang(Lang.TURTLE)
        .parse(
            new StreamRDFBase() {
              @Override
              public void triple(Triple triple) {
                quads.add(
                    Quad.create(
                        file.graph(),
                        skolem.of(triple.getSubject()),
                        triple.getPredicate(),
                        skolem.of(triple.getObject())));
              }
            });
    return quads;
  }

  /** Gives blank nodes IRIs by their order in the file, which is the same at every reading. */
  private static final class Skolem {
    private final String prefix;
    private final Map<Node, Node> names = new HashMap<>();

    Skolem(Node graph) {
      this.prefix =
          Reference.NS + "genid/" + graph.getURI().substring(Reference.GRAPH_NS.length()) + "/";
    }

    Node of(Node node) {
      return node.isBlank()
          ? names.computeIfAbsent(node, fresh -> NodeFactory.createURI(prefix + (names.size() + 1)))
          : node;
    }
  }
}
