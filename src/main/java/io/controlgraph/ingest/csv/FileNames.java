package io.controlgraph.ingest.csv;

import io.controlgraph.ingest.ImportReport.PassedOver;
import io.controlgraph.ingest.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which file is of which kind, by its name unless something else says so. */
final class FileNames {
  private static final String ENDING = ".csv";

  /**
   * The decision.
   *
   * @param sources the files to read
   * @param passedOver the files that are no part of the import format
   * @param problems the files that look as if they should be, but are not
   */
  record Assigned(List<Source> sources, List<PassedOver> passedOver, List<Problem> problems) {}

  /**
   * A file that cannot be read.
   *
   * @param reason why, for a person
   * @param meant the kind it was probably meant to be, or null
   */
  record Problem(String file, String reason, @Nullable String meant) {}

  private FileNames() {}

  static Assigned assign(List<SourceFile> files, Kinds kinds) {
    Set<String> organisations = new HashSet<>();
    files.forEach(file -> organisations.add(String.valueOf(file.organisation())));
    List<Source> sources = new ArrayList<>();
    List<PassedOver> passedOver = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (SourceFile file : files) {
      String shown =
          organisations.size() > 1 ? file.organisation() + "/" + file.name() : file.name();
      String lower = file.name().toLowerCase(Locale.ROOT);
      boolean csv = lower.endsWith(ENDING);
      String stem = withoutEnding(lower);
      String wanted = file.kind() != null ? file.kind() : stem;
      Kind kind = file.kind() != null || csv ? kinds.find(wanted) : null;
      if (file.kind() == null && (lower.startsWith(".") || lower.startsWith("~$"))) {
        passedOver.add(new PassedOver(shown, "is a hidden file"));
      } else if (kind != null) {
        String organisation = file.organisation() == null ? "" : Ids.normal(file.organisation());
        if (Ids.valid(organisation)) {
          sources.add(new Source(sources.size(), shown, file, kind, organisation));
        } else {
          problems.add(new Problem(shown, organisationProblem(organisation), kind.name()));
        }
      } else {
        String near = Nearest.to(wanted, kinds.names());
        if (file.kind() != null || csv) {
          problems.add(new Problem(shown, noSuchKind(wanted, kinds), near));
        } else if (near != null) {
          problems.add(
              new Problem(shown, "is no .csv file; did you mean '" + near + ENDING + "'?", near));
        } else {
          passedOver.add(new PassedOver(shown, "is no .csv file"));
        }
      }
    }
    if (sources.isEmpty() && problems.isEmpty()) {
      problems.add(new Problem("", "there is no file to import", null));
    }
    return new Assigned(sources, passedOver, problems);
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String noSuchKind(String name, Kinds kinds) {
    return "'"
        + Cells.shorten(name)
        + "': no such kind of file"
        + Nearest.hint(name, kinds.names());
  }

  private static String organisationProblem(String organisation) {
    return organisation.isEmpty()
        ? "nothing says whose data it holds; name the organisation"
        : "'" + Cells.shorten(organisation) + "' cannot be an organisation: " + Ids.RULE;
  }
}
