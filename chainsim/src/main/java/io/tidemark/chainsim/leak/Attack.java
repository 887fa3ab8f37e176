package io.tidemark.chainsim.leak;

import io.tidemark.chainsim.leak.Correlation.ByColumn;
import io.tidemark.chainsim.leak.Correlation.ByRow;
import io.tidemark.chainsim.leak.Correlation.Integrated;
import io.tidemark.chainsim.leak.Layout.IndexColumn;
import io.tidemark.chainsim.leak.Layout.TitleAbove;
import io.tidemark.chainsim.leak.Layout.TotalBelow;
import io.tidemark.chainsim.leak.Layout.TwoRowHeadings;
import io.tidemark.chainsim.leak.Mishandling.DatesRewritten;
import io.tidemark.chainsim.leak.Mishandling.Misread;
import io.tidemark.chainsim.leak.Mishandling.MobilesAsNumbers;
import io.tidemark.chainsim.leak.Mishandling.MobilesCutShort;
import io.tidemark.chainsim.leak.Reshaping.Drop;
import io.tidemark.chainsim.leak.Reshaping.NoHeadings;
import io.tidemark.chainsim.leak.Reshaping.RenameHeadings;
import io.tidemark.chainsim.leak.Reshaping.ReorderColumns;
import io.tidemark.chainsim.leak.Reshaping.Translated;
import io.tidemark.chainsim.leak.Rewriting.Cleaned;
import io.tidemark.chainsim.leak.Rewriting.Retyped;
import io.tidemark.chainsim.leak.Rewriting.Standardised;
import io.tidemark.chainsim.leak.Rewriting.Typed;
import io.tidemark.chainsim.leak.Selection.Foreign;
import io.tidemark.chainsim.leak.Selection.Joined;
import io.tidemark.chainsim.leak.Selection.Sample;
import io.tidemark.chainsim.leak.Selection.Shuffle;
import io.tidemark.chainsim.leak.Thinning.CarriersDropped;
import io.tidemark.chainsim.leak.Thinning.Commonest;
import io.tidemark.chainsim.leak.Thinning.WithoutRareRows;

/**
 * One thing that a single leaker does to a released table. Pure: the same table and the same attack
 * give the same leak. Several are done one after the other.
 */
public sealed interface Attack
    permits Shuffle,
        Sample,
        Foreign,
        Joined,
        Drop,
        ReorderColumns,
        RenameHeadings,
        Translated,
        NoHeadings,
        Cleaned,
        Retyped,
        Typed,
        Standardised,
        MobilesAsNumbers,
        MobilesCutShort,
        DatesRewritten,
        Misread,
        ByColumn,
        ByRow,
        Integrated,
        Commonest,
        WithoutRareRows,
        CarriersDropped,
        TitleAbove,
        TwoRowHeadings,
        IndexColumn,
        TotalBelow {

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
