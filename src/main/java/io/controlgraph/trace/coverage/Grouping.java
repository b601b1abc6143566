package io.controlgraph.trace.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What cells are summed up by, in an organisation; as the questions {@code coverage/by-...} have
 * it.
 */
public enum Grouping {
  FRAMEWORK {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return List.of(new Key(cell.organisation(), cell.framework(), NONE, NONE));
    }
  },
  ORGANISATION {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return List.of(new Key(cell.organisation(), NONE, NONE, NONE));
    }
  },
  THEME {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return Arrays.stream(belonging.themes(cell.requirement()))
          .mapToObj(theme -> new Key(cell.organisation(), cell.framework(), theme, NONE))
          .toList();
    }
  },
  REQUIREMENT {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return List.of(new Key(cell.organisation(), cell.framework(), cell.requirement(), NONE));
    }
  },
  TARGET {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return List.of(new Key(cell.organisation(), NONE, cell.target(), cell.kind()));
    }
  },
  KIND {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return List.of(new Key(cell.organisation(), cell.framework(), cell.kind(), NONE));
    }
  },
  /** Themes and kinds of target at once. */
  MATRIX {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return Arrays.stream(belonging.themes(cell.requirement()))
          .mapToObj(theme -> new Key(cell.organisation(), cell.framework(), theme, cell.kind()))
          .toList();
    }
  },
  OWNER {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return orNone(cell, belonging.posts(cell.target()));
    }
  },
  UNIT {
    @Override
    List<Key> keys(Cell cell, Belonging belonging) {
      return orNone(cell, belonging.units(cell.target()));
    }
  };

  /** Stands for what a key does not tell apart, or what a target does not have. */
  public static final int NONE = -1;

  /**
   * What one figure is of, in numbers of the index.
   *
   * @param framework {@link #NONE} where the frameworks are summed up
   * @param group the theme, requirement, target, kind, post or unit
   * @param kind the kind of a target
   */
  public record Key(int organisation, int framework, int group, int kind) {}

  /** The keys of the figures in which a cell counts; one that is there twice counts twice. */
  abstract List<Key> keys(Cell cell, Belonging belonging);

  /**
   * Whether its keys say no more than the cell does, so that they are the same as long as it is.
   */
  boolean isByCellsAlone() {
    return switch (this) {
      case FRAMEWORK, ORGANISATION, REQUIREMENT, TARGET, KIND -> true;
      case THEME, MATRIX, OWNER, UNIT -> false;
    };
  }

  private static List<Key> orNone(Cell cell, List<Integer> groups) {
    List<Key> keys = new ArrayList<>();
    for (int group : groups.isEmpty() ? List.of(NONE) : groups) {
      keys.add(new Key(cell.organisation(), NONE, group, NONE));
    }
    return keys;
  }

  /** As requests and questions name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
