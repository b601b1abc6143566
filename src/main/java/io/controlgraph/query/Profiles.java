package io.controlgraph.query;

import io.controlgraph.packaged.PackagedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The profiles that come with the product, and those that a user brings. */
public final class Profiles {
  private static final String FOLDER = "queries/profiles/";
  private static final String EXTENSION = ".yaml";

  private Profiles() {}

  /** The names of the profiles that come with the product, sorted. */
  public static List<String> names() {
    return PackagedFiles.below("queries/profiles").stream()
        .map(path -> path.substring(FOLDER.length(), path.length() - EXTENSION.length()))
        .toList();
  }

  /** The profile of that name, of those that come with the product. */
  public static Optional<Profile> find(String name) {
    return names().contains(name)
        ? Optional.of(
            ProfileReader.read(
                name, FOLDER + name + EXTENSION, PackagedFiles.text(FOLDER + name + EXTENSION)))
        : Optional.empty();
  }

  /**
   * Reads a profile of a user's own.
   *
   * @throws CatalogueException if it is faulty; it names every line
   */
  public static Profile read(String text) {
    return ProfileReader.read("profile", "profile", text);
  }

  /**
   * The rules of a profile with the questions they name.
   *
   * @throws CatalogueException if a question is not in the catalogue or is no rule; it names each
   */
  public static List<Rule> rules(Profile profile, Catalogue catalogue) {
    List<Rule> rules = new ArrayList<>();
    List<CatalogueFault> faults = new ArrayList<>();
    for (Profile.Rule rule : profile.rules()) {
      Optional<Question> question = catalogue.find(rule.question());
      Severity own = question.map(Question::severity).orElse(null);
      if (own == null) {
        String why =
            question.isEmpty()
                ? "there is no question '%s'"
                : "'%s' has no severity, so it is no rule";
        faults.add(new CatalogueFault(profile.name(), 1, why.formatted(rule.question())));
      } else {
        rules.add(
            new Rule(
                question.get(), rule.severity() == null ? own : rule.severity(), rule.arguments()));
      }
    }
    if (!faults.isEmpty()) {
      throw new CatalogueException(faults);
    }
    return rules;
  }
}
