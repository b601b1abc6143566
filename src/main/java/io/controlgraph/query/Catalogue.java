package io.controlgraph.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The questions that can be asked by name. May be used from any thread. */
public final class Catalogue {
  private static final String LOOSE = "query";

  private final Map<String, QueryText> texts;
  private final Map<String, Question> built;

  private Catalogue(Map<String, QueryText> texts, Map<String, Question> built) {
    this.texts = texts;
    this.built = new ConcurrentHashMap<>(built);
  }

  /**
   * Loads the questions that come with the product and those of the folders given.
   *
   * @throws CatalogueException if a file is faulty, or two files have one name; it names them all
   */
  public static Catalogue load(List<Path> extraFolders) {
    return of(QueryFolders.read(extraFolders));
  }

  /**
   * The same; if just these were loaded last, without a fault and by this program, they are taken
   * from a file as they were then.
   *
   * @param kept the file, which need not be there; its folder must be
   * @throws CatalogueException if a file is faulty, or two files have one name; it names them all
   */
  public static Catalogue load(List<Path> extraFolders, Path kept) {
    List<QueryText> texts = QueryFolders.read(extraFolders);
    KeptQuestions file = new KeptQuestions(kept);
    Optional<Map<String, Question>> known = file.read(texts);
    if (known.isPresent()) {
      return new Catalogue(byName(texts), known.get());
    }
    Catalogue catalogue = of(texts);
    file.write(texts, catalogue.questions());
    return catalogue;
  }

  /**
   * The questions that come with the product, each built and checked when it is asked for. For who
   * asks one question only, and would wait longer for all than for the answer.
   */
  public static Catalogue onDemand() {
    return new Catalogue(byName(QueryFolders.read(List.of())), Map.of());
  }

  static Catalogue of(List<QueryText> texts) {
    Map<String, Question> all = new CatalogueBuilder(texts).all();
    return new Catalogue(byName(texts), all);
  }

  /** All questions, in the order of their names. */
  public Collection<Question> questions() {
    return texts.keySet().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** The question of that name, such as {@code coverage/by-framework}. */
  public Optional<Question> find(String name) {
    Question known = built.get(name);
    if (known != null || !texts.containsKey(name) || texts.get(name).isShared()) {
      return Optional.ofNullable(known);
    }
    Optional<Question> question = new CatalogueBuilder(texts.values()).one(name);
    question.ifPresent(found -> built.put(name, found));
    return question;
  }

  /**
   * Reads a question that is not in the catalogue. It may use the catalogue's shared definitions.
   *
   * @param text the text of a query file, with its header
   * @throws CatalogueException if it is faulty; it names every line
   */
  public Question read(String text) {
    List<QueryText> all =
        new ArrayList<>(texts.values().stream().filter(QueryText::isShared).toList());
    all.add(new QueryText(LOOSE, LOOSE, text));
    return new CatalogueBuilder(all).one(LOOSE).orElseThrow();
  }

  private static Map<String, QueryText> byName(List<QueryText> texts) {
    Map<String, QueryText> byName = new TreeMap<>();
    texts.forEach(text -> byName.put(text.name(), text));
    return Collections.unmodifiableMap(byName);
  }
}
