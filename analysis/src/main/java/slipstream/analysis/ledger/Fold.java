package slipstream.analysis.ledger;

import java.util.List;
import java.util.Map;
import slipstream.contracts.Change;
import slipstream.contracts.Outlook;
import slipstream.contracts.Verdict;

/**
 * What the fold of one subject's claims gives.
 *
 * @param outlook what is held at the clock
 * @param changes every change on the way, oldest first, not yet matched to what was announced
 * @param verdicts claim id -> what was done with it and why
 */
public record Fold(Outlook outlook, List<Change> changes, Map<String, Verdict> verdicts) {}
