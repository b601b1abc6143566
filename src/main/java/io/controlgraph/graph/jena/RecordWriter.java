package io.controlgraph.graph.jena;

import io.controlgraph.graph.Revision;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes the record of a revision: an RDF Patch of one transaction, its terms as in N-Quads, its
 * header the revision's number, time, author, message, counts and the hash of the record before.
 */
final class RecordWriter {
  private final NodeFormatter format = new NodeFormatterNT();
  private final AWriter out;

  private RecordWriter(AWriter out) {
    this.out = out;
  }

  /**
   * Writes a record to a new file and waits until it is on the disk.
   *
   * @return the revision with the hash of the bytes written
   */
  static Revision write(Path file, Revision revision, NetPatch patch) throws IOException {
    MessageDigest digest = Hashes.sha256();
    try (FileOutputStream file0 = new FileOutputStream(file.toFile());
        DigestOutputStream digested =
            new DigestOutputStream(new BufferedOutputStream(file0, 1 << 16), digest)) {
      AWriter out = IO.wrapUTF8(digested);
      new RecordWriter(out).write(revision, patch);
      out.flush();
      digested.flush();
      file0.getFD().sync();
    }
    return new Revision(
        revision.number(),
        HexFormat.of().formatHex(digest.digest()),
        revision.previous(),
        revision.at(),
        revision.author(),
        revision.message(),
        revision.added(),
        revision.deleted());
  }

  private void write(Revision revision, NetPatch patch) {
    header(RecordHeader.NUMBER, Long.toString(revision.number()));
    header(RecordHeader.PREVIOUS, revision.previous());
    header(RecordHeader.TIME, revision.at().toString());
    header(RecordHeader.AUTHOR, revision.author());
    header(RecordHeader.MESSAGE, revision.message());
    header(RecordHeader.ADDED, Long.toString(revision.added()));
    header(RecordHeader.DELETED, Long.toString(revision.deleted()));
    out.print("TX .\n");
    changes("D ", patch.deleted());
    changes("A ", patch.added());
    out.print("TC .\n");
  }

  private void header(String field, String value) {
    out.print("H " + field + " ");
    format.formatLitString(out, value);
    out.print(" .\n");
  }

  private void changes(String code, Set<Quad> quads) {
    for (Quad quad : quads) {
      out.print(code);
      format.format(out, quad.getSubject());
      out.print(' ');
      format.format(out, quad.getPredicate());
      out.print(' ');
      format.format(out, quad.getObject());
      out.print(' ');
      format.format(out, quad.getGraph());
      out.print(" .\n");
    }
  }
}
