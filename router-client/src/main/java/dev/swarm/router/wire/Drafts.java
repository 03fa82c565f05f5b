package dev.swarm.router.wire;

import dev.swarm.router.wire.Piece.CallPiece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of a reply as they grow. Servers number the pieces by {@code index}, give all the index
 * 0, or none; so a new call is told by its id or its name too.
 */
final class Drafts {
  private final List<Growing> calls = new ArrayList<>();
  private final Map<Integer, Growing> byIndex = new HashMap<>();

  /** Adds pieces; those of a message are each a call of its own, whatever their indexes say. */
  void add(List<CallPiece> pieces, boolean message) throws GarbledException {
    for (var piece : pieces) {
      var call = message ? begun(piece) : continued(piece);
      if (call.isPresent()) {
        call.get().add(piece);
      }
    }
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The calls in the order in which they began. */
  List<DraftCall> calls() {
    return calls.stream().map(Growing::draft).toList();
  }

  private Optional<Growing> continued(CallPiece piece) throws GarbledException {
    var candidate = candidate(piece);
    if (candidate.isPresent() && candidate.get().takes(piece)) {
      return candidate;
    }
    return begun(piece);
  }

  private Optional<Growing> candidate(CallPiece piece) {
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    if (piece.index() == CallPiece.NO_INDEX) {
      return Optional.of(calls.getLast());
    }
    var known = Optional.ofNullable(byIndex.get(piece.index()));
    return known.isEmpty() && piece.tool().isEmpty() ? sameId(piece) : known;
  }

  private Optional<Growing> sameId(CallPiece piece) {
    return calls.stream()
        .filter(call -> !piece.id().isEmpty() && call.id.equals(piece.id()))
        .findFirst();
  }

  private Optional<Growing> begun(CallPiece piece) throws GarbledException {
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    if (calls.size() == PieceReader.MOST_CALLS) {
      throw PieceReader.tooManyCalls();
    }
    var call = new Growing();
    calls.add(call);
    if (piece.index() != CallPiece.NO_INDEX) {
      byIndex.put(piece.index(), call);
    }
    return Optional.of(call);
  }

  /** One call that still grows. */
  private static final class Growing {
    private final StringBuilder arguments = new StringBuilder();
    private final JsonEnd json = new JsonEnd();
    private String id = "";
    private String tool = "";

    /** Whether the piece is one of this call, not the first one of another. */
    boolean takes(CallPiece piece) {
      if (!piece.id().isEmpty() && !id.isEmpty()) {
        return piece.id().equals(id);
      }
      if (piece.tool().isEmpty() || tool.isEmpty()) {
        return true;
      }
      return piece.tool().equals(tool) && !json.ended();
    }

    void add(CallPiece piece) {
      id = id.isEmpty() ? piece.id() : id;
      tool = tool.isEmpty() ? piece.tool() : tool;
      arguments.append(piece.arguments());
      json.next(piece.arguments());
    }

    DraftCall draft() {
      return new DraftCall(id, tool, arguments.toString());
    }
  }
}
