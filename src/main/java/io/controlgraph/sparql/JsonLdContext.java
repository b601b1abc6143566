package io.controlgraph.sparql;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import io.controlgraph.packaged.PackagedFiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.core.DatasetGraph;

/** Writes JSON-LD 1.1 in the terms of the ontology's context. */
final class JsonLdContext {
  private static final String RESOURCE = "ontology/context.jsonld";

  private final JsonDocument context;

  private JsonLdContext(JsonDocument context) {
    this.context = context;
  }

  /** The context that is packaged with the ontology. */
  static JsonLdContext packaged() {
    try (InputStream in = PackagedFiles.open(RESOURCE)) {
      return new JsonLdContext(JsonDocument.of(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonLdError e) {
      throw new IllegalStateException(RESOURCE + " is no JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the dataset as one document that carries its context along. Where an IRI in it would be
   * taken for a short form of the context, all IRIs are written in full, and there is no context.
   */
  void write(DatasetGraph dataset, RDFFormat expanded, OutputStream out) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFDataMgr.write(bytes, dataset, expanded);
    try {
      JsonDocument document = JsonDocument.of(new ByteArrayInputStream(bytes.toByteArray()));
      write(JsonLd.compact(document, context).compactToRelative(false).get(), out);
    } catch (JsonLdError e) {
      if (e.getCode() == JsonLdErrorCode.IRI_CONFUSED_WITH_PREFIX) {
        writeInFull(bytes, out);
        return;
      }
      throw new IllegalStateException("The answer cannot be made JSON-LD: " + e.getMessage(), e);
    }
  }

  private static void writeInFull(ByteArrayOutputStream document, OutputStream out) {
    try {
      document.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The writer closes what it writes to, which may go on. */
  private static void write(JsonObject document, OutputStream out) {
    try (JsonWriter writer = Json.createWriter(CloseShieldOutputStream.wrap(out))) {
      writer.writeObject(document);
    }
  }
}
