package io.controlgraph.ingest.reference;

import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.vocab.Reference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A shipped file of reference data and the named graph it fills.
 *
 * @param path its path on the class path, such as {@code ontology/frameworks/iso27001-2022.ttl}
 * @param graph the graph
 */
record ReferenceFile(String path, Node graph) {

  /** All of them. A class path has no folders to list, so a test holds this list to the folder. */
  static final List<ReferenceFile> SHIPPED =
      List.of(
          of("controlgraph.ttl", "ontology"),
          of("alignments.ttl", "alignments"),
          of("expectation-rules.ttl", "expectation-rules"),
          of("frameworks/iso27001-2022.ttl", "iso27001-2022"),
          of("frameworks/iso27001-2013.ttl", "iso27001-2013"),
          of("frameworks/iso42001-2023.ttl", "iso42001-2023"),
          of("practices.ttl", "practices"),
          of("mappings/iso27001-2013-to-2022.sssom.tsv", "mappings/iso27001-2013-to-2022"));

  private static ReferenceFile of(String file, String graph) {
    return new ReferenceFile("ontology/" + file, Reference.graph(graph));
  }

  byte[] bytes() {
    return PackagedFiles.bytes(path);
  }

  /** SHA-256 of a file's name and bytes, in hex. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
