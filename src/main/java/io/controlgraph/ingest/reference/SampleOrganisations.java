package io.controlgraph.ingest.reference;

import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.csv.Kinds;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The sample organisations that are shipped, each a folder of CSV files as a user would bring. */
public final class SampleOrganisations {
  private static final String FOLDER = "ontology/examples/";

  /** The ids of the organisations. */
  public static final List<String> IDS = List.of("hospital");

  private SampleOrganisations() {}

  /** The files of all sample organisations. */
  public static List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    for (String organisation : IDS) {
      for (String kind : Kinds.shipped().names()) {
        String path = FOLDER + organisation + "/" + kind + ".csv";
        if (SampleOrganisations.class.getClassLoader().getResource(path) != null) {
          files.add(new SourceFile(kind + ".csv", organisation, null, () -> open(path)));
        }
      }
    }
    return files;
  }

  private static InputStream open(String path) throws FileNotFoundException {
    InputStream in = SampleOrganisations.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new FileNotFoundException(path);
    }
    return in;
  }
}
