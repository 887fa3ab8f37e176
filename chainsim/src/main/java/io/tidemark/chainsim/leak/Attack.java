package io.tidemark.chainsim.leak;

import io.tidemark.chainsim.leak.Mishandling.Misread;
import io.tidemark.chainsim.leak.Mishandling.MobilesAsNumbers;
import io.tidemark.chainsim.leak.Reshaping.Drop;
import io.tidemark.chainsim.leak.Reshaping.NoHeadings;
import io.tidemark.chainsim.leak.Reshaping.RenameHeadings;
import io.tidemark.chainsim.leak.Reshaping.ReorderColumns;
import io.tidemark.chainsim.leak.Rewriting.Cleaned;
import io.tidemark.chainsim.leak.Rewriting.Retyped;
import io.tidemark.chainsim.leak.Rewriting.Standardised;
import io.tidemark.chainsim.leak.Selection.Foreign;
import io.tidemark.chainsim.leak.Selection.Sample;
import io.tidemark.chainsim.leak.Selection.Shuffle;

/**
 * One thing that a single leaker does to a released table. Pure: the same table and the same attack
 * give the same leak. Several are done one after the other.
 */
public sealed interface Attack
    permits Shuffle,
        Sample,
        Foreign,
        Drop,
        ReorderColumns,
        RenameHeadings,
        NoHeadings,
        Cleaned,
        Retyped,
        Standardised,
        MobilesAsNumbers,
        Misread {

  /** The leak that it makes of {@code released}. */
  LeakedTable on(LeakedTable released);

  /** All of {@code attacks} in their order. */
  static LeakedTable all(LeakedTable released, Attack... attacks) {
    LeakedTable leak = released;
    for (Attack attack : attacks) {
      leak = attack.on(leak);
    }
    return leak;
  }
}
