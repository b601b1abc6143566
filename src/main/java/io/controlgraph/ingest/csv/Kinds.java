package io.controlgraph.ingest.csv;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The import format: every kind of file, in the order in which a person would fill them in. */
public final class Kinds {
  private static final String FOLDER = "ontology/import";

  /** Holds the shipped format once it was asked for. */
  private static final class Shipped {
    static final Kinds KINDS = KindsReader.read(FOLDER);
  }

  private final Map<String, Kind> byName;

  Kinds(Collection<Kind> kinds) {
    Map<String, Kind> ordered = new LinkedHashMap<>();
    kinds.forEach(kind -> ordered.put(kind.name(), kind));
    this.byName = ordered;
  }

  /**
   * The shipped import format.
   *
   * @throws IllegalArgumentException if the definition is not sound; the message names the place
   */
  public static Kinds shipped() {
    return Shipped.KINDS;
  }

  /** All kinds. */
  public Collection<Kind> all() {
    return List.copyOf(byName.values());
  }

  /** All names, in order. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** The kind of that name, or null. */
  public @Nullable Kind find(String name) {
    return byName.get(name);
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public Kind get(String name) {
    Kind kind = find(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "'" + name + "': no such kind of file" + Nearest.hint(name, names()));
    }
    return kind;
  }
}
