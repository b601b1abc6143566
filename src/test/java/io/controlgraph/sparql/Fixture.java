package io.controlgraph.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Statements for the tests of the endpoint. */
final class Fixture {
  static final String PREFIXES =
      "PREFIX ex: <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

  static final String SMALL =
      PREFIXES
          + """
          ex:g1 { ex:a ex:name "A" ; ex:knows ex:b . }
          ex:g2 { ex:b ex:name "B, \\"quoted\\"\\nand more"@en ; ex:age 42 . ex:a ex:knows ex:b . }
          """;

  /** A thing has a name. */
  static Graph shapes() {
    Graph shapes = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            "PREFIX sh: <http://www.w3.org/ns/shacl#> "
                + PREFIXES
                + "ex:shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property"
                + " [ sh:path ex:name ; sh:minCount 1 ; sh:message 'A thing has a name.' ] .",
            Lang.TURTLE)
        .parse(shapes);
    return shapes;
  }

  /** A query that takes far longer than any test waits, without sending a row. */
  static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) WHERE { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }";

  private Fixture() {}

  /** Many statements: {@code ex:many} holds that many numbers. */
  static String many(int count) {
    StringBuilder trig = new StringBuilder(PREFIXES + "ex:many {\n");
    for (int i = 0; i < count; i++) {
      trig.append("ex:s").append(i).append(" ex:number ").append(i).append(" .\n");
    }
    return trig.append("}").toString();
  }
}
