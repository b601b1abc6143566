package io.controlgraph.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small catalogue for tests. */
final class Questions {
  private Questions() {}

  static Path in(Path folder) throws IOException {
    write(
        folder,
        "test/named",
        """
        #+ summary: Things with a name
        #+ question: Which things are called so?
        #+ description: A row is a thing and its name.
        #+ tags: [test]
        #+ params:
        #+   thing: { type: iri, example: A-1, summary: One thing only }
        #+   least: { type: integer, default: "0", summary: The least size }
        #+ columns: { thing: iri, thingLabel: string, size: integer }
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?thing ?thingLabel ?size WHERE {
          ?thing <http://example.org/size> ?size ; rdfs:label ?thingLabel . FILTER(?size >= ?least)
        } ORDER BY ?size
        """);
    write(
        folder,
        "test/chance",
        """
        #+ summary: Chance
        #+ question: What comes up this time?
        #+ tags: [test]
        #+ columns: { chance: decimal }
        SELECT ?chance WHERE { BIND(RAND() AS ?chance) }
        """);
    write(
        folder,
        "test/due",
        """
        #+ summary: Things that are due
        #+ question: What is past its date?
        #+ tags: [test]
        #+ params:
        #+   day: { type: date, summary: The effective day }
        #+ columns: { thing: iri, due: date }
        #+ severity: high
        #+ mend: Renew it.
        SELECT ?thing ?due WHERE { ?thing <http://example.org/due> ?due . FILTER(?due < ?day) }
        """);
    write(
        folder,
        "test/small",
        """
        #+ summary: Things that are too small
        #+ question: What is smaller than one?
        #+ tags: [test]
        #+ columns: { thing: iri }
        #+ severity: critical
        #+ mend: Make it larger.
        SELECT ?thing WHERE { ?thing <http://example.org/size> ?size . FILTER(?size < 1) }
        """);
    write(
        folder,
        "test/sizes",
        """
        #+ summary: Sizes as a graph
        #+ question: What is how large?
        #+ tags: [test]
        CONSTRUCT { ?thing <http://example.org/size> ?size }
        WHERE { ?thing <http://example.org/size> ?size }
        """);
    return folder;
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name + ".rq");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
