package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.Digest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
  @Test
  void aLogOf70000HasTheTilesThatTheSpecificationCounts() throws Exception {
    List<String> tiles = Tile.growth(0, 70_000).map(Tile::path).toList();
    assertThat(tiles).isEqualTo(Files.readAllLines(Vectors.file("tiles/70000.txt")));
    assertThat(tiles).filteredOn(tile -> tile.matches("tile/0/[0-9]{3}")).hasSize(273);
  }

  @Test
  void pathsAreWrittenInGroupsOfThreeDigits() throws Exception {
    for (String line : Files.readAllLines(Vectors.file("tiles/paths.txt"))) {
      String[] parts = line.split(" ");
      Tile tile = new Tile(0, Long.parseLong(parts[0]), 256);
      assertThat(tile.path()).isEqualTo("tile/0/" + parts[1]);
      assertThat(Tile.parse("tile/0/" + parts[1])).isEqualTo(tile);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/1",
        "tile/0/0001",
        "tile/0/x000/001",
        "tile/0/001.p/0",
        "tile/0/001.p/256",
        "tile/0/001.p/01",
        "tile/8/001",
        "tile/00/001",
        "tile/0/x001",
        "tile/0/001/",
        "tile/-1/001",
        "tile/0/x001/x234/067.p",
        "tile/entries/001",
        "tile/0/001\n",
        "/tile/0/001",
        ""
      })
  void aPathWrittenOtherwiseIsNoTiles(String path) {
    assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(LedgerException.class);
  }

  @Property(tries = 200)
  void aPathNamesOneTile(
      @ForAll @IntRange(max = 7) int level,
      @ForAll @LongRange(max = 999_999_999_999L) long index,
      @ForAll @IntRange(min = 1, max = 256) int width)
      throws LedgerException {
    Tile tile = new Tile(level, index, width);
    assertThat(Tile.parse(tile.path())).isEqualTo(tile);
    EntryBundle bundle = new EntryBundle(index, width);
    assertThat(EntryBundle.parse(bundle.path())).isEqualTo(bundle);
  }

  @Property(tries = 25)
  void aGrowthWritesTheTilesItNamesAndTheyProveEverything(
      @ForAll @IntRange(max = 1000) int from, @ForAll @IntRange(min = 1, max = 1500) int more)
      throws Exception {
    int to = from + more;
    List<Digest> leaves = Trees.leaves(to);
    Map<Tile, TileHashes> tiles = new HashMap<>();
    TileEdge edge = TileEdge.empty();
    for (Digest leaf : leaves.subList(0, from)) {
      edge.add(leaf, tiles::put);
    }
    edge.partials(tiles::put);

    List<Tile> written = new ArrayList<>();
    TileEdge.Sink sink =
        (tile, hashes) -> {
          written.add(tile);
          tiles.put(tile, hashes);
        };
    TileEdge grown = TileEdge.of(tile -> present(tiles, tile), from);
    for (Digest leaf : leaves.subList(from, to)) {
      grown.add(leaf, sink);
    }
    grown.partials(sink);

    assertThat(written).containsExactlyInAnyOrderElementsOf(Tile.growth(from, to).toList());
    assertThat(written).allMatch(tile -> tile.within(to));
    Digest root = Trees.root(leaves);
    assertThat(grown.root()).isEqualTo(root);
    HashReader hashes = new TiledHashReader(tile -> present(tiles, tile), to);
    InclusionProof.of(hashes, from, to).verify(leaves.get(from), root);
    ConsistencyProof.of(hashes, from, to).verify(Trees.root(leaves.subList(0, from)), root);
  }

  private static TileHashes present(Map<Tile, TileHashes> tiles, Tile tile) {
    return Objects.requireNonNull(tiles.get(tile), tile::path);
  }

  @Test
  void aBundleHoldsItsEntriesAfterTheirLengths() throws Exception {
    List<byte[]> entries = List.of(new byte[0], new byte[] {7}, new byte[EntryBundle.MAX_ENTRY]);
    byte[] bytes = EntryBundle.encode(entries);
    assertThat(bytes).startsWith(0, 0, 0, 1, 7, 0xFF, 0xFF).hasSize(6 + 1 + 65_535);
    List<byte[]> read = new EntryBundle(0, 3).decode(bytes);
    assertThat(read).hasSize(3);
    assertThat(read.get(2)).isEqualTo(entries.get(2));
    for (int width : new int[] {2, 4}) {
      assertThatThrownBy(() -> new EntryBundle(0, width).decode(bytes))
          .isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void anEntryOf65536BytesIsRefused() {
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
