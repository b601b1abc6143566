package io.controlgraph.ingest.sssom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class MappingQuadsTest {

  private static final Node GRAPH = Reference.graph("mappings/test");

  private static final String FILE =
      """
      #curie_map:
      #  a: https://example.org/a/
      #mapping_set_id: https://example.org/set
      #mapping_set_title: A test
      #mapping_set_version: 1.0.0
      #license: https://www.apache.org/licenses/LICENSE-2.0
      #mapping_date: 2026-03-31
      subject_id	predicate_id	predicate_modifier	object_id	mapping_justification	author_label	object_source	confidence	comment
      a:1	skos:exactMatch		a:2	semapv:ManualMappingCuration	Editor	a:all	0.9	Renamed.
      a:3	skos:exactMatch	Not	a:4	semapv:ManualMappingCuration	Editor	a:all	0.8
      a:5	skos:relatedMatch		sssom:NoTermFound	semapv:ManualMappingCuration	Editor	a:all	0.7
      """;

  private static final String EXPECTED =
      """
      PREFIX a: <https://example.org/a/>
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX m: <https://example.org/set/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX semapv: <https://w3id.org/semapv/vocab/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX sssom: <https://w3id.org/sssom/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

      <https://example.org/set> a sssom:MappingSet ;
        rdfs:label "A test" ;
        owl:versionInfo "1.0.0" ;
        dcterms:license <https://www.apache.org/licenses/LICENSE-2.0> ;
        sssom:mappings <https://example.org/set/a:1~skos:exactMatch~a:2> ,
          <https://example.org/set/a:3~skos:exactMatch~a:4> ,
          <https://example.org/set/a:5~skos:relatedMatch~sssom:NoTermFound> .

      <https://example.org/set/a:1~skos:exactMatch~a:2> a cg:Mapping ;
        rdfs:label "a:1 skos:exactMatch a:2" ;
        cg:mappingSubject a:1 ; cg:mappingPredicate skos:exactMatch ; cg:mappingObject a:2 ;
        cg:mappingJustification semapv:ManualMappingCuration ;
        cg:mappingAuthor "Editor" ; cg:confidence 0.9 ;
        sssom:object_source a:all ;
        dcterms:date "2026-03-31"^^xsd:date ; rdfs:comment "Renamed." .
      a:1 skos:exactMatch a:2 .

      <https://example.org/set/a:3~skos:exactMatch~a:4> a cg:Mapping ;
        rdfs:label "a:3 skos:exactMatch a:4" ;
        cg:mappingSubject a:3 ; cg:mappingPredicate skos:exactMatch ; cg:mappingObject a:4 ;
        cg:mappingJustification semapv:ManualMappingCuration ; cg:mappingNegated true ;
        cg:mappingAuthor "Editor" ; cg:confidence 0.8 ;
        sssom:object_source a:all ;
        dcterms:date "2026-03-31"^^xsd:date .

      <https://example.org/set/a:5~skos:relatedMatch~sssom:NoTermFound> a cg:Mapping ;
        rdfs:label "a:5 skos:relatedMatch sssom:NoTermFound" ;
        cg:mappingSubject a:5 ; cg:mappingPredicate skos:relatedMatch ;
        cg:mappingObject sssom:NoTermFound ;
        cg:mappingJustification semapv:ManualMappingCuration ;
        cg:mappingAuthor "Editor" ; cg:confidence 0.7 ;
        sssom:object_source a:all ;
        dcterms:date "2026-03-31"^^xsd:date .
      """;

  @Test
  void everyRowIsAMappingAndOnlyLinksAreTriplesToo() throws IOException {
    Graph expected = GraphFactory.createDefaultGraph();
    RDFParser.fromString(EXPECTED, Lang.TURTLE).parse(expected);
    Set<Quad> quads = new HashSet<>(quads());
    Set<Quad> wanted = new HashSet<>();
    expected.find().forEach(triple -> wanted.add(Quad.create(GRAPH, triple)));
    assertEquals(wanted, quads);
  }

  @Test
  void theSameFileGivesTheSameQuads() throws IOException {
    assertEquals(quads(), quads());
  }

  private static List<Quad> quads() throws IOException {
    SssomReading reading = SssomReader.read("test.sssom.tsv", new StringReader(FILE));
    MappingSet set = assertInstanceOf(SssomReading.Read.class, reading, reading::toString).set();
    return MappingQuads.of(set, GRAPH);
  }
}
