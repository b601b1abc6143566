package io.controlgraph.trace.lanes;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * How a lane is come to.
 *
 * @param lane the lane
 * @param side on which side it is
 * @param from the lane, come to before, that the statements lead from; empty for the thing itself
 * @param properties the properties of the statements
 * @param isBackwards whether they lead from object to subject
 * @param classes the classes of which a thing must have one; empty for any
 * @param isFar whether to go on from what was reached, as far as it leads
 * @param both the lane in which a thing must have an object by {@code cg:target} too; empty for
 *     none
 */
record Rule(
    String lane,
    Side side,
    String from,
    Set<Node> properties,
    boolean isBackwards,
    Set<Node> classes,
    boolean isFar,
    String both) {}
