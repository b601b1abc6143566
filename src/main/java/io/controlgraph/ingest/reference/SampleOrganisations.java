package io.controlgraph.ingest.reference;

import io.controlgraph.ingest.SourceFile;
import io.controlgraph.packaged.PackagedFiles;
import java.util.List;

/** The sample organisations that are shipped, each a folder of CSV files as a user would bring. */
public final class SampleOrganisations {
  private static final String FOLDER = "ontology/examples";

  private SampleOrganisations() {}

  /** The files of all sample organisations. */
  public static List<SourceFile> files() {
    return PackagedFiles.below(FOLDER).stream().map(SampleOrganisations::file).toList();
  }

  private static SourceFile file(String path) {
    String[] parts = path.substring(FOLDER.length() + 1).split("/", 2);
    return new SourceFile(parts[1], parts[0], null, () -> PackagedFiles.open(path));
  }
}
