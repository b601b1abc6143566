package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.PatchException;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Reads the record of a revision. */
final class RecordReader {
  private RecordReader() {}

  /** Reads the head of a record only. */
  static Revision header(Path file, String hash) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      PatchHeader header = RDFPatchOps.readHeader(in);
      Map<String, Node> fields = new HashMap<>();
      header.forEach(fields::put);
      return RecordHeader.read(fields, hash);
    } catch (RiotException | RuntimeIOException e) {
      throw damaged(file, e);
    }
  }

  /**
   * Reads a whole record, and makes its changes in {@code target}, which must be in a write
   * transaction.
   *
   * @return the revision, with the hash of the bytes read
   * @throws GraphFailure.Inconsistent if the record is damaged
   */
  static Revision replay(Path file, DatasetGraph target) throws IOException {
    return read(file, new Changes(new RDFChangesApply(target)));
  }

  /** Reads a whole record and checks its form. */
  static Revision check(Path file) throws IOException {
    return read(file, new Changes(new RDFChangesBase()));
  }

  /** Reads a whole record and tells its changes. */
  static void tell(Path file, RevisionLog.Changed to) throws IOException {
    read(file, new Changes(new Teller(to)));
  }

  private static Revision read(Path file, Changes changes) throws IOException {
    MessageDigest digest = Hashes.sha256();
    try (InputStream in =
        new DigestInputStream(
            new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest)) {
      new RDFPatchReaderText(in).apply(changes);
      in.transferTo(OutputStream.nullOutputStream());
      Revision revision =
          RecordHeader.read(changes.fields, HexFormat.of().formatHex(digest.digest()));
      changes.checkComplete(revision);
      return revision;
    } catch (RiotException | RuntimeIOException e) {
      throw damaged(file, e);
    }
  }

  private static GraphFailure.Inconsistent damaged(Path file, RuntimeException cause) {
    return new GraphFailure.Inconsistent(
        "The record %s is damaged: %s".formatted(file.getFileName(), cause.getMessage()));
  }

  private static final class Teller extends RDFChangesBase {
    private final RevisionLog.Changed to;

    private Teller(RevisionLog.Changed to) {
      this.to = to;
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
      to.added(Quad.create(graph, subject, predicate, object));
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
      to.deleted(Quad.create(graph, subject, predicate, object));
    }
  }

  /** Counts the changes and passes them on; older records may hold terms in other forms. */
  private static final class Changes extends RDFChangesBase {
    private final RDFChanges sink;
    private final Map<String, Node> fields = new HashMap<>();
    private long added;
    private long deleted;
    private boolean begun;
    private boolean committed;

    private Changes(RDFChanges sink) {
      this.sink = sink;
    }

    @Override
    public void header(String field, Node value) {
      fields.put(field, value);
    }

    @Override
    public void txnBegin() {
      begun = true;
    }

    @Override
    public void txnCommit() {
      committed = true;
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
      checkPlace(graph);
      added++;
      sink.add(graph, subject, predicate, StoredTerms.of(object));
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
      checkPlace(graph);
      deleted++;
      sink.delete(graph, subject, predicate, StoredTerms.of(object));
    }

    private void checkPlace(Node graph) {
      if (!begun || committed || graph == null) {
        throw new PatchException("a change stands outside of the transaction or names no graph");
      }
    }

    private void checkComplete(Revision revision) {
      if (!committed) {
        throw new PatchException("its end is missing");
      }
      if (added != revision.added() || deleted != revision.deleted()) {
        throw new PatchException(
            "it says +%d -%d, and has +%d -%d"
                .formatted(revision.added(), revision.deleted(), added, deleted));
      }
    }
  }
}
