package io.controlgraph.trace.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Intake;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View.TokenQuad;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.testing.Served;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Through SPARQL nothing comes but what an index keeps. */
@Timeout(60)
final class IndexIntakeTest {
  private static final String GRAPHS =
      """
      PREFIX : <http://localhost:7070/id/>
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      :g {
        :a a cg:Asset ; rdfs:label "A"@en ; rdfs:comment "A long text." ;
          cg:dependsOn :b ; cg:note "Our own text." ; cg:remark "Unser Text."@de ;
          cg:due "2026-03-31"^^xsd:date ; cg:score 3 ; cg:sha256 "0abc" .
      }
      :h { :a a cg:Asset . }
      """;

  /** Takes all in, and says what an index wants. */
  private static final class Noting implements Intake {
    private final List<String> sent = new ArrayList<>();
    private long expected;
    private long passedOver;

    @Override
    public Optional<String> wanted(Node property) {
      return Kept.of(property).objects();
    }

    @Override
    public void expect(long statements) {
      expected = statements;
    }

    @Override
    public void take(TokenQuad quad) {
      Node property = quad.terms().apply(quad.predicate());
      sent.add(property.getLocalName() + " " + quad.terms().apply(quad.object()));
    }

    @Override
    public void passOver(long statements) {
      passedOver += statements;
    }
  }

  @Test
  void whatIsSentIsWhatIsKept() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(GRAPHS, Lang.TRIG).parse(dataset);
    Noting noting = new Noting();
    try (GraphStore store = MemoryEngine.open(Served.BASE, GraphFactory::createDefaultGraph)) {
      store.write("test", "Fixture", tx -> dataset.find().forEachRemaining(tx::add));
      store.read(
          Scope.ALL,
          Deadline.after(Duration.ofSeconds(30)),
          view -> {
            view.statements(noting);
            return view.revision();
          });
    }
    noting.sent.sort(null);
    assertEquals(
        List.of(
            "dependsOn http://localhost:7070/id/b",
            "due \"2026-03-31\"^^xsd:date",
            "label \"A\"@en",
            "score \"3\"^^xsd:integer",
            "type https://w3id.org/controlgraph/ns#Asset",
            "type https://w3id.org/controlgraph/ns#Asset"),
        noting.sent,
        "the type once for each of its graphs, and no text but names");
    assertEquals(8, noting.expected, "with the two texts of our own properties");
    assertEquals(2, noting.passedOver);
  }
}
