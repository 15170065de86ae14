using ShopBot.Engine.Hosting;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Turns;

/// <summary>Keeps what a turn got from outside in storage, encrypted, under its lane, event and step.</summary>
internal sealed class StepJournal(LaneWriter writer, LaneWork work, LaneEvent occurred, Store store) : IStepJournal
{
    private Dictionary<string, ReadOnlyMemory<byte>>? _fresh;

    public bool TryGet(string step, out ReadOnlyMemory<byte> result)
    {
        if (_fresh?.TryGetValue(step, out result) == true)
            return true;

        foreach (var kept in work.Steps)
        {
            if (kept.Step == step && kept.Result is var encrypted)
            {
                result = store.Cipher.Unprotect(encrypted.Span, Places.Steps, Places.Result, Row(step));
                return true;
            }
        }

        result = default;
        return false;
    }

    /// <exception cref="LeaseLostException">Another host may run this turn by now.</exception>
    public async ValueTask RecordAsync(string step, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var kept = await writer.CommitAsync(new StepCommit
        {
            Lane = work.Lane,
            Fence = work.Fence,
            Seq = occurred.Seq,
            Step = step,
            Result = store.Cipher.Protect(result.Span, Places.Steps, Places.Result, Row(step)),
        }).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (kept.Outcome == CommitOutcome.Refused)
            throw new InvalidOperationException($"The result of step '{step}' cannot be stored: {kept.Reason}");
        if (kept.Outcome != CommitOutcome.Committed)
            throw new LeaseLostException();
        (_fresh ??= [])[step] = result;
    }

    private string Row(string step) => $"{occurred.EventKey}:{step}";
}

/// <summary>The turn's lease is another host's by now: whatever the turn does is not committed.</summary>
internal sealed class LeaseLostException() : Exception("The lease of this conversation was lost.");
