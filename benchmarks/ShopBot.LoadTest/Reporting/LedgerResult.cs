using ShopBot.LoadTest.Journeys;

namespace ShopBot.LoadTest.Reporting;

/// <summary>What became of every message, warm-up and drain included.</summary>
internal sealed record LedgerResult(
    long Sent, long Right, long Lost, long Doubled, long OutOfOrder, long WrongStore, long WrongEffect, long Apologies, long Unexpected, long FlaggedResends, IReadOnlyList<string> Oddities)
{
    /// <summary>Every message has its one right effect. Copies that the host flagged as possible are told apart.</summary>
    public bool IsClean => Lost == 0 && OutOfOrder == 0 && WrongStore == 0 && WrongEffect == 0 && Doubled <= FlaggedResends;

    public static LedgerResult Of(Ledger ledger, long flagged) => new(
        ledger.Sent, ledger[Verdict.Right], ledger.Open, ledger[Verdict.Doubled] + ledger.Stray, ledger[Verdict.OutOfOrder], ledger[Verdict.WrongStore], ledger[Verdict.WrongEffect], ledger[Verdict.Apology],
        ledger[Verdict.Unexpected], flagged, [.. ledger.Oddities]);
}
