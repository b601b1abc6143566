package io.controlgraph.ingest.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the folder that an organisation starts from: a sheet of every kind, and in the Statement of
 * Applicability a row for every control, not yet decided. It can be imported as it is.
 */
public final class NewOrganisation {
  private static final String MANAGEMENT_SYSTEM = "ISMS";
  private static final String VERSION = "SOA-1";

  private final Kinds kinds;

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * The folder is there.
     *
     * @param organisation the organisation's id, which is the folder's name
     * @param files the files written
     */
    record Made(String organisation, List<Path> files) implements Outcome {}

    /**
     * Nothing was written.
     *
     * @param reason why, for a person
     */
    record Refused(String reason) implements Outcome {}
  }

  public NewOrganisation(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * Makes the folder.
   *
   * @param name the organisation's name in full
   * @param framework the id of the framework it works to
   * @param folder where; it must not exist yet, or be empty. An import takes its name as the
   *     organisation's id
   * @throws IOException if it cannot be written
   */
  public Outcome make(String name, String framework, Path folder) throws IOException {
    if (name.isBlank() || Cells.problem(name) != null || name.indexOf('\n') >= 0) {
      return new Outcome.Refused("an organisation needs a name in one line");
    }
    if (!FrameworkSheet.SHIPPED.contains(framework)) {
      return new Outcome.Refused(
          "'"
              + Cells.shorten(framework)
              + "': no such framework; expected one of "
              + String.join(", ", FrameworkSheet.SHIPPED));
    }
    String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    if (!Ids.valid(id)) {
      return new Outcome.Refused(
          "the folder's name is the organisation's id, and '"
              + Cells.shorten(id)
              + "' cannot be one; take '"
              + slug(name)
              + "'");
    }
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      return new Outcome.Refused(folder + " is there already, and not empty");
    }
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (Kind kind : kinds.all()) {
      Path file = folder.resolve(kind.name() + ".csv");
      Files.writeString(file, sheet(kind, id, Cells.strip(name), framework));
      files.add(file);
    }
    return new Outcome.Made(id, files);
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static String sheet(Kind kind, String id, String name, String framework) {
    List<Map<String, String>> rows =
        switch (kind.name()) {
          case Names.ORGANISATIONS ->
              List.of(Map.of("id", id, "name", name, "framework", framework));
          case Names.MANAGEMENT_SYSTEMS ->
              List.of(
                  Map.of(
                      "id", MANAGEMENT_SYSTEM,
                      "name", "Information security management system",
                      "framework", framework));
          case "soa-versions" ->
              List.of(
                  Map.of(
                      "id", VERSION,
                      "managementSystem", MANAGEMENT_SYSTEM,
                      "framework", framework,
                      "version", "1"));
          case "statement-of-applicability" ->
              FrameworkSheet.controls(framework).stream()
                  .map(
                      control ->
                          Map.of(
                              "soaVersion",
                              VERSION,
                              "requirement",
                              framework + "/" + control.id(),
                              "title",
                              control.title()))
                  .toList();
          default -> List.of();
        };
    List<List<String>> lines = new ArrayList<>();
    lines.add(kind.columnNames());
    for (Map<String, String> row : rows) {
      lines.add(kind.columnNames().stream().map(c -> row.getOrDefault(c, "")).toList());
    }
    return Templates.sheet(lines);
  }

  /** The name in small letters, digits and hyphens. */
  static String slug(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "organisation" : slug;
  }
}
